"""Paragraphs told by an indented first line instead of an empty one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.layout.measure import indent_of
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.repair.chunks import NumberedLine, block_of, numbered
from broadsheet.trace import Note

_LEAST = 2
_PROSE = 40
"""Lines shorter than this on average are verse, whose indents mean something else."""


def split_at_indents(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Begin a paragraph at each indented line of a chunk that also has lines at the margin.

    Left alone: chunks all of whose lines are indented (verse, quotations), hanging indents, where the second line is
    and the first is not, and stanzas.
    """
    return [part for block in blocks for part in _split(block)]


def _split(block: Block) -> Iterator[Block]:
    lines = numbered(block)
    if block.kind != Kind.PARAGRAPH or len(lines) < 2:
        yield block
        return
    indents = [indent_of(line) for _, line in lines]
    margin = min(indents)
    deep = [indent >= margin + _LEAST for indent in indents]
    flush = [len(line) for (_, line), indented in zip(lines[:-1], deep, strict=False) if not indented]
    hanging = not deep[0] and (deep[1] or sum(deep) * 2 > len(lines))
    if not any(deep) or all(deep[1:]) or hanging or (flush and sum(flush) < _PROSE * len(flush)):
        yield block
        return
    run: list[NumberedLine] = []
    for line, indented in zip(lines, deep, strict=True):
        if indented and run:
            yield block_of(run)
            run = []
        run.append(line)
    yield block_of(run)
