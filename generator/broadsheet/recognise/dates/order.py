"""Which of two figures is the day: what the language of a text tells."""

from __future__ import annotations

from functools import cache

from broadsheet.recognise.lexicon.date_orders import order_in_cldr
from broadsheet.recognise.lexicon.table import table


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
    known = table()["orders"]
    return known[language] if language in known else order_in_cldr(str(language))
