"""Month and weekday names of the most written languages, from the CLDR."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from broadsheet.recognise.lexicon.table import calendar


def month_number(word: str) -> int | None:
    """
    The month that a word names in any of the languages, or ``None``.

    >>> month_number("März"), month_number("Sept."), month_number("июля"), month_number("Monday")
    (3, 9, 7, None)
    """
    found = months_named(word)
    return found[0] if found else None


@lru_cache(maxsize=4096)
def months_named(word: str) -> tuple[int, ...]:
    """
    All months that a word may name, that of the language with more readers first.

    >>> months_named("listopada"), months_named("May")
    ((11, 10), (5,))
    """
    key = fold(word)
    return _months("ENGLISH").get(key) or _months(script_of(key)).get(key, ())


@lru_cache(maxsize=4096)
def weekdays_named(word: str) -> frozenset[int]:
    """
    The days of the week that a word or its abbreviation may name, Monday being 0.

    >>> sorted(weekdays_named("lundi")), sorted(weekdays_named("Tor.")), sorted(weekdays_named("May"))
    ([0], [1, 3], [])
    """
    key = fold(word)
    return _weekdays(script_of(key)).get(key, frozenset())


def is_weekday(word: str) -> bool:
    """
    Whether a word is the full name of a day of the week; "Sun" and "Sam" may be persons.

    >>> is_weekday("lundi"), is_weekday("Sam")
    (True, False)
    """
    key = fold(word)
    return key in _full_weekdays(script_of(key))


def is_of_calendar(word: str) -> bool:
    """
    Whether a word, or its abbreviation, may name a month or a day of the week.

    >>> is_of_calendar("März"), is_of_calendar("lundi"), is_of_calendar("press")
    (True, True, False)
    """
    key = fold(word)
    return key in _named(script_of(key))


def fold(word: str) -> str:
    """Lower case, without accents and full stops."""
    if word.isascii():
        return word.lower().strip(".")
    parts = unicodedata.normalize("NFKD", word.casefold()).replace("ı", "i")
    return "".join(c for c in parts if not unicodedata.combining(c)).strip(".")


def script_of(key: str) -> str:
    """The script of a word's first letter, by the first word of the letter's name in Unicode."""
    return "LATIN" if key[:1].isascii() else unicodedata.name(key[0], "?").split()[0]


@cache
def _months(script: str) -> dict[str, tuple[int, ...]]:
    return {name: tuple(numbers) for name, numbers in calendar(script)["months"].items()}


@cache
def _weekdays(script: str) -> dict[str, frozenset[int]]:
    return {name: frozenset(numbers) for name, numbers in calendar(script)["weekdays"].items()}


@cache
def _named(script: str) -> frozenset[str]:
    return frozenset().union(_months("ENGLISH"), _months(script), _weekdays(script))


@cache
def _full_weekdays(script: str) -> frozenset[str]:
    return frozenset(calendar(script)["full"])
