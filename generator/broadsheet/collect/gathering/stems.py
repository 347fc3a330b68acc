"""Stems: what all inflected forms of a word have in common, by Snowball."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import Stemmer

_LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""The languages whose inflections are known, with the names of their stemmers."""

_AT_HAND = 0
"""Words whose stems are kept: who asks for one does so once, and to keep it took three times as long as to find it."""


@cache
def stemmer(tag: str) -> Callable[[str], str] | None:
    """
    A function that gives the stem of a word in small letters; ``None`` for a language whose stems are not known.

    >>> stem = stemmer("en")
    >>> stem("presses") == stem("press"), stemmer("la")
    (True, None)
    """
    name = _LANGUAGES.get(tag)
    return Stemmer.Stemmer(name, _AT_HAND).stemWord if name else None
