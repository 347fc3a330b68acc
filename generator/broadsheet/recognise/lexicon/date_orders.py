"""The order in which a language writes day and month in figures, as the CLDR has it."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError


def order_in_cldr(language: str) -> str | None:
    """
    Which of both stands first in the short form of a date; ``None`` where the year does, or the language is not known.

    >>> order_in_cldr("de"), order_in_cldr("en-US"), order_in_cldr("ja"), order_in_cldr("nobody's")
    ('day-first', 'month-first', None, None)
    """
    try:
        pattern = Locale.parse(language.replace("_", "-"), sep="-").date_formats["short"].pattern
    except (UnknownLocaleError, ValueError, KeyError):
        return None
    day, month, year = pattern.find("d"), pattern.find("M"), pattern.find("y")
    if min(day, month) < 0 or 0 <= year < min(day, month):
        return None
    return "day-first" if day < month else "month-first"
