"""MinHash (Broder, 1997): how much of their text two articles share, told from a few numbers of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LENGTH = 128
"""Numbers in a signature: the share is told to about 4 in 100."""
SHINGLE = 5
"""Words that are looked at together; an exchanged word changes five shingles."""
_FEWEST = 20
"""Shingles; a shorter text says too little."""
_AT_ONCE = 4096
"""Shingles of a long text that are in memory with all their numbers."""
_FACTORS, _SUMMANDS = np.random.default_rng(1605).integers(0, 1 << 32, (2, LENGTH, 1), dtype=np.uint32) | np.uint32(1)
"""Factors and summands that put the shingles into orders of their own."""
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
"""Fibonacci hashing (Knuth): the upper half of a product with it depends on all bits of the factor."""
_HALF = np.uint64(32)
_POWERS = np.cumprod(np.full(SHINGLE, _GOLDEN))[::-1].copy()
"""What each word of a shingle is multiplied by: the first with the highest power."""


def shingles_of(checks: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """A number for each run of words that are looked at together, from the checksums of all words."""
    ids = checks.astype(np.uint64)
    found = np.zeros(max(0, len(ids) - SHINGLE + 1), np.uint64)
    for place, power in enumerate(_POWERS):
        found += ids[place : place + len(found)] * power
    return (found >> _HALF).astype(np.uint32)


def signature(shingles: NDArray[np.uint32]) -> bytes:
    """The signature of a text, from its shingles; empty for one of few words."""
    if len(shingles) < _FEWEST:
        return b""
    parts = [_smallest(shingles[start : start + _AT_ONCE]) for start in range(0, len(shingles), _AT_ONCE)]
    return (parts[0] if len(parts) == 1 else np.minimum.reduce(parts)).tobytes()


def _smallest(shingles: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The smallest number of some shingles in each of the orders."""
    mixed = _FACTORS * shingles
    mixed += _SUMMANDS
    smallest: NDArray[np.uint32] = np.minimum.reduce(mixed, axis=1)
    return smallest


def shared(one: bytes, other: bytes) -> float:
    """About which share of the shingles of two texts is common to both, from 0 to 1."""
    same = np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)
    return float(same.mean())
