"""What the owner says of an article outside of its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from broadsheet.errors import Finding
from broadsheet.recognise.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Stated:
    """The owner's word on one article."""

    over: tuple[Candidate, ...] = ()
    """Wins over the article's header and its text; of two for one field, the first."""
    under: tuple[Candidate, ...] = ()
    """Fills what neither header nor text gave; of two for one field, the first."""
    date_order: str | None = None
    """How a date such as 03/04/1811 is meant: ``day-first``, ``month-first``, or unsaid."""
    findings: tuple[Finding, ...] = ()
    """What was wrong in the files that say so."""


NOTHING = Stated()


def by_field(candidates: Iterable[Candidate]) -> dict[str, Candidate]:
    """The first candidate of each field."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.field, candidate)
    return found
