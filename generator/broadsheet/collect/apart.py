"""Work that is done beside other work, wherever that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Apart(Protocol):
    """Begins some work beside other work."""

    def __call__(self, work: Callable[[], Result]) -> Callable[[], Result]:
        """Give what waits for the result."""


def here(work: Callable[[], Result]) -> Callable[[], Result]:
    """Do some work when its result is wanted."""
    return work
