"""Datelines at the beginning of the text, and the paper that an article stood in."""
