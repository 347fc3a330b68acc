"""Lists: lines that begin with a bullet or a number, and go on as a list should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from broadsheet.layout.join import join_lines
from broadsheet.layout.measure import indent_of
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import number_of
from broadsheet.repair.chunks import NumberedLine, block_of, numbered
from broadsheet.trace import Note

_ITEM = re.compile(r"\s*(?P<marker>[-*+•‣▪◦●·]|\d{1,4}[.)])\s+(?P<text>\S.*)")


_TYPED = re.compile(r"\d+[.)] \S")


@dataclass(slots=True)
class _Item:
    marker: str
    indent: int
    lines: list[NumberedLine] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        return number_of(self.marker)


def lists(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Read runs of two and more items of one sort as a list; a wrapped item is joined.

    Numbers must count up by one.  Left alone: a single line with a bullet or a number ("1986. A great year"), dashes
    that open speech.
    """
    pieces = [piece for block in blocks for piece in _pieces(block)]
    found: list[Block] = []
    at = 0
    while at < len(pieces):
        run = _run(pieces, at)
        if len(run) > 1:
            found += _blocks(run, shape, note)
            at += len(run)
            continue
        piece = pieces[at]
        at += 1
        if isinstance(piece, _Item):
            piece = block_of(piece.lines)
            if found and found[-1].last == piece.first - 1 and found[-1].kind == Kind.PARAGRAPH:
                before = found.pop()
                piece = block_of([*numbered(before), *numbered(piece)])
        elif found and at > 1 and isinstance(pieces[at - 2], _Item) and _touch(found[-1], piece):
            piece = block_of([*numbered(found.pop()), *numbered(piece)])
        found.append(piece)
    return found


def _touch(before: Block, after: Block) -> bool:
    """Whether two paragraphs stand on neighbouring lines, so that they were one before items were looked for."""
    return before.kind == after.kind == Kind.PARAGRAPH and before.last == after.first - 1


def _pieces(block: Block) -> Iterator[_Item | Block]:
    """The items of a block, and what stands before and between them."""
    if block.kind != Kind.PARAGRAPH:
        yield block
        return
    rest: list[NumberedLine] = []
    item: _Item | None = None
    for number, line in numbered(block):
        if match := _ITEM.fullmatch(line):
            if rest:
                yield block_of(rest)
                rest = []
            if item:
                yield item
            item = _Item(match["marker"], indent_of(line), [(number, line)])
        elif item and _continues(item, line):
            item.lines.append((number, line))
        else:
            if item:
                yield item
                item = None
            rest.append((number, line))
    if rest:
        yield block_of(rest)
    if item:
        yield item


def _continues(item: _Item, line: str) -> bool:
    """A further line of an item is indented, or goes on in lower case after a line that was full."""
    return indent_of(line) > item.indent or (len(item.lines[-1][1]) > 50 and line[:1].islower())


def _run(pieces: Sequence[_Item | Block], at: int) -> list[_Item]:
    """The items from a place on that make one list."""
    run: list[_Item] = []
    last: dict[int, _Item] = {}
    for place in range(at, len(pieces)):
        piece = pieces[place]
        if not isinstance(piece, _Item):
            break
        same = next((last[indent] for indent in sorted(last) if abs(indent - piece.indent) < 2), None)
        if same is None and run and piece.indent < run[0].indent:
            break
        if same is not None and not _follows(same, piece):
            break
        if same is None and piece.number not in (None, 0, 1) and run:
            break
        last = {indent: item for indent, item in last.items() if indent < piece.indent - 1} | {piece.indent: piece}
        run.append(piece)
    if _are_headed(run):
        return []
    return run if sum(item.indent - run[0].indent < 2 for item in run) > 1 else []


def _are_headed(run: Sequence[_Item]) -> bool:
    """
    Whether numbered items are paragraphs or headings whose number was typed.

    They stand at the margin, parted by empty lines, with one space after the number; those who write a list as such
    set it in, or close.
    """
    parted = all(after.lines[0][0] > before.lines[-1][0] + 1 for before, after in pairwise(run))
    return parted and all(item.number is not None and _TYPED.match(item.lines[0][1]) for item in run)


def _follows(before: _Item, after: _Item) -> bool:
    if before.number is None or after.number is None:
        return before.marker == after.marker
    return after.number == before.number + 1 and before.marker[-1] == after.marker[-1]


def _blocks(run: Sequence[_Item], shape: Shape, note: Note) -> Iterator[Block]:
    open_indents: list[int] = []
    for item in run:
        while open_indents and item.indent < open_indents[-1] - 1:
            open_indents.pop()
        if not open_indents or item.indent > open_indents[-1] + 1:
            open_indents.append(item.indent)
        joined = join_lines((line for _, line in item.lines), shape.words)
        text = joined[len(item.marker) :].lstrip()
        first, last = item.lines[0][0], item.lines[-1][0]
        note("unwrap", first, last, "\n".join(line for _, line in item.lines), f"{item.marker} {text}")
        note("list-mark", first, last, f"{item.marker} {text}", text)
        yield Block(Kind.LIST, text, first, last, level=len(open_indents) - 1, marker=item.marker)
