"""Adjectives beside names: those that have a capital themselves, and those that are the end of a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from broadsheet.collect.gathering.words import JOINED, Words

_TRAILING = frozenset("fr es ca pt it ro pl cs sk hr sr sl".split())
"""Languages that put the adjective of a name behind it, in small letters (“Union européenne”)."""
_ENDINGS = ("an", "ic", "ish", "ese", "al", "ist")
"""Those of English adjectives with a capital."""
_FEW = 2
"""Times that one stands before a noun which may be a name all the same (“Atlantic cable”)."""
_SHORT = 3
"""Letters of a word that is too short for an adjective behind a name."""


def tell_adjectives(language: str | None) -> bool:
    """Whether a language has adjectives that are told from names, or belong to them."""
    tag = _tag(language)
    return tag == "en" or tag in _TRAILING


def heed_adjectives(
    found: dict[str, int],
    opening: dict[str, int],
    places: Mapping[str, Sequence[int]],
    words: Words,
    language: str | None,
) -> None:
    """
    Change the counts of names of one word, by what stands behind them; `places` are where that is.

    An English adjective that mostly stands before a noun counts as the opening of a sentence, where a capital says
    nothing.  In languages that put it behind, a name which always has the same word behind it is one with it.
    """
    if _tag(language) == "en":
        for name, ends in places.items():
            if len(ends) > _FEW and name.endswith(_ENDINGS) and 4 * _nouns(ends, words) >= 3 * found[name]:
                opening[name] = found[name]
        return
    for name, ends in places.items():
        behind = set(_behind(ends, words)) if len(ends) > 1 else set()
        if len(behind) == 1 and len(word := behind.pop()) > _SHORT and word.islower() and word not in words.stop:
            whole = f"{name} {word}"
            found[whole], opening[whole] = found.pop(name), opening.pop(name, 0)


def _tag(language: str | None) -> str:
    return (language or "en").partition("-")[0]


def _nouns(ends: Sequence[int], words: Words) -> int:
    """Behind how many of some places a noun stands at once, as far as its form tells."""
    return sum(word.islower() and word not in words.stop for word in _behind(ends, words))


def _behind(ends: Sequence[int], words: Words) -> Iterator[str]:
    """The word at each place, if nothing but a space is before it; else nothing."""
    for end in ends:
        yield words.texts[end] if end < len(words.texts) and words.before[end] == JOINED else ""
