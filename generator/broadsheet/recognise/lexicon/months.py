"""Month and weekday names of the most written languages, from the CLDR (by way of Babel)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from babel import Locale

_SCRIPTS = {
    "ENGLISH": "en",
    "LATIN": "en de fr es pt it nl sv da nb fi is pl cs sk hu ro tr id ms vi sw fil ha af ca gl et lv lt sl sq"
    " az uz so jv ga cy ig zu hr bs",
    "CYRILLIC": "ru uk bg sr be mk kk",
    "ARABIC": "ar ar_LB ar_DZ ar_MA fa ur ps",
    "HEBREW": "he", "GREEK": "el", "DEVANAGARI": "hi mr ne", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te",
    "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml", "ORIYA": "or", "SINHALA": "si",
    "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "HANGUL": "ko", "CJK": "zh zh_Hant ja",
}  # fmt: skip
"""
The languages whose names are known, by script; they are loaded when a word of the script is looked up.

English is looked up before the rest of its script.  Croatian and Bosnian stand last, since some of
their month names mean another month in Polish or Czech.
"""
_ALSO = {
    "sept": 9, "janv": 1, "fevr": 2, "juil": 7, "maerz": 3, "janner": 1, "jaenner": 1, "sierp": 8, "agt": 8, "ogos": 8,
    "setiembre": 9, "అక్టోబరు": 10, "జూలై": 7, "ஜுலை": 7, "मइ": 5, "जून": 6,
    "сент": 9, "нояб": 11, "февр": 2, "يونيه": 6, "يوليه": 7, "ایار": 5,
}  # fmt: skip
"""Forms in print that the CLDR does not list."""


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
    found: dict[str, tuple[int, ...]] = {fold(name): (number,) for name, number in _ALSO.items()}
    for language in _SCRIPTS.get(script, "").split():
        for form in Locale.parse(language).months.values():
            for number, name in _names(form):
                key = fold(name).removeprefix("de ")
                if not key.isdigit() and number not in (known := found.get(key, ())):
                    found[key] = (*known, number)
    return found


@cache
def _weekdays(script: str) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for language in _SCRIPTS.get(script, "").split():
        for form in Locale.parse(language).days.values():
            for number, name in _names(form):
                if len(key := fold(name)) > 1 or not key.isascii():
                    found[key] = found.get(key, frozenset()) | {number}
    return found


@cache
def _full_weekdays(script: str) -> frozenset[str]:
    days = [Locale.parse(language).days for language in _SCRIPTS.get(script, "").split()]
    return frozenset(fold(name) for forms in days for form in forms.values() for name in form.get("wide", {}).values())


def _names(form: dict[str, dict[int, str]]) -> list[tuple[int, str]]:
    """The names of a form, written out and abbreviated."""
    return [pair for width in ("wide", "abbreviated") for pair in form.get(width, {}).items()]
