"""The table of steps after the build."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from broadsheet.collector import collector_at_rest
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
from broadsheet.finish.search import FOLDER, Indexing
from broadsheet.finish.sitemap import sitemap
from broadsheet.finish.walk import files_of

STEPS: tuple[Callable[[Edition], None], ...] = (beside, feeds, data, sitemap, robots, llms)
"""Each adds files to the folder of the edition, whatever the others have added, in their order."""
_SEARCH = f"{FOLDER}/"


@collector_at_rest()
def add_files(edition: Edition, indexing: Indexing) -> None:
    """Add what needs none of the pages to be there, which may be printed meanwhile; then go on with the search."""
    for step in STEPS:
        step(edition)
    indexing.write_beside(edition.site.collection.entries)


@collector_at_rest()
def finish(edition: Edition, indexing: Indexing) -> tuple[Finding, ...]:
    """
    End a site that has its pages and its other files; tell what had to be left out, and who does not take its size.

    The search is indexed while the files are looked at; the inventory comes last.  Raises `BroadsheetError` where a
    step cannot do its work.
    """
    add_cards(edition)
    indexing.write(edition.site.collection.entries)
    files = files_of(edition.folder, without=_SEARCH)
    checksums = sums(files, edition.prints)
    edition.prints.update(indexing.prints())
    index = files_of(edition.folder, _SEARCH) if (edition.folder / _SEARCH).is_dir() else {}
    remaining = edition.remaining
    same = {path: print.sum for path, print in remaining.items()}
    inventory(edition, same | checksums | sums(index, edition.prints))
    sizes = [entry.stat().st_size for path, entry in chain(files.items(), index.items()) if path != INVENTORY]
    sizes += [print.size for print in remaining.values()]
    without = () if edition.url else (Finding("", 0, 0, "no-site-url"),)
    return (*without, *too_large([*sizes, (edition.folder / INVENTORY).stat().st_size]))
