"""Work that is done beside other work, wherever that is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")


class Apart(Protocol):
    """Begins some work beside other work."""

    def __call__(self, work: Callable[..., Result], *needs: Callable[[], Any]) -> Callable[[], Result]:
        """
        Give what waits for the result.

        The work is called with a function for each of its `needs`, which waits for what that one gives; it calls them
        once each, in their order.
        """


def here(work: Callable[..., Result], *needs: Callable[[], Any]) -> Callable[[], Result]:
    """Do some work when its result is wanted."""
    return partial(work, *needs)
