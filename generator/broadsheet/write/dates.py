"""Dates in words, as the reader's language has them (CLDR, by way of Babel)."""

from __future__ import annotations

import datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names

from broadsheet.model import PartialDate, Season
from broadsheet.model.season import SEASONS
from broadsheet.words.locales import locale_of

_SEASON = {"ja": "{year}年{season}", "zh": "{year}年{season}", "ko": "{year}년 {season}", "hu": "{year} {season}",
           "es": "{season} de {year}", "pt": "{season} de {year}"}  # fmt: skip
_CIRCA = {"de": "um {}", "fr": "vers {}", "es": "hacia {}", "it": "circa {}", "nl": "ca. {}", "sv": "ca {}",
          "da": "ca. {}", "nb": "ca. {}", "fi": "n. {}", "pl": "ok. {}", "cs": "kolem {}", "ru": "ок. {}",
          "uk": "бл. {}", "ar": "نحو {}", "fa": "حدود {}", "ja": "{}頃", "zh": "约{}", "ko": "{}경"}  # fmt: skip
_DECADE = {"de": "{}er Jahre", "fr": "années {}", "es": "años {}", "pt": "anos {}", "it": "anni {}", "nl": "jaren {}",
           "sv": "{}-talet", "da": "{}'erne", "nb": "{}-årene", "fi": "{}-luku", "pl": "lata {}.", "ru": "{}-е годы",
           "uk": "{}-ті роки", "ja": "{}年代", "zh": "{}年代", "ko": "{}년대"}  # fmt: skip
"""How languages write a season with its year, "circa" and a decade; the CLDR does not say."""


@lru_cache(maxsize=4096)
def long_date(value: PartialDate | datetime.date | str, language: str | None = None) -> str:
    """
    Write a date as precisely as it is known; a text that is no date stays as it is.

    >>> long_date("2017-07-10"), long_date("1987-05"), long_date("2019-03-10", "de")
    ('10 July 2017', 'May 1987', '10. März 2019')
    >>> long_date("1921-21"), long_date("1900~"), long_date("192X"), long_date("1900~", "fr")
    ('Spring 1921', 'c. 1900', '1920s', 'vers 1900')
    """
    if isinstance(value, datetime.date):
        date: PartialDate | None = PartialDate(value.year, value.month, value.day)
    else:
        date = value if isinstance(value, PartialDate) else PartialDate.from_iso(value)
    if date is None:
        return str(value)
    locale = locale_of(language)
    return (
        _CIRCA.get(locale.language, "c. {}").format(_words(date, locale)) if date.approximate else _words(date, locale)
    )


def _words(date: PartialDate, locale: Locale) -> str:
    if date.month and date.day:
        return format_date(datetime.date(date.year, date.month, date.day), "long", locale)
    if date.month:
        return format_skeleton("yMMMM", datetime.date(date.year, date.month, 1), locale=locale)
    if date.season:
        name = season_name(date.season, locale.language)
        return _SEASON.get(locale.language, "{season} {year}").format(season=name, year=date.year)
    return _DECADE.get(locale.language, "{}s").format(date.year) if date.decade else str(date.year)


def calendar_date(value: datetime.date | str) -> str:
    """
    The part of a date that HTML's ``datetime`` may hold: a day, a month or a year.

    >>> calendar_date("1921-21"), calendar_date("1987-05~"), calendar_date("192X")
    ('1921', '1987-05', '1920')
    """
    date = PartialDate.from_iso(str(value))
    return date.calendar if date else str(value)


def season_name(season: Season, language: str | None = None) -> str:
    """
    The name of a season, as it begins a line; in English where the language has none here.

    >>> season_name(Season.AUTUMN), season_name(Season.AUTUMN, "de"), season_name(Season.AUTUMN, "fr")
    ('Autumn', 'Herbst', 'automne')
    """
    tag = (language or "en").partition("-")[0]
    name = SEASONS.get(tag, SEASONS["en"])[season - Season.SPRING]
    return name if tag in SEASONS and tag != "en" else name.capitalize()


@lru_cache(maxsize=256)
def month_name(month: int, language: str | None = None) -> str:
    """The name of a month, as it stands alone."""
    return str(get_month_names("wide", "stand-alone", locale_of(language))[month])


def day_name(month: int, day: int, language: str | None = None) -> str:
    """
    A day of the calendar, without a year.

    >>> day_name(7, 10), day_name(7, 10, "de")
    ('10 July', '10. Juli')
    """
    return str(format_skeleton("MMMMd", datetime.date(2000, month, day), locale=locale_of(language)))


def decade_name(year: int, language: str | None = None) -> str:
    """
    The decade that a year belongs to.

    >>> decade_name(1987), decade_name(1987, "fr")
    ('1980s', 'années 1980')
    """
    return long_date(PartialDate(year // 10 * 10, decade=True), language)
