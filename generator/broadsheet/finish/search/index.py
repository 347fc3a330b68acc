"""The index of one site, which may be begun before all is known of its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from broadsheet.cache import Print, Standing
from broadsheet.finish.search.record import Record, record_of
from broadsheet.finish.search.script import FOLDER, Shelf
from broadsheet.model import Entry

if TYPE_CHECKING:
    from broadsheet.finish.search.shard import Shard
    from broadsheet.finish.search.shards import Begun


class Made(NamedTuple):
    """An index as far as its shards."""

    shards: Sequence[Shard]
    said: dict[str, Any]
    """What the manifest says of the articles."""
    prints: dict[str, Print]
    """The cards and facets that were printed."""


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
        from broadsheet.finish.search.facets import put_facets
        from broadsheet.finish.search.shards import groups_of, shards_of

        records = self._records(entries)
        shards, cards = shards_of(groups_of(records), self._shelf, self.cache, self.cluster, self._begun)
        said = {
            "cards": "".join(name for name, _ in cards),
            "ends": list(accumulate(number for _, number in cards)),
            "years": list(_years(records)),
            "facets": put_facets(records, self._shelf, self.language),
        }
        return Made(shards, said, self._shelf.prints)

    def write(self, entries: Sequence[Entry]) -> dict[str, Print]:
        """Write all of it; what was printed."""
        return self._write(self.shards(entries), alone=False)

    def write_made(self, made: Made) -> dict[str, Print]:
        """Write what was made in another process, while the pages are printed; what was printed."""
        return self._write(made, alone=True)

    def _write(self, made: Made, *, alone: bool) -> dict[str, Print]:
        from broadsheet.finish.search.merge import merge

        shelf, articles = self._shelf, sum(shard.articles for shard in made.shards)
        shelf.prints.update(made.prints)
        shelf.manifest({"articles": articles, **merge(made.shards, shelf, alone=alone), **made.said})
        return shelf.prints

    def _records(self, entries: Sequence[Entry]) -> list[Record]:
        return [record_of(entry, self.language) for entry in entries]


def _years(records: Sequence[Record]) -> Iterator[tuple[int | None, int]]:
    """The years, in the order of the articles, each with the number of articles up to its end; ``None`` undated."""
    end = 0
    for year, some in groupby(records, key=lambda record: record.year):
        end += sum(1 for _ in some)
        yield year, end
