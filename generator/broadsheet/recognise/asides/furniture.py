"""Page furniture: the heads and feet that a printer or a browser sets on every page, between the lines of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from broadsheet.recognise.spans import Span, spans_of

_NUMBER = r"(?P<page>\d{1,4})\s*(?:/|of|von|de|sur|di|van|av|z)\s*(?P<pages>\d{1,4})"
_PAGES = re.compile(rf"(?:(?:page|seite|página|pagina|sida|strona)\s+)?[-–—]?\s*{_NUMBER}\s*[-–—]?", re.IGNORECASE)
"""The number of a page and of all pages: "3/6", "Page 3 of 6"."""
_ADDRESS = re.compile(rf"(?:file|https?)://\S+(?:\s+{_NUMBER})?")
_PRINTED = re.compile(
    r"(?P<when>\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+(?:um\s+|à\s+)?\d{1,2}[:.]\d{2}(?:[\s\u202f][AP]\.?M\.?)?)"
    r"(?:\s+(?P<head>\S.*))?",
    re.IGNORECASE,
)
"""When the page was printed, as browsers put it into its upper corner, perhaps with the title beside it."""
_BARE = re.compile(r"[-–—\[]?\s*(?P<page>\d{1,4})\s*[-–—\]]?")
_CLOSING = "-–—]"
_LONGEST = 200
_LEAST = 3
"""So many pages must be numbered by a bare figure, with the same line beside it, for it to be no part of the text."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What of a source is page furniture."""

    spans: tuple[Span, ...] = ()
    """First and last line of each run of it."""
    over: frozenset[int] = frozenset()
    """Its lines, and the empty ones about it: the text goes on over them."""
    head: str = ""
    """The running head, which is the article's title where a browser printed it."""


_NONE = Furniture()


def page_furniture(lines: Sequence[str]) -> Furniture:
    """
    Find the heads and feet of printed pages.

    Known by the number of the page among all pages, or by numbers that count up beside a line that repeats.  Left
    alone: numbers and dates of the text, a single such line with nothing that confirms it.
    """
    texts = [text for line in lines if (text := line.rstrip())]
    numbered = [text for text in texts if not text[-1].isalpha() and _may_number(text)]
    if not _are_numbered([" ".join(text.split()) for text in numbered]):
        return _NONE
    filled = [(number, " ".join(text.split())) for number, line in enumerate(lines, 1) if (text := line.strip())]
    found, head = _counted(filled)
    if not found:
        found, head = _running(filled), ""
    if not found:
        return _NONE
    spans = spans_of(found, lines)
    return Furniture(spans, frozenset(_over(spans, lines)), head)


def _may_number(text: str) -> bool:
    """Whether a line may be the number of a page, by its last signs: a test that costs little."""
    return text[-1].isdecimal() or (text[-1] in _CLOSING and text[:-1].rstrip()[-1:].isdecimal())


def _are_numbered(texts: Sequence[str]) -> bool:
    """Whether one of some lines gives the number of its page among all, or several give a bare number."""
    return any(map(_number_of, texts)) or sum(_BARE.fullmatch(text) is not None for text in texts) >= _LEAST


def _number_of(text: str) -> tuple[int, int] | None:
    """The number of a page and of all pages, as the foot of a page says it, perhaps behind an address."""
    match = _PAGES.fullmatch(text) or _ADDRESS.fullmatch(text)
    return (int(match["page"]), int(match["pages"])) if match and match["page"] else None


def _over(spans: Sequence[Span], lines: Sequence[str]) -> Iterator[int]:
    for first, last in spans:
        while first > 1 and not lines[first - 2].strip():
            first -= 1
        while last < len(lines) and not lines[last].strip():
            last += 1
        yield from range(first, last + 1)


def _counted(filled: Sequence[tuple[int, str]]) -> tuple[set[int], str]:
    """Feet that say "3/6", counting up to the last page, with the address, the print date and the title about them."""
    places = (at for at, (_, text) in enumerate(filled) if _may_number(text))
    feet = {at: number for at in places if (number := _number_of(filled[at][1]))}
    pages = list(feet.values())
    if not pages or pages != [(n, pages[0][1]) for n in range(1, pages[0][1] + 1)]:
        return set(), ""
    found: set[int] = set()
    for at in feet:
        found |= _foot(filled, at)
    dates = [at for at in range(len(filled)) if _is_head(filled, at, found)]
    if len(pages) == 1 and not dates and len(found) < 2:
        return set(), ""
    head = ""
    for at in dates:
        match = _PRINTED.fullmatch(filled[at][1])
        found.add(at)
        if match and match["head"]:
            head = match["head"]
        elif at + 1 < len(filled) and len(filled[at + 1][1]) <= _LONGEST and at + 1 not in found:
            head = filled[at + 1][1]
            found.add(at + 1)
    return {filled[at][0] for at in found}, head


def _foot(filled: Sequence[tuple[int, str]], at: int) -> set[int]:
    """A page number, and the address before it."""
    before = at > 0 and _ADDRESS.fullmatch(filled[at - 1][1]) is not None
    return {at - 1, at} if before else {at}


def _is_head(filled: Sequence[tuple[int, str]], at: int, feet: set[int]) -> bool:
    """Whether a print date stands at the top of a page, or right before its foot."""
    if not _PRINTED.fullmatch(filled[at][1]):
        return False
    return at == 0 or at - 1 in feet or at + 1 in feet


def _running(filled: Sequence[tuple[int, str]]) -> set[int]:
    """Bare page numbers that count up, each with the same running head beside it."""
    places = [(at, text) for at, (_, text) in enumerate(filled) if _may_number(text)]
    numbers = [(at, int(match["page"])) for at, text in places if (match := _BARE.fullmatch(text))]
    if len(numbers) < _LEAST:
        return set()
    heads = Counter(text for at, _ in numbers for text in _beside(filled, at).values())
    running = {text for text, count in heads.items() if count >= _LEAST}
    pages = [(at, number) for at, number in numbers if running & set(_beside(filled, at).values())]
    counting = all(b == a + 1 for (_, a), (_, b) in pairwise(pages))
    if len(pages) < _LEAST or not counting:
        return set()
    return {filled[n][0] for at, _ in pages for n in (at, *(m for m, t in _beside(filled, at).items() if t in running))}


def _beside(filled: Sequence[tuple[int, str]], at: int) -> dict[int, str]:
    """The lines before and after one, by place."""
    return {n: filled[n][1] for n in (at - 1, at + 1) if 0 <= n < len(filled) and len(filled[n][1]) <= _LONGEST}
