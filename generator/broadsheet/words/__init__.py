"""The words of the interface: what the site says around the articles, a catalogue for each language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from babel import Locale
from babel.numbers import format_decimal

from broadsheet.words.locales import locale_of

LANGUAGES = ("ar", "de", "en", "es", "fr")
"""Those that have a catalogue, ``<language>.toml`` beside this module; all others are answered in English."""

_Text = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue of one language."""

    language: str
    """The tag of the language that its texts are in."""
    locale: Locale
    """How its numbers, plurals and dates are written."""
    texts: Mapping[str, _Text]
    """By key, a text with its fields between braces; where it counts something, one for each plural of the CLDR."""

    def __call__(self, key: str, **fields: object) -> str:
        """
        A text with its fields filled in; the number `n` chooses the plural.  Raises `KeyError` where there is none.

        >>> words_of("en")("articles", n=26783), words_of("de")("articles", n=1)
        ('26,783 articles', '1 Artikel')
        """
        text = self.texts[key]
        if not fields and isinstance(text, str):
            return text
        number = fields.get("n")
        if not isinstance(text, str):
            text = text.get(self.locale.plural_form(number if isinstance(number, int) else 0), text["other"])
        if not fields:
            return text
        return text.format(**{**fields, "n": self.number(number)} if isinstance(number, int) else fields)

    def number(self, value: int) -> str:
        """
        A number as the language groups its digits.

        >>> words_of("de").number(26783)
        '26.783'
        """
        return str(value) if value < 1000 else format_decimal(value, locale=self.locale)


@lru_cache(maxsize=64)
def words_of(language: str | None) -> Words:
    """
    The catalogue for a BCP 47 tag: of its language, or the English one.

    >>> words_of("fr-CA")("archive"), words_of("nl")("archive"), words_of(None).language
    ('Archives', 'Archive', 'en')
    """
    tag = (language or "en").replace("_", "-")
    base = tag.partition("-")[0].lower()
    known = base if base in LANGUAGES else "en"
    text = (files(__name__) / f"{known}.toml").read_text(encoding="utf-8")
    return Words(tag if base == known else "en", locale_of(tag if base == known else "en"), tomllib.loads(text))
