"""
From lines to blocks, by a table of small rules, in the order in which they are applied.

Each rule takes the blocks so far and gives them back, changed where it is sure.  A missed repair is forgiven, a wrong
one is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from broadsheet.model import Block
from broadsheet.repair.chunks import NumberedLine, chunks, sections
from broadsheet.repair.headings import bare_headings, marked_headings, underlined_headings
from broadsheet.repair.indents import split_at_indents
from broadsheet.repair.lists import lists
from broadsheet.repair.quotations import quotations
from broadsheet.repair.rejoin import rejoin
from broadsheet.repair.separators import separators
from broadsheet.repair.tables import tables
from broadsheet.repair.wraps import unwrap
from broadsheet.trace import Note

Rule = Callable[[Sequence[Block], Note], list[Block]]

RULES: tuple[Rule, ...] = (
    underlined_headings,
    separators,
    marked_headings,
    quotations,
    lists,
    tables,
    split_at_indents,
    unwrap,
    rejoin,
    bare_headings,
)
"""What the lines say of themselves comes first, then how they are broken, then what only their neighbours tell."""


def repair(lines: Iterable[NumberedLine], note: Note) -> tuple[Block, ...]:
    """
    Make blocks of numbered lines, where empty lines part them; note every change of the text.

    Where a number is missing, a line stands elsewhere (in front, aside), and nothing is joined over it.
    """
    blocks: list[Block] = []
    for section in sections(lines):
        found = chunks(section)
        for rule in RULES:
            found = rule(found, note)
        blocks += found
    return tuple(blocks)
