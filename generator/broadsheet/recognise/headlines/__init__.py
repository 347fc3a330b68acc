"""Headlines and standfirsts, and the form in which a headline is shown."""
