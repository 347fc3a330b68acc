"""Which of two figures is the day: what the language of a text tells."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def usual_order(language: str | None) -> str | None:
    """
    The order in which a language writes day and month in figures, from the CLDR; ``None`` where it may be either.

    English is written in both ways, and a language that puts the year first tells nothing of a date that does not.

    >>> usual_order("de"), usual_order("en"), usual_order("en-US"), usual_order("ja")
    ('day-first', None, 'month-first', None)
    """
    if language in (None, "en"):
        return None
    try:
        pattern = Locale.parse(str(language).replace("_", "-"), sep="-").date_formats["short"].pattern
    except (UnknownLocaleError, ValueError, KeyError):
        return None
    day, month, year = pattern.find("d"), pattern.find("M"), pattern.find("y")
    if min(day, month) < 0 or 0 <= year < min(day, month):
        return None
    return "day-first" if day < month else "month-first"
