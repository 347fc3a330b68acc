"""What the collection needs of an article's text, gathered once, so that the text is not read again."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from broadsheet.model.row import Row

SMALL = 128
"""
The bit of a tally that says that the word occurs in small letters, or with an article where all nouns have a capital;
the others say how often it occurs.
"""


NAME, WORD, PHRASE = range(3)
"""
The sort of a mention, as far as its form tells.

A name is written with capitals where its language gives them to names only; a word is used again and again in the
article; words of a phrase are used together more than once.
"""


Mention: TypeAlias = tuple[str, int, int, int, int]
"""
A name, word or phrase that may be a topic, and how an article uses it; a plain tuple, since there are so many.

Its form, as it is written there; its sort; how many times it is there; how many of these open a sentence, where a
capital says nothing, or stand before a noun as adjectives do; and where it stands: 2 in the headline, 1 in the first
lines, else 0.
"""


class Mark(NamedTuple):
    """What an article says of its place in a series."""

    series: str
    """Its name as the owner says it, or the headline without the mark; empty where the mark stands apart from it."""
    number: int
    """0 where only the owner names the series, and no number."""
    total: int
    """0 where it is not said."""
    stated: bool = False
    """Whether the owner names the series."""


@dataclass(frozen=True, slots=True)
class Gathered(Row):
    """The findings in one article's text."""

    terms: bytes
    """Its words, as checksums of 32 bits in ascending order."""
    tallies: bytes
    """For each of them one byte: how often it occurs, and in the highest bit whether it is a common word there."""
    said: bytes
    """Its mentions, packed: those of all articles, each a value of its own, would fill the memory."""
    aliases: tuple[tuple[str, str], ...]
    """Initials that the text explains, each with the name that they stand for."""
    signature: bytes
    """The MinHash of its text; empty where the text is too short for one."""
    digest: bytes
    """A checksum of its words, whatever stands between them."""
    mark: Mark | None

    @property
    def mentions(self) -> list[Mention]:
        """Its mentions, unpacked anew."""
        found: list[Mention] = pickle.loads(self.said)
        return found


def packed(mentions: Iterable[Mention]) -> bytes:
    """Mentions for `Gathered.said`."""
    return pickle.dumps(list(mentions), 5)
