"""Texts as words: those of all texts of a language one after another, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from broadsheet.collect.gathering.chunks import BEHIND_SIGNS, FIRST, LISTED, OPENS, PASSES
from broadsheet.collect.gathering.tongue import LINE_END, Tongue, tongue_of
from broadsheet.collect.gathering.traits import CAPITAL

_SHORT_LINE = 6
"""Words of a line that is no sentence, if no full stop or the like ends it."""
_LIST = 5
"""Such lines, one after the other, that are a list."""
_ENDS = frozenset(".!?:;…。！？؟۔।,")
_CLOSING = " \"”’»«“')]*_"
_FIRST = np.array(FIRST, np.int8)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts of one language, in order; its columns have equally many rows."""

    tag: str
    """Of the language without its region; empty where it is not known."""
    known: list[str]
    """The words that have numbers, as they stand, without what is attached to them: an elided article, a possessive."""
    folded: list[str]
    """The same, folded."""
    numbers: NDArray[np.int32]
    """Which of these each word is."""
    before: NDArray[np.int8]
    """What stands before each: one of the states of `chunks`."""
    checks: NDArray[np.uint32]
    """The checksum (CRC-32) of each, folded."""
    traits: NDArray[np.uint16]
    """Of each, its `traits`."""
    bounds: list[int]
    """Where the words of each text begin, and an end."""

    def __getitem__(self, at: int) -> str:
        return self.known[int(self.numbers[at])]

    def between(self, first: int, end: int) -> list[str]:
        """Some that follow one another."""
        return [self.known[number] for number in self.numbers[first:end].tolist()]

    def folded_between(self, first: int, end: int) -> list[str]:
        """The same, folded."""
        return [self.folded[number] for number in self.numbers[first:end].tolist()]

    @property
    def texts(self) -> list[str]:
        """All of them."""
        return self.between(0, len(self.numbers))

    @property
    def spans(self) -> Iterator[tuple[int, int]]:
        """Where the words of each text begin and end."""
        return zip(self.bounds, self.bounds[1:], strict=False)

    @property
    def owners(self) -> Numbers:
        """The number of the text of each word."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))


def words_of(texts: Sequence[str], language: str | None) -> Words:
    """
    The words of some texts; a full stop after initials or a title ends no sentence.

    >>> words = words_of(["The U.S.’s answer to Mr. Day’s paper: silence."], "en")
    >>> [text for text, before in zip(words.texts, words.before) if before == OPENS]
    ['The', 'silence']
    >>> words_of(["News& more", "Old"], "en").texts
    ['News', '&', 'more', 'Old']
    """
    tag = (language or "").partition("-")[0]
    tongue = tongue_of(tag)
    if tongue.full:
        tongue.begin_anew()
    chunks = tongue.numbers([*"\n".join(texts).replace("\n", " \n ").split(" "), "\n"])
    starts = np.asarray(tongue.starts)
    taken = starts[chunks + 1] - starts[chunks]
    ends = np.cumsum(taken)
    at = np.arange(ends[-1]) + np.repeat(starts[chunks] - (ends - taken), taken)
    before = np.asarray(tongue.before)[at]
    begins = taken > 0
    before[(ends - taken)[begins]] = _FIRST[np.asarray(tongue.first)[chunks], _states(chunks, tongue)][begins]
    lines = [0, *ends[chunks == LINE_END].tolist()]
    last = [0, *accumulate(text.count("\n") + 1 for text in texts)]
    words = _columns(tongue, np.asarray(tongue.said)[at], before, [lines[line] for line in last])
    for text, first, end in zip(texts, last, last[1:], strict=False):
        if end - first >= _LIST:
            _mark_lists(text, lines[first : end + 1], words)
    return words


def with_texts(words: Words, texts: Sequence[str]) -> Words:
    """The same, with other words in the place of each."""
    tongue = tongue_of(words.tag)
    return _columns(tongue, tongue.numbers_of(texts), words.before, words.bounds)


def _columns(tongue: Tongue, numbers: NDArray[np.int32], before: NDArray[np.int8], bounds: list[int]) -> Words:
    return Words(
        tongue.tag,
        tongue.words,
        tongue.folded,
        numbers,
        before,
        np.asarray(tongue.checks)[numbers],
        np.asarray(tongue.traits)[numbers],
        bounds,
    )


def _states(chunks: NDArray[np.int32], tongue: Tongue) -> NDArray[np.int8]:
    """The state before each chunk."""
    behind = np.append(np.int8(OPENS), np.asarray(tongue.behind)[chunks])[:-1]
    places = np.arange(len(behind))
    told = np.maximum.accumulate(np.where(behind == PASSES, 0, places))
    return np.where(told == places, behind[told], _FIRST[BEHIND_SIGNS, behind[told]])


def _mark_lists(text: str, bounds: Sequence[int], words: Words) -> None:
    """Mark the words of lists of short lines in a text, where there are any; `bounds` are those of its lines."""
    short = list(map(_is_open, text.split("\n")))
    if sum(short) < _LIST:
        return
    first = 0
    for line, is_short in enumerate([*short, False]):
        if is_short and not _is_long(words.traits[bounds[line] : bounds[line + 1]]):
            continue
        if line - first >= _LIST:
            words.before[bounds[first] : bounds[line]] = LISTED
        first = line + 1


def _is_open(line: str) -> bool:
    """Whether no full stop or the like ends a line."""
    return line[-1:] not in _ENDS and line.rstrip(_CLOSING)[-1:] not in _ENDS


def _is_long(traits: NDArray[np.uint16]) -> bool:
    """Whether a line has as many words as a sentence, a third of them without a capital."""
    return len(traits) > _SHORT_LINE and int(np.count_nonzero(traits & CAPITAL)) * 3 < 2 * len(traits)
