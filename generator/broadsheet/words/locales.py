"""Languages as the CLDR knows them, by way of Babel."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.localedata import Alias, LocaleDataDict, merge


def _read(data: LocaleDataDict, key: str | int | None) -> Any:
    """
    What stands under a key, an alias followed.

    Babel keeps what it found where the alias was, in data that languages share: after Azerbaijani months had been
    looked up, those of Arabic were called the same (python-babel issue 1234).  Here nothing is kept.
    """
    value = data._data[key]
    if isinstance(value, Alias):
        value = value.resolve(data.base)
    if isinstance(value, tuple):
        alias, own = value
        value = alias.resolve(data.base).copy()
        merge(value, own)
    return LocaleDataDict(value, base=data.base) if isinstance(value, dict) else value


LocaleDataDict.__getitem__ = _read  # type: ignore[method-assign]


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


_RTL = frozenset(
    (
        "apc", "ar", "bal", "bgn", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "ps", "rhg", "sd", "sdh", "skr",
        "syr", "trw", "ug", "ur", "yi",
    )
)  # fmt: skip
"""Languages that are written from right to left; Babel would load all that it knows of each to say so."""
_RTL_SCRIPTS = frozenset(("Adlm", "Arab", "Nkoo", "Rohg"))


@lru_cache(maxsize=256)
def direction(language: str | None) -> str:
    """
    The direction of a language's script: ``rtl`` or ``ltr``.

    >>> direction("ar"), direction("de"), direction(None)
    ('rtl', 'ltr', 'ltr')
    """
    locale = locale_of(language)
    return "rtl" if (locale.script in _RTL_SCRIPTS if locale.script else locale.language in _RTL) else "ltr"
