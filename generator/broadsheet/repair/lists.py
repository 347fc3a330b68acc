"""Lists: lines that begin with a bullet or a number, and go on as a list should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from broadsheet.layout.join import join_lines
from broadsheet.layout.measure import indent_of
from broadsheet.layout.sentence import ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH, number_of
from broadsheet.repair.chunks import NumberedLine, block_of, numbered
from broadsheet.trace import Note

_BULLETS = frozenset("-*+•‣▪◦●·")
_ITEM = re.compile(r"\s*(?P<marker>[-*+•‣▪◦●·]|\d{1,4}[.)])\s+(?P<text>\S.*)")
_SPOKEN = re.compile(r"- \S")
_SAYS = re.compile(
    r"[,?!]\s(?:said|says|asked|sa|sier|säger|sade|sagde|siger|spør|frågar|sagt|sagte|fragte|dit|demande|dijo|dice"
    r"|preguntó|disse|diz|ha detto|dice|zei|zegt|mówi|powiedział|pyta|řekl|сказал|говорит|спросил)\b"
)
"""Behind a speech, in some languages that open one by a dash: who speaks."""
_DASHES = "-*+·"
"""Bullets that a line of running text may begin with as well."""
_TYPED = re.compile(r"\d+[.)] \S")


class _Item(NamedTuple):
    marker: str
    number: int | None
    indent: int
    lines: list[NumberedLine]

    @property
    def first(self) -> int:
        return self.lines[0][0]

    @property
    def last(self) -> int:
        return self.lines[-1][0]


_Piece = _Item | Block


def lists(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Read runs of two and more items of one sort as a list; a wrapped item is joined.

    Numbers must count up by one.  Left alone: a single line with a bullet or a number ("1986. A great year"), dashes
    that open speech.
    """
    if not any(map(_may_have_items, blocks)):
        return list(blocks)
    pieces = [piece for block in blocks for piece in (_pieces(block, shape) if _may_have_items(block) else (block,))]
    alone = _speeches(pieces)
    found: list[Block] = []
    apart: list[_Piece] = []
    at = 0
    while at < len(pieces):
        run = _run(pieces, at) if isinstance(pieces[at], _Item) else []
        text = len(run) > 1 and (_are_headed(run) or _are_spoken(run, alone))
        if len(run) > 1 and not text and _is_list(run):
            found += [*_whole(apart), *_blocks(run, shape, note)]
            apart = []
            at += len(run)
            continue
        no_list = run if text else pieces[at : at + 1]
        for piece in no_list:
            if not (apart and _touch(apart[-1], piece)):
                found += _whole(apart)
                apart = []
            apart.append(piece)
        at += len(no_list)
    return [*found, *_whole(apart)]


def _may_have_items(block: Block) -> bool:
    """Whether a line of a block begins as an item does: a test that costs little."""
    if block.kind != PARAGRAPH:
        return False
    if "\n" not in block.text:
        return _may_be_item(block.text)
    return any(map(_may_be_item, block.text.split("\n")))


def _may_be_item(line: str) -> bool:
    begun = "" if line[0].isalpha() else line.lstrip()[:2]
    return begun[:1].isdecimal() or (begun[:1] in _BULLETS and begun[1:].isspace())


def _touch(before: _Piece, after: _Piece) -> bool:
    """Whether two pieces stand on neighbouring lines and one is an item, so that they were one paragraph before."""
    if before.last != after.first - 1:
        return False
    if isinstance(before, _Item):
        return isinstance(after, _Item) or after.kind == PARAGRAPH
    return isinstance(after, _Item) and before.kind == PARAGRAPH


def _whole(pieces: Sequence[_Piece]) -> list[Block]:
    """The block that some pieces are together, if there are any."""
    if len(pieces) == 1 and isinstance(pieces[0], Block):
        return [pieces[0]]
    return [block_of([line for piece in pieces for line in _lines(piece)])] if pieces else []


def _lines(piece: _Piece) -> Sequence[NumberedLine]:
    return piece.lines if isinstance(piece, _Item) else numbered(piece)


