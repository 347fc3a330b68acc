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
    return encoded(values)[0]


def encoded(values: Numbers) -> tuple[bytes, Numbers]:
    """The same, and its bounds: how many bytes are before each number, and how many there are."""
    bounds = np.append(0, np.cumsum(sizes(values)))
    out = np.empty(int(bounds[-1]), dtype=np.uint8)
    at = bounds[:-1]
    while len(values):
        out[at] = (values & 127) | ((values > 127) << 7)
        more = np.flatnonzero(values > 127)
        values, at = values[more] >> 7, at[more] + 1
    return out.tobytes(), bounds


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
