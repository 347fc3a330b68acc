"""How a text is laid out: the width and the indents of its lines, and where sentences begin and end."""
