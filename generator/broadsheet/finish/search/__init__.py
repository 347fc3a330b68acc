"""
The search: an index of all articles beside the pages, in chunks, read by the theme's script.

The way of the data: entries to records, records to shards (kept from build to build), shards to chunks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from broadsheet.finish.edition import Edition
from broadsheet.finish.search.facets import put_facets
from broadsheet.finish.search.merge import merge
from broadsheet.finish.search.record import Record, record_of
from broadsheet.finish.search.script import FOLDER, Shelf
from broadsheet.finish.search.shards import groups_of, shards_of

__all__ = ["FOLDER", "add_search", "write_index"]

_READER = "words.js"


def add_search(edition: Edition) -> None:
    """Write the index of an edition, if its theme has put something into the site that reads it."""
    if edition.search or (edition.search is None and (edition.folder / FOLDER / _READER).is_file()):
        write_index(edition)


def write_index(edition: Edition) -> None:
    """Write the index of an edition."""
    records = [record_of(entry, edition.language) for entry in edition.site.collection.entries]
    shelf = Shelf(edition.folder, edition.last)
    shards, cards = shards_of(groups_of(records), shelf, edition.cache, edition.cluster)
    shelf.manifest(
        {
            "articles": len(records),
            **merge(shards, shelf),
            "cards": "".join(name for name, _ in cards),
            "ends": list(accumulate(number for _, number in cards)),
            "years": list(_years(records)),
            "facets": put_facets(records, shelf, edition.language),
        }
    )
    edition.prints.update(shelf.prints)


def _years(records: Sequence[Record]) -> Iterator[tuple[int | None, int]]:
    """The years, in the order of the articles, each with the number of articles up to its end; ``None`` undated."""
    end = 0
    for year, some in groupby(records, key=lambda record: record.year):
        end += sum(1 for _ in some)
        yield year, end
