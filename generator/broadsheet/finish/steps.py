"""The table of steps after the build, in their order."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.errors import Finding
from broadsheet.finish.beside import beside
from broadsheet.finish.cards.step import add_cards
from broadsheet.finish.data import data
from broadsheet.finish.edition import Edition
from broadsheet.finish.feeds import feeds
from broadsheet.finish.inventory import inventory
from broadsheet.finish.limits import too_large
from broadsheet.finish.llms import llms
from broadsheet.finish.robots import robots
from broadsheet.finish.search import add_search
from broadsheet.finish.sitemap import sitemap

STEPS: tuple[Callable[[Edition], None], ...] = (
    beside,
    add_cards,
    add_search,
    feeds,
    data,
    sitemap,
    robots,
    llms,
    inventory,
)
"""Each adds files to the folder of the edition, and reads only what is there before it; the inventory comes last."""


def finish(edition: Edition) -> tuple[Finding, ...]:
    """
    Add to a built site what its pages do not hold, and tell what had to be left out, and who does not take its size.

    Raises `BroadsheetError` where a step cannot do its work.
    """
    for step in STEPS:
        step(edition)
    without = () if edition.url else (Finding("", 0, 0, "no-site-url"),)
    return (*without, *too_large(edition.folder))
