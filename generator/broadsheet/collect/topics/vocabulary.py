"""How often each word of the collection occurs, and in how many articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

import numpy as np

from broadsheet.collect.gathering.columns import Columns
from broadsheet.model.gathered import SMALL, Gathered

Numbers = tuple[int, int, int]
"""Of a word: in how many articles it occurs, in how many of them with a small letter, and how often in all."""


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
    otherwise: Mapping[int, Numbers] = field(default_factory=dict)
    """What holds in the place of these numbers, by the checksums of words."""
    asked: dict[str, Numbers] = field(default_factory=dict)
    """What was said of which word."""

    def of(self, word: str) -> Numbers:
        """Articles, articles with a small letter, and occurrences of a folded word."""
        found = self.asked.get(word)
        if found is None:
            found = self.asked[word] = self._of_check(crc32(word.encode()))
        return found

    def is_common(self, word: str) -> bool:
        """Whether a folded word mostly stands in small letters, or with an article where all nouns have a capital."""
        articles, small, _ = self.of(word)
        return small * 3 > articles

    def _of_check(self, check: int) -> Numbers:
        if check in self.otherwise:
            return self.otherwise[check]
        at = self.places.get(check)
        return (0, 0, 0) if at is None else (self.articles[at], self.small[at], self.total[at])

    def with_others(self, less: Iterable[Gathered], more: Iterable[Gathered]) -> Vocabulary:
        """The words of a collection that has some other articles in the place of some."""
        changes: dict[int, list[int]] = {}
        for gathered, sign in ((less, -1), (more, 1)):
            for one in gathered:
                for check, tally in zip(memoryview(one.terms).cast("I"), one.tallies, strict=True):
                    change = changes.setdefault(check, [0, 0, 0])
                    change[0] += sign
                    change[1] += sign * (tally >= SMALL)
                    change[2] += sign * (tally & (SMALL - 1))
        otherwise = {}
        for check, (articles, small, total) in changes.items():
            if articles or small or total:
                now = self._of_check(check)
                otherwise[check] = now[0] + articles, now[1] + small, now[2] + total
        return replace(self, otherwise=otherwise, asked={})


def vocabulary(columns: Columns) -> Vocabulary:
    """Count the words of all articles together."""
    number = len(columns.checks)
    small = np.bincount(columns.words, columns.tallies >= SMALL, number).astype(np.int64)
    total = np.bincount(columns.words, columns.tallies & (SMALL - 1), number).astype(np.int64)
    places = dict(zip(columns.checks.tolist(), range(number), strict=True))
    return Vocabulary(places, columns.articles.tolist(), small.tolist(), total.tolist())
