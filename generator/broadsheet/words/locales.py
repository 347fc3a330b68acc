"""Languages as the CLDR knows them, by way of Babel."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError


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
