"""MinHash (Broder, 1997): how much of their text two articles share, told from a few numbers of each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LENGTH = 128
"""Numbers in a signature: the share is told to about 4 in 100."""
_SHINGLE = 5
"""Words that are looked at together; an exchanged word changes five shingles."""
_FEWEST = 20
"""Shingles; a shorter text says too little."""
_AT_ONCE = 4096
"""Shingles of a long text that are in memory with all their numbers."""
_ORDERS = np.random.default_rng(1605).integers(0, 1 << 32, (2, LENGTH, 1), dtype=np.uint32) | np.uint32(1)
"""Factors and summands that put the shingles into orders of their own."""
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
"""Fibonacci hashing (Knuth): the upper half of a product with it depends on all bits of the factor."""


def signature(checks: Sequence[int]) -> bytes:
    """The signature of a text, from the checksums of its words; empty for one of few words."""
    if len(checks) < _FEWEST + _SHINGLE - 1:
        return b""
    ids = np.array(checks, dtype=np.uint64)
    rolled = ids[: len(ids) - _SHINGLE + 1] * _GOLDEN
    for at in range(1, _SHINGLE):
        rolled = (rolled + ids[at : len(ids) - _SHINGLE + 1 + at]) * _GOLDEN
    shingles = (rolled >> np.uint64(32)).astype(np.uint32)
    smallest: NDArray[np.uint32] = np.full(LENGTH, np.iinfo(np.uint32).max, np.uint32)
    for start in range(0, len(shingles), _AT_ONCE):
        mixed = _ORDERS[0] * shingles[start : start + _AT_ONCE]
        mixed += _ORDERS[1]
        np.minimum(smallest, mixed.min(axis=1), out=smallest)
    return smallest.tobytes()


def shared(one: bytes, other: bytes) -> float:
    """About which share of the shingles of two texts is common to both, from 0 to 1."""
    same = np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)
    return float(same.mean())
