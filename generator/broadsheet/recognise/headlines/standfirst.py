"""The standfirst: a sentence or two between the headline and the byline or the date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from broadsheet.inline import parse, plain
from broadsheet.layout.join import join_lines
from broadsheet.layout.sentence import ends_sentence
from broadsheet.model import Kind
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.spans import numbers_in

_LEAST, _LONGEST = 40, 400
_WORDS = 8
"""Without a full stop, it has so many words; fewer are a section, a place, a second byline."""
_MOST = 2
"""Paragraphs; more are the text."""
_CAPTION = re.compile(
    r"(?i:©|\b(?:photo|foto|bild|image|picture|credit|illustration|video)s?\b\s*[:/]|\bgetty\b)|\[!?\["
)
_ITEM = re.compile(r"(?:[-*+•>|#]|\d{1,3}[.)])\s")
_TEXT = 40
"""A line after the byline that is as long is the text; without one, there is no standfirst."""


def standfirst_candidate(read: Mapping[str, Candidate], lines: Sequence[str], over: Set[int]) -> Candidate | None:
    """
    The standfirst of a text whose headline, byline and date are `read`; `over` are lines of page furniture.

    It is all that stands between the headline and the first of byline and date: one or two paragraphs, each a sentence
    or a line of eight words and more.  Left alone: captions, lists, a repeated headline, a paragraph that stands below
    the byline, since nothing tells it from the text there, and an article that would have no other text.
    """
    title = read.get("title")
    if title is None or title.kind != Kind.TITLE:
        return None
    below = [c.first for c in (read.get("authors"), read.get("date")) if c and c.first > title.last]
    if not below:
        return None
    first, last = title.last + 1, min(below) - 1
    held = numbers_in((c.first, c.last) for c in read.values())
    inside = [n for n in range(first, last + 1) if lines[n - 1].strip()]
    if not inside or any(n in held or n in over for n in inside) or sum(len(lines[n - 1]) for n in inside) > _LONGEST:
        return None
    paragraphs = _paragraphs(lines, inside)
    if len(paragraphs) > _MOST or not all(_is_standfirst(text, str(title.value)) for text in paragraphs):
        return None
    if not any(len(line.strip()) >= _TEXT for n, line in enumerate(lines[last:], last + 1) if n not in held | over):
        return None
    text = "\n".join(paragraphs)
    value = " ".join(plain(parse(text)).strip("*_ ").split())
    return Candidate("description", value, inside[0], inside[-1], "standfirst", 0.7, Kind.STANDFIRST, text)


def _paragraphs(lines: Sequence[str], inside: Sequence[int]) -> list[str]:
    """The paragraphs of some lines: an empty line parts them, and so does the end of a sentence."""
    parts: list[list[str]] = []
    for at, number in enumerate(inside):
        line = lines[number - 1].strip()
        if at and number == inside[at - 1] + 1 and not ends_sentence(parts[-1][-1]):
            parts[-1].append(line)
        else:
            parts.append([line])
    return [join_lines(part) for part in parts]


def _is_standfirst(text: str, title: str) -> bool:
    if len(text) < _LEAST or _ITEM.match(text) or _CAPTION.search(text):
        return False
    bare = "".join(filter(str.isalnum, text.casefold()))
    if bare in (same := "".join(filter(str.isalnum, title.casefold()))) or same in bare:
        return False
    return ends_sentence(text) or len(text.split()) >= _WORDS
