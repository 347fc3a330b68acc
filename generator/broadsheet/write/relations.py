"""Where a reader may go on from an article: what its page shows besides the text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from broadsheet.model import Collection, Entry, Series
from broadsheet.model.links import Between, Neighbours

_AT_HAND = 64
"""Of how many pages they are kept: they are asked for once to see whether they are the same, and once to be shown."""
_NONE = Neighbours()


class Way(NamedTuple):
    """A link to another page."""

    label: str
    url: str
    """Relative to the site; empty where there is no page."""
    reason: str = ""
    """What both articles are about."""


class PartOf(NamedTuple):
    """The place of an article in a series."""

    series: Way
    number: int
    of: int
    """How many parts there are, or should be."""
    before: Way | None
    after: Way | None


class Relations(NamedTuple):
    """All ways on from one article."""

    topics: tuple[Way, ...] = ()
    related: tuple[Way, ...] = ()
    series: PartOf | None = None
    before: Way | None = None
    """In time."""
    after: Way | None = None
    copy_of: Way | None = None
    """The first of its copies, which is the canonical one."""


class Ways:
    """The ways on from each article of a collection, by the path of its page."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._entries = {entry.article.path: entry for entry in collection.entries}
        self._pages = {f"{entry.permalink}.md": entry for entry in collection.entries}
        self._topics = {term.name: f"{term.permalink}/index.html" for term in collection.topics if term.permalink}
        self._series = {part.path: series for series in collection.series for part in series.parts}
        self.authors: Mapping[str, str] = {
            author.name: f"{author.permalink}/index.html" for author in collection.authors
        }
        """The page of each author, by name."""
        self._ends: dict[str, tuple[str, str]] = {}
        """By the path of an article that others lead to, its title and its URL."""
        self._marks: dict[str | None, str] = {None: ""}
        """A checksum of each of these."""
        self.of = lru_cache(_AT_HAND)(self._of)
        """The ways on from the article whose page has this path; none from any other page."""

    def _of(self, page: str) -> Relations:
        entry = self._pages.get(page)
        if entry is None:
            return Relations()
        path, known = entry.article.path, self._collection
        neighbours, copy = known.neighbours.get(path), known.copies.get(path)
        before, after = self._between(neighbours.in_time) if neighbours else (None, None)
        return Relations(
            topics=tuple(Way(name, self._topics.get(name, "")) for name in entry.topics),
            related=tuple(self._way(other.path, ", ".join(other.topics)) for other in known.related.get(path, ())),
            series=self._part(entry, self._series[path]) if path in self._series else None,
            before=before,
            after=after,
            copy_of=self._way(copy.first) if copy else None,
        )

    def mark_of(self, page: str) -> tuple[object, ...]:
        """What tells whether `of` gives the same; a page is asked for it in each build, and shown in few."""
        entry = self._pages.get(page)
        if entry is None:
            return ()
        path, known = entry.article.path, self._collection
        in_time, copy = known.neighbours.get(path, _NONE).in_time, known.copies.get(path)
        return (
            [(name, self._topics.get(name)) for name in entry.topics],
            [(self._mark(other.path), other.topics) for other in known.related.get(path, ())],
            self._part(entry, self._series[path]) if path in self._series else None,
            (self._mark(in_time.before), self._mark(in_time.after)),
            copy and self._mark(copy.first),
        )

    def authors_of(self, page: str) -> tuple[str, ...]:
        """The names of the authors of the article whose page has this path."""
        return self._pages[page].authors

    def _part(self, entry: Entry, series: Series) -> PartOf:
        numbers = {part.path: part.number for part in series.parts}
        neighbours = self._collection.neighbours.get(entry.article.path)
        before, after = self._between(neighbours.in_series) if neighbours else (None, None)
        most = max(series.total, *numbers.values())
        way = Way(series.name, f"{series.permalink}/index.html")
        return PartOf(way, numbers[entry.article.path], most, before, after)

    def _between(self, between: Between) -> tuple[Way | None, Way | None]:
        before = self._way(between.before) if between.before else None
        return before, self._way(between.after) if between.after else None

    def _way(self, path: str, reason: str = "") -> Way:
        return Way(*self._end(path), reason)

    def _end(self, path: str) -> tuple[str, str]:
        if path not in self._ends:
            entry = self._entries[path]
            self._ends[path] = entry.article.metadata.title, entry.url
        return self._ends[path]

    def _mark(self, path: str | None) -> str:
        found = self._marks.get(path)
        if found is None:
            end = "\0".join(self._end(path or ""))
            found = hashlib.blake2b(end.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
            self._marks[path] = found
        return found
