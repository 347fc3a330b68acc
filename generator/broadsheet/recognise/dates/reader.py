"""The date of a line: which of those that it names is the article's, and how it is meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from broadsheet.model import PartialDate
from broadsheet.recognise.dates.beside import EDGE, beside
from broadsheet.recognise.dates.clock import is_day_first_zone, without_clock
from broadsheet.recognise.dates.forms import Found, find_dates
from broadsheet.recognise.dates.labels import Label, Labelled, labels_in
from broadsheet.recognise.dates.partial import find_alone, find_beside
from broadsheet.recognise.lexicon.numerals import with_digits

LONGEST = 120
"""A dateline is short; a longer line is text that has a date in it."""
_NUMBER, _FIGURE = re.compile(r"\d|年"), re.compile("[0-9]")
_IN_FIGURES = "number-date"
"""The rule of dates of which the order may have to be told."""
_NUMBERS = re.compile(r"\d+")
_LONG_YEAR = re.compile(r"\d(?<!\d\d)\d{3}(?:\d{4})?(?!\d)")
_SHORT_YEAR = re.compile(r"\d(?:[./]\s?\d{1,2}[./]\s?\d\d(?!\d)|\.?[\s/-][^\W\d]{3,12}\.?[\s/-]\d\d(?!\d)|\s?[年년])")
_ELIDED_YEAR = re.compile(r"['’]\d\d(?!\d)")


_AMERICAN = re.compile(r"[1-9]/[1-9]\d?/\d\d,?\s+(?:at\s)?1?\d:\d\d\s?[AP]M\b")
"""
A short date and time as the CLDR has them for the United States: a month of one digit, two digits for the year, AM or
PM in capitals.  Of the other countries that tell the hours so, those with the day first pad the month or write "am".
"""
_CLOCK = 16
"""The longest clock that may follow such a date."""


class Dated(NamedTuple):
    """A date in a line."""

    date: PartialDate | None
    """``None`` where day and month cannot be told apart."""
    rule: str
    before: str
    """What the line says before the date: without weekday, clock, label ("Published") and preposition ("on")."""
    after: str
    clock: bool
    """Whether the line gives a time of day."""
    label: Label | None = None
    """What the line says that the date is."""
    doubtful: bool = False
    """Whether century or month were taken by convention, or the weekday is not that of the date."""
    more: bool = False
    """Whether the line says more of time than `date` holds: a clock, a second date, a time of reading."""

    @property
    def rest(self) -> str:
        """What the line says besides: neither date, nor weekday, nor clock, nor label."""
        return _rest(self.before, self.after)


@lru_cache(maxsize=1024)
def _rest(before: str, after: str) -> str:
    return " ".join(side for side in (before.strip(EDGE), after.strip(EDGE)) if side)


def read_date(text: str, order: str | None = None) -> Dated | None:
    """
    Find the date of a short line, that of publication before that of an update.

    `order` tells how a date in figures is meant that may have two readings: ``day-first`` or ``month-first``.  Without
    it, the weekday beside it decides, another date on the line, the language of the label, the zone of the clock, the
    American form of both together; if none does, the date is ``None``.

    >>> print(read_date("Published 1 May 2020, updated 3 May 2020").date, read_date("Tuesday, 3/9/1833").date)
    2020-05-01 1833-09-03
    >>> print(read_date("3/9/1833").date, read_date("3/9/1833", "month-first").date)
    None 1833-03-09
    >>> read_date("By the Archive desk, May 1987").rest
    'By the Archive desk'
    """
    return _read(text, order) if len(text) <= LONGEST else None


def has_number(text: str) -> bool:
    """Whether a line has a number in it: a test that costs little."""
    return (_FIGURE if text.isascii() else _NUMBER).search(text) is not None


@lru_cache(maxsize=4096)  # the same few lines are looked at for the headline, the byline and the date
def _read(text: str, order: str | None) -> Dated | None:
    if order and ((read := _read(text, None)) is None or read.rule != _IN_FIGURES):
        return read
    line = with_digits(text)
    if not _has_year(line):
        return None
    found = find_dates(line, text) if len(_NUMBERS.findall(line)) > 1 else []  # a day has two numbers at least
    if not found:
        return _partial(line)
    labels = labels_in(line)
    named = _labelled(line, found, labels)
    chosen = min(found, key=lambda f: (_RANK[named.get(f.start)], f.start))
    said = beside(line, chosen, [f for f in found if f is not chosen and f.start in named], labels)
    date, doubtful = _settle(line, chosen, found, labels, said.weekdays, order)
    return Dated(date, chosen.rule, said.before, said.after, said.clock, named.get(chosen.start), doubtful, said.more)


_RANK: dict[Label | None, int] = {"published": 0, None: 1, "updated": 2}


def _has_year(line: str) -> bool:
    """Whether a line has a number that may be a year, of four digits or of two; most lines have none."""
    if _LONG_YEAR.search(line) or _SHORT_YEAR.search(line):
        return True
    return ("'" in line or "’" in line) and _ELIDED_YEAR.search(line) is not None


def _partial(line: str) -> Dated | None:
    """The date of a line that names no day."""
    labels = labels_in(line)
    bare = line
    for label in reversed(labels):
        bare = f"{bare[: label.start]} {bare[label.end :]}"
    bare = bare.strip(EDGE)
    kind = labels[0].label if labels else None
    if found := find_alone(bare):
        return Dated(found.readings[0], found.rule, "", "", False, kind, found.guessed, bare[-3:-2] in ("/", "-", "–"))
    found = find_beside(line)
    if found is None:
        return None
    said = beside(line, found, (), labels)
    return Dated(found.readings[0], found.rule, said.before, said.after, said.clock, kind, found.guessed, said.more)


def _labelled(line: str, found: list[Found], labels: list[Labelled]) -> dict[int, Label]:
    """
    The label of each date, by where it begins: that before it, with no other date between.

    A label after which nothing is said belongs to the date before it, if nothing but a time of day parts them.
    """
    named: dict[int, Label] = {}
    last = 0
    for date in found:
        between = [label for label in labels if last <= label.start < date.start]
        if between and (label := between[-1].label):
            named[date.start] = label
        last = date.end
    if labels and labels[-1].start >= last and (label := labels[-1].label):
        parted, _ = without_clock(line[last : labels[-1].start])
        if not any(c.isalnum() for c in parted + line[labels[-1].end :]):
            named.setdefault(found[-1].start, label)
    return named


def _settle(
    line: str, chosen: Found, found: list[Found], labels: list[Labelled], days: frozenset[int], order: str | None
) -> tuple[PartialDate | None, bool]:
    """The reading that is meant, and whether that is doubtful."""
    readings = chosen.readings
    fitting = [date for date in readings if date.exact and date.exact.weekday() in days]
    if len(fitting) == 1:
        return fitting[0], False
    wrong_day = bool(days) and not fitting and readings[0].exact is not None
    if not chosen.ordered:
        return readings[0], chosen.guessed or wrong_day
    order = order or _order(line, found, labels)
    if order is None:
        american = _AMERICAN.search(line, chosen.start, chosen.end + _CLOCK) is not None
        return (readings[1], True) if american else (None, True)
    return readings[0 if order == "day-first" else 1], chosen.guessed or wrong_day


def _order(line: str, found: list[Found], labels: list[Labelled]) -> str | None:
    """Whether day or month stands first, by another date of the line, by the language of a label, or by the zone."""
    for date in found:
        if date.rule == "number-date" and not date.ordered:
            first, second = (int(number) for number in re.findall(r"\d+", line[date.start : date.end])[:2])
            if first != second:
                return "day-first" if first > 12 else "month-first"
    return "day-first" if any(label.day_first for label in labels) or is_day_first_zone(line) else None
