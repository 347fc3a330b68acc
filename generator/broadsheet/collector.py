"""Python's collector of cycles, at rest while there is nothing for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """
    Let nobody look for cycles.

    Loading the program and reading make very many small values, and none that holds itself: the collector would look
    through all of them again and again, for a tenth to a third of the time, and find nothing.
    """
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()
