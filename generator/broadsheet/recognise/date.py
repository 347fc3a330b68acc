"""Dates on a line of their own, or beside a byline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from broadsheet.model import Kind, PartialDate
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.months import is_weekday, month_number

_MONTH = r"(?P<month>[^\W\d_]+)\.?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_OF = r"(?:[\s,/-]|de\s|del\s|of\s)*"
_FORMS = tuple(
    (rule, re.compile(form, re.IGNORECASE))
    for rule, form in (
        ("iso-date", r"(?<!\d)(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
        ("day-month-year", rf"{_DAY}(?:\.|st\b|nd\b|rd\b|th\b|er\b|º|ª)?{_OF}{_MONTH}{_OF}{_YEAR}"),
        ("month-day-year", rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}"),
        ("cjk-date", r"(?<!\d)(?P<year>\d{4})\s*年\s*(?P<number>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"),
        ("number-date", r"(?<!\d)(?P<a>\d{1,2})(?P<sign>[./-])\s?(?P<b>\d{1,2})(?P=sign)\s?(?P<year>\d{4})(?!\d)"),
        ("year-first", r"(?<!\d)(?P<year>\d{4})(?P<sign>[./])(?P<number>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)"),
        ("month-year", rf"{_MONTH},?{_OF}{_YEAR}"),
        ("year", r"^(?P<year>1[5-9]\d\d|20\d\d)$"),
    )
)
"""The forms in which a date is looked for; the first that fits and names a real day is taken."""

_CLOCK = re.compile(
    r"(?:\bT|\b)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?(?!\w))?\s*(?:Uhr\b|(?-i:[A-Z]{2,4}|Z)\b)?"
    r"(?:\s*[+-]\d{2}:?\d{2})?|\b\d{1,2}\s*(?:[ap]\.?m\.?(?!\w)|Uhr\b)",
    re.IGNORECASE,
)
_LABELS = frozenset(
    "published updated posted date dated issued on at le am den vom el em op publié veröffentlicht aktualisiert stand"
    " publicado actualizado pubblicato gmt utc".split()
)
_PLACE = re.compile(r"(?:[^\W\d_][\w'’.-]*\s?){1,3},")
_LONGEST = 90
"""A dateline is short; a longer line is text that has a date in it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a line."""

    date: PartialDate | None
    """``None`` where day and month cannot be told apart."""
    rule: str
    rest: str
    """What the line says besides: neither date, nor weekday, nor clock, nor "published"."""
    clock: bool
    """Whether the line gives a time of day."""


def read_date(text: str, order: str | None = None) -> Dated | None:
    """
    Find the date of a short line; `order` ("day-first", "month-first") tells how one of two readings is meant.

    >>> read_date("Monday, 10 July 2017").date
    PartialDate(year=2017, month=7, day=10)
    >>> read_date("By the Archive desk, May 1987").rest
    'By the Archive desk'
    """
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return None
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
    for rule, form in _FORMS:
        for match in form.finditer(digits):
            for date in _dates(match, order):
                besides = digits[: match.start()] + " \0 " + digits[match.end() :]
                rest, clock = _without_clock(besides)
                return Dated(date, rule, _without_labels(rest), clock)
    return None


def _dates(match: re.Match[str], order: str | None) -> Iterator[PartialDate | None]:
    """The date that a match names, if it is a real one; one ``None`` if it may be two."""
    parts = match.groupdict()
    if parts.get("sign") and "a" in parts:
        a, b, year = int(parts["a"]), int(parts["b"]), int(parts["year"])
        day_first, month_first = _real(year, b, a), _real(year, a, b)
        if parts["sign"] == "." or not month_first or day_first == month_first:
            readings = {day_first}
        else:
            by_order = {"day-first": day_first, "month-first": month_first}
            readings = {month_first} if not day_first else {by_order.get(order or "")}
        yield from readings - ({None} if not (day_first or month_first) else set())
        return
    month: int | None = None
    if parts.get("number"):
        month = int(parts["number"])
    elif name := parts.get("month"):
        month = _named(name)
        if month is None:
            return
    date = _real(int(parts["year"]), month, int(parts["day"]) if parts.get("day") else None)
    if date:
        yield date


def _named(name: str) -> int | None:
    """A month's name; Hebrew writes its "in" onto it."""
    return month_number(name) or (month_number(name[1:]) if name.startswith("ב") else None)


def _real(year: int, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _without_clock(text: str) -> tuple[str, bool]:
    rest = _CLOCK.sub(" ", text)
    return rest, rest != text


def _without_labels(text: str) -> str:
    """Leave out weekdays and words such as "published" beside the date; what stands before or after is kept."""
    words = [w for w in re.split(r"([\s,|•·–—:()/-]+)", text) if w]
    kept = "".join(" " if _is_label(word) else word for word in words)
    sides = (side.strip(" \t,|•·–—:()/-") for side in kept.split("\0"))
    return " ".join(side for side in sides if side)


def _is_label(word: str) -> bool:
    bare = word.strip(".").casefold()
    return bare in _LABELS or (bare.isalpha() and is_weekday(bare))


def date_candidates(lines: list[Line], order: str | None = None) -> list[Candidate]:
    """The lines of a head that are a date and nothing else, or a place, a comma and a date."""
    ties = [False, *(line.joins(after) for line, after in pairwise(lines))]
    return (
        [found for line, tied in zip(lines, ties, strict=True) if (found := _dateline(line, order, tied=tied))]
        if lines
        else []
    )


def _dateline(line: Line, order: str | None, *, tied: bool) -> Candidate | None:
    """`tied`: whether a hard break ties the line to the one before; then it may say more than the date."""
    dated = read_date(line.text, order)
    if dated is None or dated.date is None:
        return None
    rule, weight, more = dated.rule, 0.9 if dated.date.exact else 0.7, dated.clock
    if any(c.isalnum() for c in dated.rest) and tied:
        rule, weight, more = f"{dated.rule}-hard-break", 0.8, True
    elif any(c.isalnum() for c in dated.rest):
        if dated.date.exact is None or dated.clock or not _PLACE.fullmatch(line.text[: line.text.rfind(",") + 1]):
            return None
        rule, weight, more = f"{dated.rule}-after-place", 0.75, True
    return Candidate("date", dated.date, line.number, line.number, rule, weight, Kind.DATELINE, says_more=more)
