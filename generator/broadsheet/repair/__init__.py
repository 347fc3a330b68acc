"""
From lines to blocks, by a table of small rules, in the order in which they are applied.

Each rule takes the blocks so far and gives them back, changed where it is sure.  A missed repair is forgiven, a wrong
one is not.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import chain
from typing import TypeVar

from broadsheet.abreast import Run
from broadsheet.layout.shape import Shape
from broadsheet.model import Block
from broadsheet.repair.chunks import NumberedLine, chunks, sections
from broadsheet.repair.fences import fences
from broadsheet.repair.headings import (
    bare_headings,
    marked_headings,
    outline_headings,
    starred_headings,
    underlined_headings,
)
from broadsheet.repair.indents import split_at_indents
from broadsheet.repair.link_numbers import link_numbers
from broadsheet.repair.lists import lists
from broadsheet.repair.notes import notes
from broadsheet.repair.programs import programs
from broadsheet.repair.quotations import quotations
from broadsheet.repair.rejoin import rejoin
from broadsheet.repair.run_together import run_together
from broadsheet.repair.separators import separators
from broadsheet.repair.tables import SIGNS_OF_RULES, ruled_tables, tables
from broadsheet.repair.wraps import unwrap
from broadsheet.trace import Note, Step

Rule = Callable[[Sequence[Block], Shape, Note], list[Block]]

RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (fences, ("`", "~")),
    (ruled_tables, SIGNS_OF_RULES),
    (programs, ()),
    (underlined_headings, ("=", "---", "~")),
    (separators, ()),
    (marked_headings, ("#",)),
    (outline_headings, ("* ",)),
    (starred_headings, ("*",)),
    (quotations, (">",)),
    (lists, ()),
    (tables, ()),
    (split_at_indents, ()),
    (unwrap, ()),
    (separators, ()),
    (rejoin, ()),
    (bare_headings, ()),
)
"""
What the lines say of themselves comes first, then how they are broken, then what only their neighbours tell.

With each rule stand signs of which a text has one where the rule can change it.  Separators are looked for twice: only
when lines that each are a paragraph were parted, some stand alone.
"""

WHOLE_RULES: tuple[Callable[[Sequence[Block], Note], list[Block]], ...] = (link_numbers, notes, run_together)
"""
What is told only by the beginning and the end of a text together, or by all of it.

Lines are parted last: what stands on one line then is several blocks, and no step can name one of them.
"""


def repair(
    lines: Iterable[NumberedLine],
    shape: Shape,
    note: Note,
    over: Set[int] = frozenset(),
    parted: Set[int] = frozenset(),
) -> Run[tuple[Block, ...]]:
    """
    Make blocks of numbered lines, where empty lines part them; note every change of the text.

    Where a number is missing, a line stands elsewhere (in front, aside), and nothing is joined over it, unless it is
    among those `over` which the text goes on (the foot and head of a page).
    `shape`: how the lines of the file are broken; `parted`: lines that are empty, since they were set aside.
    """
    closed = _Closed(lines, over, parted)
    text = "\n".join([line for _, line in closed.lines])
    parts = [(chunks(section), Note()) for section in sections(closed.lines)]
    for rule, signs in RULES:
        if not signs:  # others change few texts, and are soon done
            yield
        if not signs or any(map(text.__contains__, signs)):
            parts = [(rule(found, shape, noted), noted) for found, noted in parts]
    blocks = [block for found, _ in parts for block in found]
    local = Note([step for _, noted in parts for step in noted.steps])
    for whole in WHOLE_RULES:
        yield
        blocks = whole(blocks, local)
    local.steps += [
        Step("over-page", block.first, block.last, block.text, block.text)
        for block in blocks
        if closed.over and "\n" in block.text and closed.parts(block)
    ]
    note.steps += map(closed.opened, local.steps) if closed.over or closed.parted else local.steps
    return tuple(map(closed.opened, blocks) if closed.over else blocks)


_Placed = TypeVar("_Placed", Block, Step)


class _Closed:
    """Lines numbered anew, as if those that the text goes on over were not there."""

    def __init__(self, lines: Iterable[NumberedLine], over: Set[int], parted: Set[int]) -> None:
        self.over, self.parted = sorted(over), sorted(parted)
        self.lines = list(lines)
        if self.over:
            self.lines = [(number - bisect(self.over, number), line) for number, line in self.lines]

    def opened(self, value: _Placed) -> _Placed:
        """A block or step with the numbers that its lines have in the source."""
        first, last = self._number(value.first), self._number(value.last)
        if isinstance(value, Step):
            between = (lines[bisect(lines, first) : bisect(lines, last)] for lines in (self.over, self.parted))
            return value._replace(first=first, last=last, over=tuple(sorted(chain.from_iterable(between))))
        return value._replace(first=first, last=last)

    def parts(self, block: Block) -> bool:
        """Whether lines that the text goes on over stand inside a block."""
        return self._number(block.last) - self._number(block.first) != block.last - block.first

    def _number(self, place: int) -> int:
        number = place
        while (moved := place + bisect(self.over, number)) != number:
            number = moved
        return number
