"""Paragraphs told by an indented first line instead of an empty one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.model import Block, Kind
from broadsheet.repair.chunks import NumberedLine, block_of, indent_of, numbered
from broadsheet.trace import Note

_LEAST = 2


def split_at_indents(blocks: Sequence[Block], note: Note) -> list[Block]:
    """
    Begin a paragraph at each indented line of a chunk that also has lines at the margin.

    Left alone: chunks all of whose lines are indented (verse, quotations), and hanging indents, where every line but
    the first is.
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
    if not any(deep) or all(deep[1:]):
        yield block
        return
    run: list[NumberedLine] = []
    for line, indented in zip(lines, deep, strict=True):
        if indented and run:
            yield block_of(run)
            run = []
        run.append(line)
    yield block_of(run)