def _pieces(block: Block, shape: Shape) -> Iterator[_Piece]:
    """The items of a paragraph, and what stands before and between them."""
    rest: list[NumberedLine] = []
    item: _Item | None = None
    lines = [(number, line, _ITEM.fullmatch(line)) for number, line in numbered(block)]
    begun = [number for number, _, match in lines if match]
    for number, line, match in lines:
        marker = match["marker"] if match else ""
        if match and not (item and _is_number_of_text(item, marker, line, shape)):
            if rest:
                yield block_of(rest)
                rest = []
            if item:
                yield item
            item = _Item(marker, number_of(marker), indent_of(line), [(number, line)])
        elif item and (_continues(item, line) or (len(begun) > 1 and _is_wrapped(item, line, shape, begun[-1]))):
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


def _is_wrapped(item: _Item, line: str, shape: Shape, last: int) -> bool:
    """
    Whether one of several items that stand together goes on at the margin, because the line before was full.

    Of the `last` item this is not sure where no empty lines part paragraphs, and a sentence ends with the full line.
    """
    before = item.lines[-1][1]
    if item.marker in _DASHES or not shape.is_forced(before, line):
        return False
    return item.first < last or shape.spaced or not ends_sentence(before)


def _is_number_of_text(item: _Item, marker: str, line: str, shape: Shape) -> bool:
    """Whether a number at the beginning of a line, such as a year, goes on the text of a numbered item."""
    number = number_of(marker)
    if number is None or item.number is None or number in (0, 1, item.number + 1) or line[0].isspace():
        return False
    return shape.is_forced(item.lines[-1][1], line)


def _run(pieces: Sequence[_Piece], at: int) -> list[_Item]:
    """The items from a place on that go on as those of one list do, each at the margin of the one that it follows."""
    run: list[_Item] = []
    open_items: list[_Item] = []
    for place in range(at, len(pieces)):
        piece = pieces[place]
        if not isinstance(piece, _Item):
            break
        same = None
        while open_items and open_items[-1].indent >= piece.indent - 1:
            closed = open_items.pop()
            same = closed if closed.indent <= piece.indent + 1 else same
        if run and same is None and (piece.indent < run[0].indent or piece.number not in (None, 0, 1)):
            break
        if same is not None and not _follows(same, piece):
            break
        open_items.append(piece)
        run.append(piece)
    return run


def _is_list(run: Sequence[_Item]) -> bool:
    """Whether a run has two items at its first margin, or a bullet there and a list below it, set in."""
    if any(item.indent - run[0].indent < 2 for item in run[1:]):
        return True
    return len(run) > 2 and run[0].number is None and _is_list(run[1:])


def _are_headed(run: Sequence[_Item]) -> bool:
    """
    Whether numbered items are paragraphs or headings whose number was typed.

    They stand at the margin, parted by empty lines, with one space after the number; those who write a list as such
    set it in, or close.
    """
    parted = all(after.first > before.last + 1 for before, after in pairwise(run))
    return parted and all(item.number is not None and _TYPED.match(item.lines[0][1]) for item in run)


def _are_spoken(run: Sequence[_Item], alone: int) -> bool:
    """
    Whether hyphens open speech: at the margin, in paragraphs that each end as a sentence does.

    One of them is a question, or says who speaks; or as many stand `alone` elsewhere, where no list has one item.
    """
    if any(a.first == b.last + 1 for b, a in pairwise(run)) or not all(_SPOKEN.match(item.lines[0][1]) for item in run):
        return False
    texts = [item.lines[-1][1].rstrip() for item in run]
    if not all(text.endswith(":") or ends_sentence(text) for text in texts):
        return False
    asked = sum(text.endswith("?") for text in texts)
    return alone >= len(run) or 0 < asked < len(run) or any(map(_SAYS.search, texts))


def _speeches(pieces: Sequence[_Piece]) -> int:
    """How many paragraphs begin with a hyphen and have no such one beside them."""
    spoken = [isinstance(piece, _Item) and _SPOKEN.match(piece.lines[0][1]) is not None for piece in pieces]
    around = zip([False, *spoken], spoken, [*spoken[1:], False], strict=False)
    return sum(is_one and not before and not after for before, is_one, after in around)


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
        marker, (first, line), (last, _) = item.marker, item.lines[0], item.lines[-1]
        whole = join_lines([line for _, line in item.lines], shape.words) if last > first else line.strip()
        text = whole[len(marker) :].lstrip()
        marked = f"{marker} {text}"
        if last > first or whole != marked:
            note("unwrap", first, last, "\n".join([line for _, line in item.lines]), marked)
        note("list-mark", first, last, marked, text)
        yield Block(Kind.LIST, text, first, last, len(open_indents) - 1, marker)
