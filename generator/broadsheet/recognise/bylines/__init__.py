"""Bylines: who wrote an article, wherever and however that is printed."""
