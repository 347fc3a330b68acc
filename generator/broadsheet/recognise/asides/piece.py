"""Pieces of a source: its paragraphs, the lines that stand for themselves, and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from broadsheet.inline import parse, plain
from broadsheet.layout.sentence import begins_lower, ends_sentence
from broadsheet.layout.shape import Shape

LONGEST = 320
"""A longer paragraph is the article's."""
_LONGEST_MARKED = 20_000
"""So is one that is as long as this with the addresses of its links."""
_SHORT, _FEW = 0.6, 40
"""Of the longest line of a paragraph, and characters: a longer line may go on in the next."""
_MARKS = re.compile(r"(?:\[\d{1,3}\]|[\s*_#>|•·▪●○□■◦‣»›→►▶=~]|[-–—+](?=\s)|\[\s*\](?=\s))+")
"""What stands before words: the bullet of a list, the mark of a heading, the number that a browser gives a link."""
_END = " \t*_#|=~"
_BOXED = re.compile(r"\[([^\[\]]+)\]")
_ITEM = re.compile(r"\s*[-*+•·▪●○□■◦‣]\s")


def paragraphs(lines: Sequence[str], over: Set[int]) -> Iterator[tuple[int, int]]:
    """First and last line of each run of lines that are neither empty nor among those `over`."""
    start = 0
    for number, line in enumerate(lines, 1):
        if not line or line.isspace() or number in over:
            if start:
                yield start, number - 1
            start = 0
        elif not start:
            start = number
    if start:
        yield start, len(lines)


def whole(lines: Sequence[str], first: int, last: int) -> str:
    """The words of a paragraph, its lines joined, without markup, marks and the brackets about the whole."""
    return bare(" ".join([line.strip() for line in lines[first - 1 : last]]))


def singly(lines: Sequence[str], first: int, last: int, shape: Shape, among: Set[int]) -> Iterator[int]:
    """
    Those lines of a paragraph `among` some that may each stand for themselves, by their numbers.

    The item of a list does, up to the next one.  Left alone: a line that was broken because the next word did not fit,
    what follows such a line, and a line that the next goes on in lower case, or that is nearly as long as the longest
    of the paragraph.
    """
    inside = lines[first - 1 : last]
    most = _SHORT * max(len(line.strip()) for line in inside)
    for number in range(first, last + 1):
        if number not in among:
            continue
        line = lines[number - 1]
        before = lines[number - 2] if number > first else ""
        after = lines[number] if number < last else ""
        if _ITEM.match(line) and len(line) <= LONGEST and (not after or _ITEM.match(after)):
            yield number
            continue
        if len(line) > LONGEST or (before and not ends_sentence(before) and begins_lower(line)):
            continue
        cut = after and not ends_sentence(line) and (begins_lower(after) or max(_FEW, most) < len(line.strip()))
        if cut or (
            shape.width and ((before and not _closed(before, line, shape)) or (after and shape.is_forced(line, after)))
        ):
            continue
        yield number


def _closed(before: str, line: str, shape: Shape) -> bool:
    return not shape.is_forced(before, line) and (ends_sentence(before) or len(before.strip()) < len(line.strip()))


def bare(text: str) -> str:
    """
    The words of a line.

    >>> bare("  * [12]**Share this article**"), bare("[Photo: Archive desk]")
    ('Share this article', 'Photo: Archive desk')
    """
    if ("*" in text or "](" in text) and len(text) <= _LONGEST_MARKED:
        text = plain(parse(text.strip()))
    if not text[:1].isalnum() and (marks := _MARKS.match(text)):
        text = text[marks.end() :]
    text = text.rstrip(_END)
    boxed = _BOXED.fullmatch(text) if text[:1] == "[" else None
    return boxed[1].strip() if boxed else text
