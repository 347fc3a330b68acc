"""Chunks: lines that stand together between empty ones; and how a block is taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from broadsheet.layout.join import join_lines
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.trace import Note

NumberedLine = tuple[int, str]


def chunks(lines: Iterable[NumberedLine]) -> list[Block]:
    """A paragraph for each run of lines that are not empty; the lines keep their indents."""
    found: list[Block] = []
    run: list[NumberedLine] = []
    for number, line in lines:
        if line.strip():
            run.append((number, line.rstrip()))
        elif run:
            found.append(block_of(run))
            run = []
    if run:
        found.append(block_of(run))
    return found


def sections(lines: Iterable[NumberedLine]) -> list[list[NumberedLine]]:
    """Runs of lines between which no number is missing."""
    found: list[list[NumberedLine]] = []
    for number, line in lines:
        if not found or number != found[-1][-1][0] + 1:
            found.append([])
        found[-1].append((number, line))
    return found


def block_of(lines: Sequence[NumberedLine], kind: Kind = Kind.PARAGRAPH) -> Block:
    """A block of neighbouring lines."""
    return Block(kind, "\n".join(text for _, text in lines), lines[0][0], lines[-1][0])


def joined_block(lines: Sequence[NumberedLine], shape: Shape, note: Note, kind: Kind = Kind.PARAGRAPH) -> Block:
    """The block that neighbouring lines are when the breaks between them are taken out."""
    block = block_of(lines, kind)
    text = join_lines((line for _, line in lines), shape.words)
    note("unwrap", block.first, block.last, block.text, text)
    return replace(block, text=text)


def numbered(block: Block) -> list[NumberedLine]:
    """The lines of a block that still has them all."""
    return list(enumerate(block.text.split("\n"), block.first))
