"""The table of steps after the build, in their order."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.finish.edition import Edition
from broadsheet.finish.search import add_search

STEPS: tuple[Callable[[Edition], None], ...] = (add_search,)
"""Each adds files to the folder of the edition, and reads only what is there before it."""


def finish(edition: Edition) -> None:
    """Add to a built site what its pages do not hold; raises `BroadsheetError` where a step cannot do its work."""
    for step in STEPS:
        step(edition)
