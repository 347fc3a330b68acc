"""The words of all articles as columns: what is counted of them is counted by a few operations on arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from broadsheet.model.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Columns:
    """A line for each word of each article, in the order of the articles."""

    words: NDArray[np.int32]
    """Which word it is: its number among all, in the order of their checksums."""
    tallies: NDArray[np.uint8]
    """That of the word in the article."""
    owners: NDArray[np.int32]
    """The article's number."""
    checks: NDArray[np.uint32]
    """The checksum of each word, once; these and the next are shorter columns."""
    articles: NDArray[np.int64]
    """In how many articles it stands."""


def columns_of(gathered: Sequence[Gathered]) -> Columns:
    """Put the words of all articles beside one another, and number them."""
    terms = np.frombuffer(b"".join([one.terms for one in gathered]), np.uint32)
    tallies = np.frombuffer(b"".join([one.tallies for one in gathered]), np.uint8)
    owners = np.repeat(np.arange(len(gathered), dtype=np.int32), [len(one.tallies) for one in gathered])
    # by the lower half of each checksum, then by the upper one: numpy sorts numbers of two bytes in a fifth of the time
    order = np.argsort(terms.astype(np.uint16), kind="stable")
    order = order[np.argsort((terms >> 16).astype(np.uint16)[order], kind="stable")]
    ordered = terms[order]
    begins = np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(terms)]
    starts = np.flatnonzero(begins)
    words = np.empty(len(terms), np.int32)
    words[order] = begins.cumsum(dtype=np.int32) - 1
    return Columns(words, tallies, owners, ordered[starts], np.diff(starts, append=len(terms)))
