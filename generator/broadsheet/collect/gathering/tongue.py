"""A tongue: the chunks and words of one language that were met before, as numbers."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import count, islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from broadsheet.collect.gathering.chunks import AS_BEFORE, JOINED, SHORTENED, SIGNS, is_shortened, read
from broadsheet.collect.gathering.traits import Traits

LINE_END = 0
"""The number of the chunk that ends a line."""
_MOST = 1 << 20
"""Letters of the chunks that are remembered: of some 120,000, nearly all that a few thousand articles have."""


class Tongue:
    """
    What chunks of a language say, and the traits of its words; each is looked at when it is met first.

    Chunks and words have numbers, in columns of their own.
    """

    def __init__(self, tag: str) -> None:
        self.tag = tag
        """Of the language without its region; empty where it is not known."""
        self._traits = Traits(tag)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget all chunks and words."""
        self._letters = 0
        self._chunks = defaultdict[str, int](count().__next__)
        self._words = defaultdict[str, int](count().__next__)
        self.starts, self.first, self.behind = array("i", [0]), array("b"), array("b")
        """Of each chunk: where its words begin in the next columns, and then an end; see `chunks.Chunk`."""
        self.said, self.before = array("i"), array("b")
        """The words of each chunk, and the states before them."""
        self.words, self.folded = list[str](), list[str]()
        """Of each word: its letters, as they stand and folded."""
        self.checks, self.traits = array("I"), array("H")
        """Its checksum (CRC-32 of the folded word), and its traits."""
        self.numbers(["\n"])

    def numbers(self, chunks: Iterable[str]) -> NDArray[np.int32]:
        """The numbers of some chunks."""
        known = len(self._chunks)
        found = np.array(list(map(self._chunks.__getitem__, chunks)), np.int32)
        self._learn(_since(self._chunks, known))
        return found

    def numbers_of(self, words: Iterable[str]) -> NDArray[np.int32]:
        """The numbers of some words."""
        known = len(self._words)
        found = np.array(list(map(self._words.__getitem__, words)), np.int32)
        self._meet(_since(self._words, known))
        return found

    @property
    def full(self) -> bool:
        """Whether it is time to begin anew."""
        return self._letters > _MOST

    def _learn(self, chunks: list[str]) -> None:
        """Note what new chunks say."""
        self._letters += sum(map(len, chunks))
        words, before, ends = list[str](), self.before, self.starts
        for chunk in chunks:
            word, behind = chunk, JOINED
            if not word.isalnum():
                word, behind = chunk[:-1], SIGNS.get(chunk[-1:], -1)
            if behind >= 0 and word.isalnum():  # as most are
                words.append(word)
                before.append(JOINED)
                first = AS_BEFORE
                behind = SHORTENED if chunk[-1] == "." and is_shortened(word) else behind
            else:
                some, states, first, behind = read(chunk, self.tag)
                words += some
                before.extend(states)
            ends.append(len(before))
            self.first.append(first)
            self.behind.append(behind)
        self.said.frombytes(self.numbers_of(words).tobytes())

    def _meet(self, words: list[str]) -> None:
        """Note the traits of new words."""
        folded = [other if (other := word.casefold()) != word else word for word in words]
        self.words += words
        self.folded += folded
        self.checks.extend([crc32(word.encode("utf-8", "surrogatepass")) for word in folded])
        self.traits.extend(map(self._traits.of, words, folded))


def _since(numbers: defaultdict[str, int], known: int) -> list[str]:
    """What has got a number since so many were known."""
    return list(islice(reversed(numbers), len(numbers) - known))[::-1]


@cache
def tongue_of(tag: str) -> Tongue:
    """That of this process."""
    return Tongue(tag)
