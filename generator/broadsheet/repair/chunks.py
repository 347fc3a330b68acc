"""Chunks: lines that stand together between empty ones; and how a block is taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from broadsheet.layout.join import join_lines
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.trace import Note

NumberedLine = tuple[int, str]


def chunks(lines: Iterable[NumberedLine]) -> list[Block]:
    """A paragraph for each run of neighbouring lines that are not empty; the lines keep their indents."""
    found: list[Block] = []
    run: list[str] = []
    last = 0
    for number, line in lines:
        if text := line.rstrip():
            run.append(text)
            last = number
        elif run:
            found.append(Block(PARAGRAPH, "\n".join(run), last - len(run) + 1, last))
            run = []
    if run:
        found.append(Block(PARAGRAPH, "\n".join(run), last - len(run) + 1, last))
    return found


def sections(lines: Sequence[NumberedLine]) -> list[Sequence[NumberedLine]]:
    """Runs of lines between which no number is missing."""
    if not lines or lines[-1][0] - lines[0][0] + 1 == len(lines):
        return [lines]
    begun = [at for at, (before, after) in enumerate(pairwise(lines), 1) if after[0] != before[0] + 1]
    return [lines[first:end] for first, end in pairwise((0, *begun, len(lines)))]


def block_of(lines: Sequence[NumberedLine], kind: Kind = PARAGRAPH) -> Block:
    """A block of neighbouring lines."""
    if len(lines) == 1:
        return Block(kind, lines[0][1], lines[0][0], lines[0][0])
    return Block(kind, "\n".join(text for _, text in lines), lines[0][0], lines[-1][0])


def joined_block(lines: Sequence[NumberedLine], shape: Shape, note: Note, kind: Kind = PARAGRAPH) -> Block:
    """The block that neighbouring lines are when the breaks between them are taken out."""
    (first, _), (last, _) = lines[0], lines[-1]
    standing = [line for _, line in lines]
    text = join_lines(standing, shape.words)
    note("unwrap", first, last, "\n".join(standing), text)
    return Block(kind, text, first, last)


def numbered(block: Block) -> list[NumberedLine]:
    """The lines of a block that still has them all."""
    if "\n" not in block.text:
        return [(block.first, block.text)]
    return list(enumerate(block.text.split("\n"), block.first))
