"""A candidate: what some lines may say."""

from __future__ import annotations

from typing import NamedTuple

from broadsheet.layout.measure import indent_of
from broadsheet.model import Kind, PartialDate

Value = str | int | tuple[str, ...] | PartialDate


class Candidate(NamedTuple):
    """One value that a field may have; a tuple, since of each article many are made and few are chosen."""

    field: str
    """A field of `Metadata`: title, authors, date, language, place, agencies, publication, description,
    topics, series or part."""
    value: Value | None
    """``None`` where it says that there is none."""
    first: int
    """The first source line that shows it; 0 where no line does."""
    last: int
    rule: str
    weight: float
    """From 0 to 1; the highest is chosen, of equals the one that stands first."""
    kind: Kind = Kind.HEADER
    """What its lines become if it is chosen."""
    text: str | None = None
    """The text of its lines without markup; ``None`` where they stay as they are."""
    says_more: bool = False
    """Whether its lines say more than the value, so that the page prints them too."""
    where: str = ""
    """The file that states it, with its line, where it is not the article's own."""

    @property
    def as_text(self) -> str:
        """The value as a text; several names with semicolons between."""
        return "; ".join(self.value) if isinstance(self.value, tuple) else str(self.value or "")


class Line(NamedTuple):
    """A line of the head that is not empty."""

    number: int
    """Counted from 1."""
    text: str
    """Without space at its ends."""
    raw: str = ""
    """With its indent."""
    last: int = 0
    """The number of the last of several lines that were joined; 0 for one."""
    breaks: bool = False
    """Whether it ends in two spaces, a hard break of Markdown: the next line then belongs to it."""
    numbered: bool = True
    """Whether it has a number in it; without one it gives no date, and nobody need look for one."""

    @property
    def indent(self) -> int:
        """The width of the space before it."""
        return indent_of(self.raw)

    def joins(self, after: Line | None) -> bool:
        """Whether a hard break ties the next line to this one, as dumpers tie the date to the byline."""
        return self.breaks and after is not None and after.number == self.number + 1
