"""What is known of an article besides its text, with the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from broadsheet.model.date import PartialDate
from broadsheet.model.row import Row

NO_SERIES = "no"
"""The owner's word for an article that is in no series, whatever its headline looks like."""


class Evidence(NamedTuple):
    """Why a field has its value; an article has five of them, and a tuple is soonest unpacked."""

    field: str
    """A field of `Metadata`."""
    value: str
    """The value, as text."""
    first: int
    """The first source line that shows it; 0 where no line does (the file's name, the site's default)."""
    last: int
    """The last one."""
    rule: str
    """The recogniser that found it."""
    weight: float
    """How sure it is, from 0 to 1."""
    where: str = ""
    """The file that states it, with its line (``flood.yml:3``), where it is not the article's own."""


@dataclass(frozen=True, slots=True)
class Metadata(Row):
    """What is known of an article; ``None`` or an empty tuple means "not found"."""

    title: str
    """The headline; one that is printed in capitals, in the case that pages show it in."""
    authors: tuple[str, ...] = ()
    date: PartialDate | None = None
    language: str | None = None
    """BCP 47."""
    place: str | None = None
    """Where it was written, as a dateline names it."""
    agencies: tuple[str, ...] = ()
    """The news agencies that sent it, as its dateline, byline or sign-off names them."""
    publication: str | None = None
    """The newspaper or journal that it stood in."""
    description: str | None = None
    """The owner's, or the standfirst; where there is none, the page shows the first sentence."""
    topics: tuple[str, ...] = ()
    series: str | None = None
    """The series that the owner puts it into, or `NO_SERIES`; others are told from all articles together."""
    part: int | None = None
    """Its number in the series, as the owner says it."""
    printed: tuple[str, ...] = ()
    """Lines of the head that say more than the fields above do, as printed."""
    headline: str | None = None
    """The headline as printed, where `title` shows it in another case."""
    evidence: tuple[Evidence, ...] = ()
