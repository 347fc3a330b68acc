"""A collection: all articles, with what is known only of all together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from broadsheet.errors import Finding
from broadsheet.model.address import url_of
from broadsheet.model.article import Article
from broadsheet.model.author import Author
from broadsheet.model.copies import Copy
from broadsheet.model.ledger import Ledger
from broadsheet.model.links import Neighbours, Related, Series
from broadsheet.model.term import Term


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in its collection."""

    article: Article
    permalink: str
    """The place of its page, without ending: ``2017/07/a-headline``, or ``2017/07/a-headline/index``."""
    authors: tuple[str, ...] = ()
    """The names of its authors, as `Collection.authors` has them."""
    topics: tuple[str, ...] = ()
    """Those that its header gives, then those found, the weightiest first."""

    @property
    def url(self) -> str:
        """The permanent URL of its page, relative to the site: ``2017/07/a-headline.html``, ``2017/07/a-headline/``."""
        return url_of(f"{self.permalink}.md")


@dataclass(frozen=True, slots=True)
class Collection:
    """All articles; filled once, then only read."""

    entries: tuple[Entry, ...] = ()
    """Newest first, the undated last; of one day, by title."""
    findings: tuple[Finding, ...] = ()
    """All of the build, sorted by place."""
    authors: tuple[Author, ...] = ()
    """Who wrote them, in the order of an index."""
    topics: tuple[Term, ...] = ()
    """From A to Z; so are places and publications."""
    places: tuple[Term, ...] = ()
    publications: tuple[Term, ...] = ()
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    """By the path of each article, those most alike, the most alike first."""
    copies: Mapping[str, Copy] = field(default_factory=dict)
    """By the path of each later copy."""
    series: tuple[Series, ...] = ()
    """By name."""
    neighbours: Mapping[str, Neighbours] = field(default_factory=dict)
    """By the path of each article that is no later copy."""
    pinned: tuple[str, ...] = ()
    """The paths of the articles that the front page begins with, in order."""
    ledger: Ledger = field(default_factory=Ledger)
    """Every URL that was published, with these articles'; what is to be kept for the next build."""

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
