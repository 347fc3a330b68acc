"""Paragraphs told by an indented first line instead of an empty one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from broadsheet.layout.measure import indent_of, may_be_indented
from broadsheet.layout.sentence import ends_sentence
from broadsheet.layout.shape import LEAST_INDENT, Shape
from broadsheet.model import Block
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.chunks import NumberedLine, block_of, joined_block, numbered
from broadsheet.trace import Note

_PARAGRAPH_INDENT = 4
_PROSE = 40
"""Lines shorter than this on average are verse, whose indents mean something else."""


def split_at_indents(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Begin a paragraph at each indented line of a chunk that also has lines at the margin.

    Where that is the habit of the file, the lines at the margin are joined to the indented one before them, whatever
    their length.  Entries with hanging indents are parted where one ends and the next begins at the margin.  Left
    alone: chunks all of whose lines are indented (verse, quotations), other hanging indents, and stanzas.
    """
    return [
        part
        for block in blocks
        for part in (_split(block, shape, note) if "\n" in block.text and may_be_indented(block.text) else (block,))
    ]


def _split(block: Block, shape: Shape, note: Note) -> Iterator[Block]:
    lines = numbered(block)
    if block.kind != PARAGRAPH:
        yield block
        return
    indents = [indent_of(line) for _, line in lines]
    margin = min(indents)
    deep = [indent >= margin + LEAST_INDENT for indent in indents]
    if shape.indented and deep[0] and not all(deep):
        yield from (joined_block(run, shape, note) for run in _runs(lines, deep))
        return
    if _are_entries([line for _, line in lines], deep):
        yield from (joined_block(run, shape, note) for run in _runs(lines, [not indented for indented in deep]))
        return
    if not any(deep) and _are_rows([line for _, line in lines], margin):
        yield from (block_of([(number, line.strip())]) for number, line in lines)
        return
    flush = [len(line) for (_, line), indented in zip(lines[:-1], deep, strict=False) if not indented]
    hanging = not deep[0] and (deep[1] or sum(deep) * 2 > len(lines))
    if not any(deep) or all(deep[1:]) or hanging or (flush and sum(flush) < _PROSE * len(flush)):
        yield block
        return
    yield from map(block_of, _runs(lines, deep))


def _are_entries(lines: Sequence[str], deep: Sequence[bool]) -> bool:
    """
    Whether lines are entries of a list of books and the like: each begins at the margin and goes on indented.

    There are two at least, each has a figure and ends with a full stop, and a line that goes on is not short; in
    couplets, of which the second line is set in, not all have figures.
    """
    begun = [at for at, indented in enumerate(deep) if not indented]
    if deep[0] or not any(deep) or len(begun) < 2:
        return False
    entries = ["\n".join(lines[at:end]).rstrip() for at, end in pairwise((*begun, len(lines)))]
    inner = [line for line, after in zip(lines, deep[1:], strict=False) if after]
    figures = all(entry.endswith((".", ".)")) and any(map(str.isdecimal, entry)) for entry in entries)
    going_on = 2 * sum(map(ends_sentence, inner)) < len(inner)
    return figures and going_on and min(map(len, inner)) >= _PROSE


def _are_rows(lines: Sequence[str], margin: int) -> bool:
    """Whether each line is set in as a paragraph is, and most are short ones of figures, as in stock reports."""
    if margin < _PARAGRAPH_INDENT or max(map(len, lines)) >= 2 * _PROSE:
        return False
    return sum(any(c.isdigit() for c in line) for line in lines) * 2 > len(lines)


def _runs(lines: Sequence[NumberedLine], deep: Sequence[bool]) -> Iterator[list[NumberedLine]]:
    run: list[NumberedLine] = []
    for line, indented in zip(lines, deep, strict=True):
        if indented and run:
            yield run
            run = []
        run.append(line)
    yield run
