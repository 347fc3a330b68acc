"""Which 8-bit encoding a text is in whose Latin letters are not those of most western languages."""

from __future__ import annotations

from collections import Counter

_CENTRAL, _TURKISH, _BALTIC = ("cp1250", "iso8859_2"), ("cp1254",), ("cp1257", "iso8859_13")
_ALPHABETS = (
    (_CENTRAL, "ąćęłńśźż", "ó", 0.02),
    (_CENTRAL, "čďěňřšťůž", "áéíóúý", 0.02),
    (_CENTRAL, "čďĺľňŕšťž", "áäéíóôúý", 0.02),
    (_CENTRAL, "őű", "áéíóöúü", 0.004),
    (_CENTRAL, "ăşţ", "âî", 0.02),
    (_CENTRAL, "čćđšž", "", 0.02),
    (_TURKISH, "ğıİş", "âçîöûü", 0.02),
    (_BALTIC, "ąčęėįšųūž", "", 0.02),
    (_BALTIC, "āčēģīķļņšūž", "", 0.02),
    (("cp1252", "cp1257"), "õ", "äöüšž", 0.004),
    (("cp1252",), "ðþ", "áéíóúýæöø", 0.02),
)
"""
Encodings; letters of a language that most western ones have not, and letters that it shares with them; and how many of
all letters are its own, at least: Italian with its accents, read as Czech, has fewer.

Polish, Czech, Slovak, Hungarian, Romanian, the South Slavic languages, Turkish, Lithuanian, Latvian, Estonian,
Icelandic and Faroese.
"""
_SIGNS = frozenset("«»„“”‘’‚‹›–—…•·€£§©®™°½¼¾\u00a0\u00ad")
_FIT = 0.95
"""The share of the characters beyond ASCII that are letters of the language, or common signs; names have others."""
_LEAST = 3
"""So many letters of its own a text has, however short it is."""
_FORMS = tuple(
    (encodings, frozenset(own + own.upper()) - {"I"}, frozenset(own + shared + (own + shared).upper()) | _SIGNS, dense)
    for encodings, own, shared, dense in _ALPHABETS
)


def by_alphabet(data: bytes) -> tuple[str, str] | None:
    """
    The encoding, and the text in it, in which nearly all letters beyond ASCII are those of one language.

    Left alone: a text with hardly any letters that are of such a language alone.

    >>> by_alphabet("Żółw i łąka".encode("iso8859_2"))
    ('iso8859_2', 'Żółw i łąka')
    >>> by_alphabet("Der Zürcher Druck".encode("cp1252")) is None
    True
    """
    best: tuple[float, str, str] | None = None
    for encoding in dict.fromkeys(encoding for encodings, *_ in _FORMS for encoding in encodings):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        counts = Counter(text)
        letters = sum(count for c, count in counts.items() if c.isalpha())
        beyond = {c: count for c, count in counts.items() if c > "\x7f"}
        for encodings, own, usual, dense in _FORMS:
            if encoding not in encodings or _sum(beyond, own) < max(_LEAST, dense * letters):
                continue
            fit = _sum(beyond, usual) / sum(beyond.values())
            if fit >= _FIT and (best is None or fit > best[0]):
                best = fit, encoding, text
    return best[1:] if best else None


def _sum(counts: dict[str, int], characters: frozenset[str]) -> int:
    return sum(count for c, count in counts.items() if c in characters)
