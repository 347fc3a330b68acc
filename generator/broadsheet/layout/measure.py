"""How wide a line is: in the columns of a terminal, or set in a proportional typeface."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

Measure = Callable[[str], int]
"""The width of a text, in units of its own."""

_CLASSES = (
    ("ijl'|!.,:;’‘`", 28),
    ('ftr()[]{}I-‐"°/\\', 35),
    (" ", 27),
    ("“”„", 44),
    ("mwM–%@", 80),
    ("W—…&œæ", 94),
)
"""Advance widths in hundredths of an em, rounded over the common text faces (Helvetica, Times, DejaVu, Noto)."""
_SPACES = " \t\u3000\u00a0"
_LINE_AND_SPACE = tuple(f"\n{space}" for space in _SPACES)
_CAPITAL, _OTHER, _FULL = 68, 53, 100
_NARROW = re.compile("[\x00-\u02ff\u2002-\u20cf]*")
"""Letters and signs that take a column each: of most texts in Latin letters, all."""


def columns(text: str) -> int:
    """
    The columns that a text takes on a terminal: two for a wide character (Unicode's East Asian Width).

    >>> columns("well"), columns("新聞")
    (4, 4)
    """
    return len(text) if text.isascii() or _NARROW.fullmatch(text) else sum(map(_columns, text))


def advance(text: str) -> int:
    """
    Roughly how wide a text is in a proportional typeface, in hundredths of an em.

    >>> advance("will") < advance("more")
    True
    """
    return sum(map(_ADVANCES.__getitem__, text))


@cache
def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class _Advances(dict[str, int]):
    """The advance width of each character, reckoned when it is first asked for."""

    def __missing__(self, character: str) -> int:
        self[character] = found = _advance(character)
        return found


_ADVANCES = _Advances()


def _advance(character: str) -> int:
    bare = unicodedata.normalize("NFD", character)[0]
    for characters, width in _CLASSES:
        if bare in characters:
            return width
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL
    return _CAPITAL if bare.isupper() else _OTHER


def indent_of(line: str) -> int:
    """The width of the space before a line; a tab reaches the next multiple of four."""
    if line[:1] not in _SPACES:
        return 0
    indent = len(line) - len(line.lstrip(_SPACES))
    return len(line[:indent].expandtabs(4)) if "\t" in line else indent


def may_be_indented(text: str) -> bool:
    """Whether a line of a text is indented: a test that costs little."""
    return text[:1] in _SPACES or any(map(text.__contains__, _LINE_AND_SPACE))
