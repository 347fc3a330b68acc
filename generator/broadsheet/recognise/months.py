"""Month and weekday names of the most written languages, from the CLDR (by way of Babel)."""

from __future__ import annotations

import unicodedata
from functools import cache

from babel import Locale

_FIRST = ("en",)
_LANGUAGES = (
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "hu", "ro", "hr", "bg",
    "el", "ru", "uk", "tr", "ar", "fa", "he", "hi", "bn", "ur", "ta", "id", "vi", "th",
)  # fmt: skip
_ALSO = {"sept": 9, "janv": 1, "fevr": 2, "juil": 7, "maerz": 3, "janner": 1, "jaenner": 1}
"""Forms in print that the CLDR does not list."""


def month_number(word: str) -> int | None:
    """
    The month that a word names in any of the languages, or ``None``.

    English is looked up first; the other names are loaded only for a word that it does not know.

    >>> month_number("März"), month_number("Sept."), month_number("Monday")
    (3, 9, None)
    """
    key = fold(word)
    return _months(_FIRST).get(key) or _months(_LANGUAGES).get(key)


def is_weekday(word: str) -> bool:
    """
    Whether a word names a day of the week.

    >>> is_weekday("lundi")
    True
    """
    key = fold(word)
    return key in _weekdays(_FIRST) or key in _weekdays(_LANGUAGES)


def fold(word: str) -> str:
    """Lower case, without accents and full stops."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).strip(".")


@cache
def _months(languages: tuple[str, ...]) -> dict[str, int]:
    found = dict(_ALSO)
    for language in languages:
        for form in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in form.get(width, {}).items():
                    if not name.strip(".").isdigit():
                        found.setdefault(fold(name), number)
    return found


@cache
def _weekdays(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        fold(name)
        for language in languages
        for form in Locale.parse(language).days.values()
        for width in ("wide", "abbreviated")
        for name in form.get(width, {}).values()
    )
