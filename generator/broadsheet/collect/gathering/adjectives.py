"""Adjectives beside names: those that have a capital themselves, and those that are the end of a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from broadsheet.collect.gathering.chunks import JOINED
from broadsheet.collect.gathering.stopwords import stopwords
from broadsheet.collect.gathering.traits import adjectives_are_behind
from broadsheet.collect.gathering.words import Words

_FEW = 2
"""Times that one stands before a noun which may be a name all the same (“Atlantic cable”)."""
_SHORT = 3
"""Letters of a word that is too short for an adjective behind a name."""


def heed_adjectives(
    found: dict[str, int], opening: dict[str, int], places: Mapping[str, Sequence[int]], words: Words
) -> None:
    """
    Change the counts of names of one word, by what stands behind them; `places` are where that is.

    An English adjective that mostly stands before a noun counts as the opening of a sentence, where a capital says
    nothing.  In languages that put it behind, a name which always has the same word behind it is one with it.
    """
    if not adjectives_are_behind(words.tag):
        for name, ends in places.items():
            if len(ends) > _FEW and 4 * _nouns(ends, words) >= 3 * found[name]:
                opening[name] = found[name]
        return
    for name, ends in places.items():
        behind = set(_behind(ends, words)) if len(ends) > 1 else set()
        if len(behind) == 1 and len(word := behind.pop()) > _SHORT and _may_be_noun(word, words):
            whole = f"{name} {word}"
            found[whole], opening[whole] = found.pop(name), opening.pop(name, 0)


def _nouns(ends: Sequence[int], words: Words) -> int:
    """Behind how many of some places a noun stands at once, as far as its form tells."""
    return sum(_may_be_noun(word, words) for word in _behind(ends, words))


def _may_be_noun(word: str, words: Words) -> bool:
    return word.islower() and word not in stopwords(words.tag or None)


def _behind(ends: Sequence[int], words: Words) -> Iterator[str]:
    """The word at each place, if nothing but a space is before it; else nothing."""
    for end in ends:
        yield words[end] if end < len(words.numbers) and words.before[end] == JOINED else ""
