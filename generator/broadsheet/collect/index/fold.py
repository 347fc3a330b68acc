"""Names without what their writers differ in."""

from __future__ import annotations

import re
from unicodedata import normalize

_ACCENTS = re.compile("[\u0300-\u036f]")
_WITHOUT_ACCENT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that Unicode does not take apart."""


def fold(name: str) -> str:
    """
    A name without case and accents.

    >>> fold("José  SARAMAGO"), fold("Sørensen")
    ('jose saramago', 'sorensen')
    """
    bare = _ACCENTS.sub("", normalize("NFKD", name).casefold()).translate(_WITHOUT_ACCENT)
    return normalize("NFC", " ".join(bare.split()))
