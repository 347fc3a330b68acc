"""Marks of headings: the signs before, after and under a line."""

from __future__ import annotations

import re

_RULED, _UNDERLINE = "=-~*", re.compile(r"={3,}|-{3,}|~{3,}|\*{3,}")
"""A line of signs under a heading."""
_STARS = re.compile(r"(\*{1,5}) +(?=\S)")
_OPENING = re.compile(r"(#{1,6})\s+(?=[^#\s])")


def is_rule(line: str) -> bool:
    """Whether a line is nothing but the signs of an underline."""
    bare = line.strip()
    return bare[:1] in _RULED and _UNDERLINE.fullmatch(bare) is not None


def underlines(under: str, text: str) -> bool:
    """
    Whether a line of signs underlines the one above it, being about as long.

    >>> underlines("------------", "The Linotype"), underlines("---", "The Linotype and the Monotype")
    (True, False)
    """
    return is_rule(under) and abs(len(under.strip()) - len(text.strip())) <= max(3, len(text.strip()) // 2)


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


def outline_heading(line: str) -> tuple[int, str] | None:
    """
    The level and the text of a line that heads a section in Org; one star is the second level, below the title.

    >>> outline_heading("** The Linotype"), outline_heading("  * an item"), outline_heading("*bold*")
    ((3, 'The Linotype'), None, None)
    """
    match = _STARS.match(line)
    return (len(match[1]) + 1, line[match.end() :].rstrip()) if match else None
