"""The words of a text in ASCII, by which it is told at little cost whether any of some phrases may stand in it."""

from __future__ import annotations

from collections.abc import Set

_LETTERS = bytes(ord(chr(sign).lower()) if chr(sign).isalpha() and sign < 128 else ord(" ") for sign in range(256))
"""For each letter of ASCII the small one, for all else a space."""


def may_have(text: str, words: Set[bytes]) -> bool:
    """
    Whether a text has one of some words in small letters of ASCII, in whatever case; or other letters than those.

    >>> may_have("Spring, 1921", {b"spring"}), may_have("Offspring", {b"spring"}), may_have("Été", {b"spring"})
    (True, False, True)
    """
    return not text.isascii() or not words.isdisjoint(text.encode().translate(_LETTERS).split())


def may_begin(text: str, words: Set[str]) -> bool:
    """
    Whether a text begins with one of some words in small letters, in whatever case; or with more than letters of ASCII.

    >>> may_begin("From Paris", {"from"}), may_begin("Fromage", {"from"}), may_begin("(From Paris)", {"from"})
    (True, False, True)
    """
    first = text.split(maxsplit=1)[0]
    return not (first.isalpha() and first.isascii()) or first.lower() in words
