"""The table of steps after the build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain

from broadsheet.cache import Print
from broadsheet.collect import here
from broadsheet.errors import Finding
from broadsheet.finish.beside import beside
from broadsheet.finish.cards.step import add_cards
from broadsheet.finish.data import data
from broadsheet.finish.edition import Edition
from broadsheet.finish.feeds import feeds
from broadsheet.finish.inventory import INVENTORY, inventory, sums
from broadsheet.finish.limits import too_large
from broadsheet.finish.llms import llms
from broadsheet.finish.robots import robots
from broadsheet.finish.search import FOLDER, add_search
from broadsheet.finish.sitemap import sitemap
from broadsheet.finish.walk import files_of
from broadsheet.pipeline.collector import collector_at_rest
from broadsheet.pipeline.executor import apart

STEPS: tuple[Callable[[Edition], None], ...] = (beside, feeds, data, sitemap, robots, llms)
"""Each adds files to the folder of the edition, whatever the others have added, in their order."""
_SEARCH = f"{FOLDER}/"
_FEW = 500
"""Up to so many articles, another process costs more than it saves."""


@collector_at_rest()
def finish(edition: Edition) -> tuple[Finding, ...]:
    """
    Add to a built site what its pages do not hold, and tell what had to be left out, and who does not take its size.

    The search is indexed beside the other steps; the inventory comes last, and the files are looked at while the search
    is at work.  Raises `BroadsheetError` where a step cannot do its work.
    """
    add_cards(edition)
    many = len(edition.site.collection.entries) > _FEW
    searched = (apart if many else here)(partial(_searched, edition))
    try:
        for step in STEPS:
            step(edition)
        files = files_of(edition.folder, without=_SEARCH)
        checksums = sums(files, edition.prints)
    finally:
        edition.prints.update(searched())  # whatever went wrong: it writes into the same folder
    index = files_of(edition.folder, _SEARCH) if (edition.folder / _SEARCH).is_dir() else {}
    remaining = edition.remaining
    same = {path: print.sum for path, print in remaining.items()}
    inventory(edition, same | checksums | sums(index, edition.prints))
    sizes = [entry.stat().st_size for path, entry in chain(files.items(), index.items()) if path != INVENTORY]
    sizes += [print.size for print in remaining.values()]
    without = () if edition.url else (Finding("", 0, 0, "no-site-url"),)
    return (*without, *too_large([*sizes, (edition.folder / INVENTORY).stat().st_size]))


def _searched(edition: Edition) -> dict[str, Print]:
    """Add the search; what was printed of it."""
    alone = replace(edition, prints={})
    add_search(alone)
    return alone.prints
