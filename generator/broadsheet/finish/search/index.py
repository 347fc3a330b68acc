"""The index of one site, which may be begun before all is known of its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate, groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from broadsheet.cache import Print, Standing
from broadsheet.finish.search.record import Record, record_of
from broadsheet.finish.search.script import FOLDER, Shelf
from broadsheet.model import Entry

if TYPE_CHECKING:
    from broadsheet.finish.search.cards import Cards
    from broadsheet.finish.search.shard import Shard
    from broadsheet.finish.search.shards import Begun

Made: TypeAlias = "tuple[list[Shard], Cards, dict[str, Print]]"
"""Shards, the cards of their articles, and what was printed of these."""


@dataclass
class Index:
    """Writes the index of a site, and says what was written."""

    folder: Path
    """Of the site."""
    language: str
    """Of its interface (BCP 47)."""
    last: Standing | None = None
    """The last site, of which what is the same may be taken."""
    cache: Path | None = None
    """A folder for what the next build may need again, safe to remove; ``None`` keeps nothing."""
    cluster: str | None = None
    """The address of a Dask scheduler, whose workers see both folders at the same path."""
    _begun: list[Begun] = field(default_factory=list)

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(self.folder, self.last)

    @property
    def alone(self) -> Index:
        """The same for another process, without what is known of the other files of the last site."""
        return replace(self, last=self.last.part(f"{FOLDER}/") if self.last else None)

    @staticmethod
    def load() -> None:
        """Load all that is needed to write it, so that copies of this process have it."""
        import broadsheet.finish.search.facets
        import broadsheet.finish.search.merge
        import broadsheet.finish.search.shards  # noqa: F401

    def begin(self, entries: Sequence[Entry]) -> None:
        """Do what needs no topics; `shards` then goes on from there, with the same articles in the same order."""
        from broadsheet.finish.search.shards import begin, groups_of

        self._begun = [begin(group, self._shelf) for group in groups_of(self._records(entries))]

    def shards(self, entries: Sequence[Entry]) -> Made:
        """Index the articles, some at a time."""
        from broadsheet.finish.search.shards import groups_of, shards_of

        groups = groups_of(self._records(entries))
        shards, cards = shards_of(groups, self._shelf, self.cache, self.cluster, self._begun)
        return shards, cards, self._shelf.prints

    def write(self, entries: Sequence[Entry], made: Made | None = None) -> dict[str, Print]:
        """Write all of it, from the shards, if they are `made`, and others print the pages; what was printed."""
        from broadsheet.finish.search.facets import put_facets
        from broadsheet.finish.search.merge import merge

        shards, cards, prints = made or self.shards(entries)
        records, shelf = self._records(entries), self._shelf
        shelf.prints.update(prints)
        shelf.manifest(
            {
                "articles": len(records),
                **merge(shards, shelf, alone=made is not None),
                "cards": "".join(name for name, _ in cards),
                "ends": list(accumulate(number for _, number in cards)),
                "years": list(_years(records)),
                "facets": put_facets(records, shelf, self.language),
            }
        )
        return shelf.prints

    def _records(self, entries: Sequence[Entry]) -> list[Record]:
        return [record_of(entry, self.language) for entry in entries]


def _years(records: Sequence[Record]) -> Iterator[tuple[int | None, int]]:
    """The years, in the order of the articles, each with the number of articles up to its end; ``None`` undated."""
    end = 0
    for year, some in groupby(records, key=lambda record: record.year):
        end += sum(1 for _ in some)
        yield year, end
