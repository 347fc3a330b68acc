"""Datelines: the lines of a head that give the date of the article."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from broadsheet.model import Kind, PartialDate
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.dates.reader import LONGEST, Dated, read_date
from broadsheet.recognise.lexicon.newspapers import is_newspaper
from broadsheet.recognise.lexicon.places import city

__all__ = ["Dated", "date_candidates", "read_date"]

_DATELINE = Kind.DATELINE
_WEIGHTS = {
    "alone": 0.9,
    "published": 0.95,
    "hard-break": 0.8,
    "after-place": 0.75,
    "published-with-words": 0.85,
    "with-words": 0.65,
    "ends-sentence": 0.6,
    "updated": 0.5,
}
"""How sure a full date is, by what stands with it: the more a line says besides, the less."""
_PARTIAL = 0.2
"""So much less sure is a date without its day."""
_DOUBTFUL = 0.05

_STRONG = re.compile(r"\s*(?:[|•·・»\t]|\s/\s|\s{3,})\s*")
"""Signs that part the cells of one line."""
_DASHED = re.compile(r"\s[—–]\s*$")
"""A dash between a section and a date, which has to have a label then."""
_PLACE = re.compile(r"(?:[^\W\d_][^\s\d,;:|()/]*\s?){1,4}")
_SMALL = frozenset("of the and & de la le les del der die das und et y e da do di van for en i og och".split())
_SENTENCE = re.compile(r"[!?;…:\"“”„«»=<>@©]|\.\s|\.$")
_PRINT_STAMP = re.compile(r"\d{1,2}/\d{1,2}/\d\d, \d{1,2}:\d\d\s[AP]M")
"""What browsers print at the top of a page: when it was printed."""
_BY = re.compile(r"(?:by|von|par|por|di|door|av|af|yazan|автор:?|przez|autor:?|auteur:?)\s+", re.IGNORECASE)


def date_candidates(lines: list[Line], order: str | None = None) -> list[Candidate]:
    """
    The lines of a head that say when the article was published.

    Such a line is a date with or without label, weekday and clock; or has beside it a place or a publication, the
    cells of a line of bars and dots, or the name after "by".  Left alone: a sentence with a date in it, beside other
    words a month or a year, and the day on which a browser printed the page.

    `order` is that of day and month in figures, as in `read_date`.
    """
    found = []
    for at, line in enumerate(lines):
        tied = at > 0 and lines[at - 1].joins(line)
        if line.numbered and len(line.text) <= LONGEST and (told := _dateline(line.text, order, tied)):
            found.append(Candidate("date", told.date, line.number, line.number, told.rule, told.weight,
                                   _DATELINE, says_more=told.more))  # fmt: skip
    return found


class _Told(NamedTuple):
    """What the line of a date says."""

    date: PartialDate
    rule: str
    weight: float
    more: bool
    """Whether it says more than the date."""


@lru_cache(maxsize=1024)  # headline, byline and date are looked for on the same lines
def _dateline(text: str, order: str | None, tied: bool) -> _Told | None:
    """`tied`: whether a hard break ties the line to the one before; then it may say more than the date."""
    dated = read_date(text, order)
    if dated is None or dated.date is None or _PRINT_STAMP.match(text):
        return None
    place = _place(dated, text, tied=tied)
    if place is None:
        return None
    weight = _WEIGHTS[place] - (0 if dated.date.day else _PARTIAL) - (_DOUBTFUL if dated.doubtful else 0)
    rule = dated.rule if place == "alone" else f"{dated.rule}-{place}"
    told = place in ("alone", "published", "updated") or (place == "after-place" and _is_known(dated.before))
    return _Told(dated.date, rule, round(weight, 2), dated.more or not told)


def _place(dated: Dated, text: str, *, tied: bool) -> str | None:
    """How the date stands on its line, as a key of `_WEIGHTS`; ``None`` where the line is no dateline."""
    bare = not any(c.isalnum() for c in dated.rest)
    if dated.label == "updated":
        return "updated" if bare or tied else None
    if bare:
        ends = text.endswith(".") and dated.rule == "month-day-year" and not dated.clock
        return "ends-sentence" if ends else dated.label or "alone"
    if tied:
        return "hard-break"
    if dated.date is None or dated.date.day is None or text.endswith(("?", "!")):
        return None
    if not dated.after.strip(" .,-–—") and dated.before.rstrip().endswith(",") and _is_place(dated.before):
        return "after-place"
    if _are_cells(dated) or _has_author(dated):
        return "published-with-words" if dated.label else "with-words"
    return None


def _is_place(before: str) -> bool:
    """A place or a publication and a comma: up to four words with capitals."""
    name = before.rstrip(" ,")
    return _PLACE.fullmatch(name) is not None and _is_named(name)


def _is_known(before: str) -> bool:
    """Whether what stands before a date becomes the place or the publication of the article."""
    name = before.strip(" ,*_")
    return city(name) is not None or is_newspaper(name)


def _is_named(text: str) -> bool:
    words = text.split()
    return all(word[0].isupper() or not word[0].islower() or word in _SMALL for word in words) and len(words) <= 5


def _are_cells(dated: Dated) -> bool:
    """Whether bars or dots part the date from each thing that the line says besides, and none is a sentence."""
    told = _DASHED.sub(" | ", dated.before) if dated.label else dated.before
    before, after = _STRONG.split(told), _STRONG.split(dated.after)
    if before[-1].strip(" ,()-–—") or after[0].strip(" ,()-–—"):
        return False
    cells = [cell for cell in (*before, *after) if any(c.isalnum() for c in cell)]
    return len(cells) <= 5 and all(len(cell.split()) <= 6 and not _SENTENCE.search(cell) for cell in cells)


def _has_author(dated: Dated) -> bool:
    """Whether all that stands besides is "by" and a name after the date."""
    after = dated.after.lstrip(" ,|-–—·")
    if dated.before.strip(" ,") or not (by := _BY.match(after)) or _SENTENCE.search(after):
        return False
    return _is_named(after[by.end() :])
