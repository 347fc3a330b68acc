"""How often each word and each name of the collection occurs, and in how many articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from broadsheet.model.gathered import SMALL, Gathered, Sort


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of all articles."""

    places: Mapping[int, int]
    """Where the numbers of a word stand below, by its checksum."""
    articles: Sequence[int]
    """In how many articles each occurs."""
    small: Sequence[int]
    """In how many of them with a small letter."""
    total: Sequence[int]
    """How often it occurs in all."""

    def of(self, word: str) -> tuple[int, int, int]:
        """Articles, articles with a small letter, and occurrences of a folded word."""
        at = self.places.get(crc32(word.encode()))
        if at is None:
            return 0, 0, 0
        return self.articles[at], self.small[at], self.total[at]


def vocabulary(gathered: Sequence[Gathered]) -> Vocabulary:
    """Count the words of all articles together."""
    terms = np.frombuffer(b"".join(g.terms for g in gathered), np.uint32)
    tallies = np.frombuffer(b"".join(g.tallies for g in gathered), np.uint8)
    ids, of_term, articles = np.unique(terms, return_inverse=True, return_counts=True)
    small = np.bincount(of_term, tallies >= SMALL, len(ids)).astype(np.int64)
    total = np.bincount(of_term, tallies & (SMALL - 1), len(ids)).astype(np.int64)
    places = dict(zip(ids.tolist(), range(len(ids)), strict=True))
    return Vocabulary(places, articles.tolist(), small.tolist(), total.tolist())


def counts_of_names(gathered: Iterable[Gathered]) -> dict[str, list[int]]:
    """Of each form of a name: how many articles have it, how often it stands there, how many have it in a sentence."""
    found: dict[str, list[int]] = {}
    for one in gathered:
        for form, sort, times, opening, _ in one.mentions:
            if sort == Sort.NAME:
                if (counts := found.get(form)) is None:
                    counts = found[form] = [0, 0, 0]
                counts[0] += 1
                counts[1] += times
                counts[2] += times > opening
    return found
