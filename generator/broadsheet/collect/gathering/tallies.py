"""The words of articles that tell something, as checksums with their tallies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadsheet.collect.gathering.words import Numbers
from broadsheet.model.gathered import SMALL

_MOST_TERMS = 400


def tallied(
    owners: Numbers, checks: NDArray[np.uint32], common: NDArray[np.bool_], articles: int
) -> Iterator[tuple[bytes, bytes]]:
    """
    Give the terms and tallies of so many articles, for `Gathered`; the most frequent, where they are too many.

    Of each word of theirs: in which article it stands, its checksum, and whether it is a common one there.
    """
    found = np.sort(owners << 33 | checks.astype(np.int64) << 1 | common)
    begins = np.flatnonzero(np.diff(found >> 1, prepend=-1))
    times = np.diff(begins, append=len(found))
    terms = (found[begins] >> 1).astype(np.uint32)
    last = found[begins + times - 1]  # of a word, those that are common ones stand behind the others
    tallies = (np.minimum(times, SMALL - 1) | SMALL * (last & 1)).astype(np.uint8)
    for first, end in pairwise(np.searchsorted(last, np.arange(articles + 1) << 33).tolist()):
        some = np.arange(first, end)
        if end - first > _MOST_TERMS:
            some = np.sort(some[np.argsort(-times[first:end], kind="stable")[:_MOST_TERMS]])
        yield terms[some].tobytes(), tallies[some].tobytes()
