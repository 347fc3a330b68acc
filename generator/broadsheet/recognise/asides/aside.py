"""An aside: some lines that were printed with an article and are not the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from broadsheet.model import Kind


@dataclass(frozen=True, slots=True)
class Aside:
    """Some lines that are not the article."""

    kind: Kind
    rule: str
    first: int
    """The first source line, counted from 1."""
    last: int


def numbers_of(asides: Iterable[Aside]) -> frozenset[int]:
    """The numbers of the lines of asides."""
    return frozenset(n for aside in asides for n in range(aside.first, aside.last + 1))


def blank(lines: list[str], asides: Sequence[Aside]) -> None:
    """Empty the lines of asides."""
    for number in numbers_of(asides):
        lines[number - 1] = ""
