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
_FACTORS = np.random.default_rng(1605).integers(0, 1 << 64, (2, LENGTH, 1), dtype=np.uint64) | np.uint64(1)
"""Multipliers that leave their 64 bits, so that each puts the shingles into an order of its own (Dietzfelbinger's)."""


def signature(checks: Sequence[int]) -> bytes:
    """The signature of a text, from the checksums of its words; empty for one of few words."""
    if len(checks) < _FEWEST + _SHINGLE - 1:
        return b""
    ids = np.array(checks, dtype=np.uint64)
    shingles = np.zeros(len(ids) - _SHINGLE + 1, dtype=np.uint64)
    for at in range(_SHINGLE):
        shingles = shingles * np.uint64(0x9E3779B97F4A7C15) + ids[at : len(ids) - _SHINGLE + 1 + at]
    mixed = _FACTORS[0] * shingles
    mixed += _FACTORS[1]
    smallest: NDArray[np.uint32] = (mixed.min(axis=1) >> np.uint64(32)).astype(np.uint32)
    return smallest.tobytes()


def shared(one: bytes, other: bytes) -> float:
    """About which share of the shingles of two texts is common to both, from 0 to 1."""
    same = np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)
    return float(same.mean())
