"""The topics of all articles: names and words, brought to one form each, and weighed."""
