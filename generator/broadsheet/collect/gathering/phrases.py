"""Words that an article uses again and again, and words that it uses together."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from broadsheet.collect.gathering.chunks import JOINED, OPENS
from broadsheet.collect.gathering.nouns import nouns_have_capitals
from broadsheet.collect.gathering.traits import PART, TOPIC
from broadsheet.collect.gathering.words import Numbers, Words

_OFTEN = 3
"""Times that a single word stands in a text that is about it."""


def repeated_words(words: Words) -> list[dict[str, int]]:
    """
    The words that stand in each text three times or more, stop words and numbers left out, and how often they do.

    Words in small letters; where all nouns have a capital, the nouns, if they open no sentence.
    """
    may_be = words.traits & TOPIC != 0
    if nouns_have_capitals(words.tag):
        may_be &= words.before != OPENS
    found: list[dict[str, int]] = [{} for _ in words.bounds[1:]]
    owners, places = words.owners, np.flatnonzero(may_be)
    groups, places = _often(_groups(owners[places], words.numbers[places]), places, _OFTEN)
    for owner, place, count in _told(owners, places, groups):
        found[owner][words[place]] = count
    return found


def repeated_phrases(words: Words) -> list[dict[str, int]]:
    """
    Two or three words that stand together twice or more in a text, in small letters and without a stop word.

    Of three that stand together as often as two of them do, the two are left out.
    """
    found: list[dict[tuple[str, ...], int]] = [{} for _ in words.bounds[1:]]
    owners = words.owners
    places = np.flatnonzero(words.traits & PART)
    ones, places = _often(_groups(owners[places], words.numbers[places]), places)
    joined = (np.diff(places) == 1) & (words.before[places[1:]] == JOINED)
    twos, places = _often(_groups(ones[:-1][joined], words.numbers[places[1:][joined]]), places[:-1][joined])
    for owner, place, count in _told(owners, places, twos):
        found[owner][tuple(words.between(place, place + 2))] = count
    joined = np.diff(places) == 1
    threes, places = _often(_groups(twos[:-1][joined], words.numbers[places[1:][joined] + 1]), places[:-1][joined])
    for owner, place, count in _told(owners, places, threes):
        three = tuple(words.between(place, place + 3))
        for pair in (three[:2], three[1:]):
            if found[owner].get(pair) == count:
                del found[owner][pair]
        found[owner][three] = count
    return [{" ".join(phrase): count for phrase, count in of_text.items()} for of_text in found]


def _groups(one: Numbers, other: NDArray[np.int32]) -> Numbers:
    """A number for each pair, the same for the same pair."""
    groups: Numbers = np.unique(one << 32 | other, return_inverse=True)[1]
    return groups


def _often(groups: Numbers, places: Numbers, times: int = 2) -> tuple[Numbers, Numbers]:
    """Those in whose group there are so many."""
    often = np.bincount(groups)[groups] >= times
    return groups[often], places[often]


def _told(owners: Numbers, places: Numbers, groups: Numbers) -> Iterator[tuple[int, int, int]]:
    """Of each group the text, a place, and how many there are."""
    counts = np.bincount(groups)
    one = np.zeros(len(counts), np.int64)
    one[groups] = places
    at = np.flatnonzero(counts)
    return zip(owners[one[at]].tolist(), one[at].tolist(), counts[at].tolist(), strict=True)
