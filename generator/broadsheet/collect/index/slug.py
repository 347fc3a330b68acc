"""Slugs: a title as part of an address, safe on every file system."""

from __future__ import annotations

import re
from itertools import groupby
from unicodedata import category, normalize

from anyascii import anyascii

_LONGEST = 80
_MOST_BYTES = 230
"""File systems take names of 255 bytes; a number and the ending come after the slug."""
_JOINING = frozenset("'’`,")
"""Signs that stand between letters or figures of one word."""
RESERVED = frozenset(
    [
        "index", "readme", "con", "prn", "aux", "nul", "conin", "conout",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    ]
)  # fmt: skip
"""Names with a meaning to MkDocs or to Windows."""


def slug(title: str, form: str = "ascii") -> str:
    """
    The words of a title in lower case, joined by hyphens, at most 80 characters, cut at a word.

    By the form ``ascii`` other scripts are transliterated (by anyascii); by ``unicode`` they are kept, composed (NFC).
    What leaves no letter gives ``article``.

    >>> slug("O’Shaughnessy’s “drill”: 1,000 Fälle")
    'oshaughnessys-drill-1000-falle'
    >>> slug("O’Shaughnessy’s “drill”: 1,000 Fälle", "unicode")
    'oshaughnessys-drill-1000-fälle'
    """
    text = normalize("NFC", title).replace("’", "'")
    text = (anyascii(text) if form == "ascii" else text).lower()
    joined = text if _JOINING.isdisjoint(text) else re.sub(r"(?<=\w)['’`](?=\w)|(?<=\d),(?=\d{3})", "", text)
    words = re.findall(r"[a-z0-9]+", joined) if form == "ascii" else _words(joined)
    return _shortened(normalize("NFC", "-".join(words))) or "article"


def _words(text: str) -> list[str]:
    """Runs of letters, marks and digits; joiners, which only shape letters, are dropped."""
    kept = "".join(sign for sign in text if category(sign) != "Cf")
    return ["".join(run) for is_word, run in groupby(kept, lambda sign: category(sign)[0] in "LMN") if is_word]


def _shortened(text: str) -> str:
    """At most 80 characters, cut between words, or, where one word is as long, before a letter with its marks."""
    end = min(_LONGEST, len(text.encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore")))
    if len(text) <= end:
        return text
    cut = text[: end + 1].rpartition("-")[0]
    while not cut and end > 1 and category(text[end])[0] == "M":
        end -= 1
    return cut or text[:end]
