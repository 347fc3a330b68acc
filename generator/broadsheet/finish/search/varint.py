"""Whole numbers in as few bytes as they need, seven bits in each (LEB128); many at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def sizes(values: Numbers) -> Numbers:
    """How many bytes each number takes; numbers from 0 to 2**28 - 1."""
    return 1 + (values >= 1 << 7).astype(np.int64) + (values >= 1 << 14) + (values >= 1 << 21)


def encode(values: Numbers) -> bytes:
    """
    Write numbers one after another, the lowest bits first; the highest bit of a byte says that another follows.

    >>> list(encode(np.array([5, 300])))
    [5, 172, 2]
    """
    taken = sizes(values)
    starts = np.cumsum(taken) - taken
    out = np.zeros(int(taken.sum()), dtype=np.uint8)
    for place in range(4):
        there = taken > place
        more = (taken > place + 1)[there].astype(np.int64) << 7
        out[starts[there] + place] = ((values[there] >> 7 * place) & 127) | more
    return out.tobytes()


def encode_one(value: int) -> bytes:
    """
    Write one number.

    >>> list(encode_one(300))
    [172, 2]
    """
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)
