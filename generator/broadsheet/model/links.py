"""What leads from an article to others; in tuples, of what each article has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from broadsheet.model.row import Row


class Related(NamedTuple):
    """An article that is about the same."""

    path: str
    topics: tuple[str, ...]
    """What both are about; the reason to show."""


@dataclass(frozen=True, slots=True)
class Part(Row):
    """An article of a series."""

    number: int
    path: str


@dataclass(frozen=True, slots=True)
class Series(Row):
    """Articles that belong together, as they or their owner say, in their order."""

    name: str
    """As the owner says it; else what their headlines have in common; the first headline where they have nothing."""
    permalink: str
    """The folder of its page in the site: ``series/on-engines``."""
    parts: tuple[Part, ...]
    total: int
    """How many there should be; 0 where none says it."""


class Between(NamedTuple):
    """The paths of the articles before and after one; ``None`` at the ends."""

    before: str | None = None
    after: str | None = None


class Neighbours(NamedTuple):
    """Where one may read on."""

    in_time: Between = Between()
    by_author: tuple[tuple[str, Between], ...] = ()
    """For each of its authors, among the articles of that author."""
    in_series: Between = Between()
