"""Words that a line's end divided by a hyphen: told from compounds by the words of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

HYPHENS = "-‐"
_END = re.compile(r"(?P<head>[^\W\d_]+)[-‐]$")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:://|@|\bwww\.)\S*$")
_INFLECTIONS = ("s", "es", "n", "en", "e", "er", "ed", "d", "ing", "ly", "em")
_HABIT, _CERTAIN = 3, 4
"""A file divides words if so many stand elsewhere in it undivided, so many times as often as compounds are kept."""
_PREFIXES = frozenset(
    """
    self ex non anti co pro so vice half all cross semi pseudo neo quasi post pre well ill mid multi twenty thirty forty
    fifty sixty seventy eighty ninety
    vize nicht
    sous demi mi après avant
    """.split()
)
"""Behind these a word has a hyphen more often than not."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a file, as far as they tell divided words from compounds."""

    known: frozenset[str] = frozenset()
    """Words and compounds that no line's end parts, in lower case; empty where no line ends in a hyphen."""
    divides: bool = False
    """Whether dividing words is the habit of the file."""

    def is_divided(self, before: str, after: str) -> bool:
        """
        Whether the hyphen at the end of a line is not one of its word.

        It is not if the word stands elsewhere in the file without one, or without its ending.  Left alone: compounds
        that stand elsewhere as such, second halves with a capital, addresses; and what the file does not have, unless
        it divides words as a habit, and not both halves are words of it.
        """
        end, begin = _END.search(before), _WORD.match(after)
        if not self.known or end is None or begin is None or not begin[0][0].islower() or _ADDRESS.search(before):
            return False
        head, tail = end["head"].lower(), begin[0].lower()
        if f"{head}-{tail}" in self.known:
            return False
        if self._has(head, tail):
            return True
        return self.divides and not (head in self.known and tail in self.known) and head not in _PREFIXES

    def _has(self, head: str, tail: str) -> bool:
        """Whether the whole word is known, or one with another ending."""
        word = head + tail
        if word in self.known:
            return True
        if len(word) < 6:
            return False
        return any(
            word + ending in self.known
            or (word.endswith(ending) and len(tail) > len(ending) and word[: -len(ending)] in self.known)
            for ending in _INFLECTIONS
        )


NO_WORDS = Words()


def words_of(chunks: Iterable[Sequence[str]]) -> Words:
    """The words of a file, from its lines as they stand together; none, where no line ends in the hyphen of a word."""
    chunks = list(chunks)
    breaks = [
        (line.rstrip(), after.strip())
        for chunk in chunks
        for line, after in pairwise(chunk)
        if line.rstrip()[-1:] in HYPHENS
    ]
    if not any(_END.search(line) for line, _ in breaks):
        return NO_WORDS
    known: set[str] = set()
    for chunk in chunks:
        broken = False
        for line in chunk:
            words = [word.lower().replace("‐", "-") for word in _WORD.findall(line)]
            broken, was = line.rstrip()[-1:] in HYPHENS, broken
            known.update(words[was : len(words) - broken])
    found = Words(frozenset(known))
    divided = sum(found.is_divided(line, after) for line, after in breaks)
    kept = sum(_is_compound(line, after, found) for line, after in breaks)
    return Words(found.known, divided >= max(_HABIT, _CERTAIN * kept))


def _is_compound(line: str, after: str, words: Words) -> bool:
    end, begin = _END.search(line), _WORD.match(after)
    return end is not None and begin is not None and f"{end['head']}-{begin[0]}".lower() in words.known
