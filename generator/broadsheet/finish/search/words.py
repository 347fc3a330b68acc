"""
The words of a text as the search knows them: folded forms, pairs of letters where no space parts words, families.

The script of the search (``search-engine.js``) reads queries by the same rules; `tests/test_search_browser.py` holds
the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from broadsheet.collect.gathering.stems import stemmer

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
"""Letters of scripts that put no space between words, or (Korean) attach particles to them."""
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ς": "σ"}
)
"""Letters that no decomposition leads to what readers type for them."""
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
)
"""Accents, and the vowel signs of Hebrew and Arabic: most readers leave them out."""
_LONGEST = 64
"""Letters of a form that count."""


@cache
def pattern() -> re.Pattern[str]:
    """What a word is: a run of an unspaced script, or of other letters, digits and their marks."""
    unspaced = re.compile(f"[{UNSPACED}]")
    ranges: list[list[int]] = []
    for point in range(0x20000):  # all beyond is Chinese
        if unicodedata.category(chr(point))[0] in "LNM" and not unspaced.match(chr(point)):
            if ranges and ranges[-1][1] == point - 1:
                ranges[-1][1] = point
            else:
                ranges.append([point, point])
    spaced = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"[{UNSPACED}]+|[{spaced}]+")


@cache
def _is_unspaced() -> Callable[[str], re.Match[str] | None]:
    return re.compile(f"[{UNSPACED}]").match


def fold(word: str) -> str:
    """
    A word without case, accents and typographic variants.

    >>> fold("Straßenbahn"), fold("Élysée"), fold("ﬁrst"), fold("ёлка")
    ('strassenbahn', 'elysee', 'first', 'елка')
    """
    if word.isascii():
        return word.lower()[:_LONGEST]
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", _lower(word))).translate(_PLAIN)
    return unicodedata.normalize("NFC", plain)[:_LONGEST]


def _lower(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFKC", word.lower()).lower()


def forms_of(word: str) -> tuple[str, ...]:
    """
    What a match of `pattern` is found by: its folded form; of an unspaced run, each pair of letters, and the last one.

    Each stands one place after the one before.

    >>> forms_of("Naïve"), forms_of("印刷术")
    (('naive',), ('印刷', '刷术', '术'))
    """
    if word.isascii() or not _is_unspaced()(word):
        form = fold(word)
        return (form,) if form else ()
    run = _lower(word)
    return tuple(run[at : at + 2] for at in range(len(run)))


@cache
def family_finder(language: str | None) -> Callable[[str], str]:
    """
    A function that tells which family a word belongs to: its stem in a language; empty where none is known.

    >>> of = family_finder("en-GB")
    >>> of("Presses") == of("press"), family_finder("la")("libri")
    (True, '')
    """
    tag = (language or "").lower().partition("-")[0]
    stem = stemmer(tag)
    if stem is None:
        return lambda word: ""

    def family(word: str) -> str:
        is_known = word.isascii() or not _is_unspaced()(word)
        return f"{tag}:{stem(_lower(word))}" if is_known else ""

    return family
