"""Quotations: lines that begin with `>`, as in letters and in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.chunks import NumberedLine, block_of, numbered
from broadsheet.trace import Note

_MARK = re.compile(r"\s{0,3}(?:>\s?)+")


def quotations(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Read lines that all begin with `>` as a quotation; an empty one parts its paragraphs.

    Left alone: a chunk of which only some lines begin so.
    """
    return [part for block in blocks for part in (_quotation(block, note) if ">" in block.text[:4] else (block,))]


def _quotation(block: Block, note: Note) -> Iterator[Block]:
    lines = numbered(block)
    if block.kind != PARAGRAPH or not all(_MARK.match(line) for _, line in lines):
        yield block
        return
    run: list[NumberedLine] = []
    for number, line in [*lines, (0, ">")]:
        text = _MARK.sub("", line, count=1).rstrip()
        if number:
            note("quotation-mark", number, number, line, text)
        if text:
            run.append((number, text))
        elif run:
            yield block_of(run, Kind.QUOTATION)
            run = []
