"""A collection: all articles, with what is known only of all together."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.errors import Finding
from broadsheet.model.article import Article
from broadsheet.model.author import Author


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in its collection."""

    article: Article
    permalink: str
    """The place of its page in the site, without ending: ``2017/07/a-headline``."""
    authors: tuple[str, ...] = ()
    """The names of its authors, as `Collection.authors` has them."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All articles; filled once, then only read."""

    entries: tuple[Entry, ...] = ()
    """Newest first, the undated last; of one day, by title."""
    findings: tuple[Finding, ...] = ()
    """All of the build, sorted by place."""
    authors: tuple[Author, ...] = ()
    """Who wrote them, in the order of an index."""

    @property
    def by_year(self) -> dict[int, list[Entry]]:
        """The dated articles of each year, newest first."""
        years: dict[int, list[Entry]] = {}
        for entry in self.entries:
            if date := entry.article.metadata.date:
                years.setdefault(date.year, []).append(entry)
        return years

    @property
    def undated(self) -> list[Entry]:
        """The articles without a date, by title."""
        return [entry for entry in self.entries if entry.article.metadata.date is None]
