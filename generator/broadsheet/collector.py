"""Python's collector of cycles, at rest while there is nothing for it."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_held: list[object] = []
"""What stays until the process ends; then it holds itself, too, so that nobody takes it apart at the end."""


def ends_soon() -> None:
    """Say that this process does one thing and ends: what is here then goes with it, and nobody looks through it."""
    _held.append(_held)
    atexit.register(gc.freeze)


def hold(value: object) -> None:
    """Let a large value go with a process that ends soon, and not before: to take it apart takes a while."""
    if _held:
        _held.append(value)


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
