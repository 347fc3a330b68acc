"""Marks of headings: the signs before, after and under a line."""

from __future__ import annotations

import re

UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}|\*{3,}")
"""A line of signs under a heading."""
_OPENING = re.compile(r"(#{1,6})\s+(?=[^#\s])")


def marked_heading(line: str) -> tuple[int, str] | None:
    """
    The level and the text of a line that is marked as a heading, as Markdown does (ATX).

    >>> marked_heading("## The Linotype ##"), marked_heading("#hashtag")
    ((2, 'The Linotype'), None)
    """
    bare = line.strip()
    match = _OPENING.match(bare)
    if match is None:
        return None
    text = bare[match.end() :]
    closed = text.rstrip("#")
    if closed != text and closed[-1:].isspace():
        text = closed.rstrip()
    return len(match[1]), text
