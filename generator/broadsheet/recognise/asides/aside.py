"""An aside: some lines that were printed with an article and are not the article."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.model import Kind
from broadsheet.recognise.spans import Span


@dataclass(frozen=True, slots=True)
class Aside:
    """Some lines that are not the article."""

    kind: Kind
    rule: str
    first: int
    """The first source line, counted from 1."""
    last: int

    @property
    def span(self) -> Span:
        """First and last line."""
        return self.first, self.last
