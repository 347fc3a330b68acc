"""Dates in words, as the reader's language has them (CLDR, by way of Babel)."""

from __future__ import annotations

import datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_month_names

from broadsheet.model import PartialDate


@lru_cache(maxsize=4096)
def long_date(value: PartialDate | datetime.date | str, language: str | None = None) -> str:
    """
    Write a date as precisely as it is known; a text that is no date stays as it is.

    >>> long_date("2017-07-10"), long_date("1987-05"), long_date("2019-03-10", "de")
    ('10 July 2017', 'May 1987', '10. März 2019')
    """
    if isinstance(value, datetime.date):
        date: PartialDate | None = PartialDate(value.year, value.month, value.day)
    else:
        date = value if isinstance(value, PartialDate) else PartialDate.from_iso(value)
    if date is None:
        return str(value)
    locale = locale_of(language)
    if date.exact:
        return format_date(date.exact, "long", locale)
    if date.month:
        return format_skeleton("yMMMM", datetime.date(date.year, date.month, 1), locale=locale)
    return str(date.year)


def month_name(month: int, language: str | None = None) -> str:
    """The name of a month, as it stands alone."""
    return str(get_month_names("wide", "stand-alone", locale_of(language))[month])


@lru_cache(maxsize=256)
def locale_of(language: str | None) -> Locale:
    """The locale of a BCP 47 tag; British English where there is none, or none is known."""
    if language in (None, "en"):
        return Locale("en", "GB")
    tag = str(language).replace("_", "-")
    for part in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(part, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")


def direction(language: str | None) -> str:
    """
    The direction of a language's script: ``rtl`` or ``ltr``.

    >>> direction("ar"), direction("de"), direction(None)
    ('rtl', 'ltr', 'ltr')
    """
    return str(locale_of(language).text_direction)
