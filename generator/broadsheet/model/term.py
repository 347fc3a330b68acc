"""A term: what an index of the collection leads from, such as a topic, a place or a publication."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.model.row import Row


@dataclass(frozen=True, slots=True)
class Term(Row):
    """A line of an index."""

    name: str
    permalink: str
    """The folder of its pages in the site, ``topics/analytical-engine``; empty where it leads to one article only."""
    sort: str
    """What it is sorted by."""
    articles: tuple[str, ...]
    """The paths of those that it leads to, newest first."""
