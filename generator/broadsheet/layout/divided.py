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
        halves = _halves(before, after) if self.known else None
        return halves is not None and self.divide(*halves) and not _ADDRESS.search(before)

    def divide(self, head: str, tail: str) -> bool:
        """The same of what stands before and behind the hyphen."""
        if not tail[0].islower() or self.join(head, tail):
            return False
        head, tail = head.lower(), tail.lower()
        if self._has(head, tail):
            return True
        return self.divides and not (head in self.known and tail in self.known) and head not in _PREFIXES

    def join(self, head: str, tail: str) -> bool:
        """Whether what stands before and behind a hyphen stands elsewhere in the file as a compound."""
        return f"{head}-{tail}".lower() in self.known

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
        if (line[-1] in HYPHENS or line[-1].isspace()) and line.rstrip()[-1:] in HYPHENS
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
    parted = [(line, halves) for line, after in breaks if (halves := _halves(line, after))]
    divided = sum(found.divide(*halves) and not _ADDRESS.search(line) for line, halves in parted)
    kept = sum(found.join(*halves) for _, halves in parted)
    return Words(found.known, divided >= max(_HABIT, _CERTAIN * kept))


def _halves(line: str, after: str) -> tuple[str, str] | None:
    """What stands before a hyphen at the end of a line, and the word that the next line begins with."""
    end, begin = _END.search(line), _WORD.match(after)
    return (end["head"], begin[0]) if end and begin else None
