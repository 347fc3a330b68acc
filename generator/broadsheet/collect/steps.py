"""Numbers of articles in steps: what is added here and there moves few of them, and so few of the others."""

from __future__ import annotations

from typing import Any

import numpy as np

_GRAIN = 4
"""In so many steps numbers are told apart from one to its double."""


def in_steps(numbers: Any) -> Any:
    """
    Numbers by the nearest of four steps from each power of two to the next.

    >>> in_steps(np.array([1, 2, 3, 4, 60, 61, 69])).round(1).tolist()
    [1.0, 2.0, 2.8, 4.0, 64.0, 64.0, 64.0]
    """
    return np.exp2(np.round(np.log2(numbers) * _GRAIN) / _GRAIN)
