"""A copy: an article that is in the collection already."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.model.row import Row


@dataclass(frozen=True, slots=True)
class Copy(Row):
    """Of which article one is a copy, and how near."""

    first: str
    """The path of the first one, to which the others should point as the canonical one."""
    share: float
    """About which share of the text both have in common; 1 if all words are the same."""
