"""A part of a collection."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from broadsheet.errors import BroadsheetError
from broadsheet.model import Collection, Entry


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles; of each field that is given, an article must have one of the values."""

    years: tuple[int, ...] = ()
    authors: tuple[str, ...] = ()
    """As the pages name them."""
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    """Of files, or of folders."""

    def of(self, collection: Collection) -> Collection:
        """The collection with these articles alone; raises `BroadsheetError` where it has none of them."""
        if not any(getattr(self, field.name) for field in fields(self)):
            return collection
        entries = tuple(entry for entry in collection.entries if self._has(entry))
        if not entries:
            raise BroadsheetError("no article is of this selection", "look how the pages spell names and topics")
        return replace(collection, entries=entries)

    def _has(self, entry: Entry) -> bool:
        known = entry.article.metadata
        return (
            (not self.years or (known.date is not None and known.date.year in self.years))
            and (not self.authors or bool({*self.authors} & {*entry.authors, *known.authors}))
            and (not self.topics or bool({*self.topics} & {*entry.topics}))
            and (not self.languages or known.language in self.languages)
            and (not self.paths or any(_is_in(entry.article.path, path) for path in self.paths))
        )

    @property
    def label(self) -> str:
        """
        What the selection is called.

        >>> Selection(years=(1988,), topics=("paper", "ink")).label
        '1988, paper, ink'
        """
        return ", ".join(str(value) for field in fields(self) for value in getattr(self, field.name))


def _is_in(path: str, given: str) -> bool:
    given = given.removesuffix("/")
    return path == given or path.startswith(f"{given}/")
