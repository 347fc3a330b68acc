"""Tables and other text whose spaces carry meaning."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.chunks import numbered
from broadsheet.trace import Note

_BARS = "|+├└┌│"
_COLUMNS = re.compile(rf"\S(?:\s{{3,}}|\t)\S|[^\s.!?:…”\"'’)]\s{{2}}\S|^\s*\|.*\|\s*$|^\s*[{_BARS}]")
_BAR_RULE = re.compile(r"[\s|:+-]*-{3,}[\s:]*\|[\s|:+-]*")
"""The line under the heads of a table whose rows have bars only between their cells."""
_SIGNS = ("  ", "\n ", "\t", *_BARS)
_MAY_HAVE = re.compile(r"\s\s")
"""In scripts that have spaces of their own."""
_SHARE = 0.6
_RULE = re.compile(r"-{2,}(?: *-{2,})*")
_COLUMN_RULE = re.compile(r"\s*-{2,}(?: +-{2,})+\s*")
SIGNS_OF_RULES = ("- -", "-  -")
"""Text without any of them has no rule that goes over several columns."""
_HEADS, _MOST = 8, 400
"""Lines at the top of a table, among which the rule over its columns is; and its rows with an empty line between."""


def ruled_tables(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Keep the lines between two equal rules as they are, with the empty ones, as pandoc writes tables of several lines.

    Left alone: lines between rules without a rule that goes over several columns.
    """
    closed: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.text[-1] == "-" and block.kind == PARAGRAPH:
            closed.setdefault(block.text.rpartition("\n")[2].strip(), []).append(at)
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _end_of_table(blocks, at, closed)
        found.append(_whole(blocks[at:end]) if end else blocks[at])
        at = end or at + 1
    return found


def _end_of_table(blocks: Sequence[Block], at: int, closed: Mapping[str, Sequence[int]]) -> int:
    """
    The place after the last block of a table that begins with a block; 0 if it begins none.

    `closed`: for each rule, the places of the blocks that end with it.
    """
    first, _, below = blocks[at].text.partition("\n")
    ends = closed.get(rule := first.strip()) if below else None
    if (
        not ends
        or not _RULE.fullmatch(rule)
        or not any(map(_COLUMN_RULE.fullmatch, [first, *below.split("\n", _HEADS)]))
    ):
        return 0
    place = bisect_left(ends, at)
    if place == len(ends) or ends[place] >= at + _MOST:
        return 0
    table = blocks[at : ends[place] + 1]
    return ends[place] + 1 if all(block.kind == PARAGRAPH for block in table) else 0


def _whole(blocks: Sequence[Block]) -> Block:
    standing = dict(line for block in blocks for line in numbered(block))
    first, last = blocks[0].first, blocks[-1].last
    text = "\n".join([standing.get(number, "") for number in range(first, last + 1)])
    return Block(Kind.PREFORMATTED, text, first, last)


def tables(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Keep the spaces of two and more lines most of which have columns: wide gaps, or bars.

    Left alone: running text with two spaces after a full stop, or a single wide gap.
    """
    return [
        block._replace(kind=Kind.PREFORMATTED) if "\n" in block.text and _has_columns(block) else block
        for block in blocks
    ]


def _has_columns(block: Block) -> bool:
    if block.kind != PARAGRAPH or not _may_have_columns(block.text):
        return False
    lines = block.text.split("\n")
    if "|" in lines[0] and _BAR_RULE.fullmatch(lines[1]):
        return True
    rows, least = list(filter(_may_be_row, lines)), _SHARE * len(lines)
    return len(rows) >= least and sum(1 for line in rows if _COLUMNS.search(line)) >= least


def _may_have_columns(text: str) -> bool:
    """Whether a text has a sign without which it has no columns: a test that costs little."""
    return any(map(text.__contains__, _SIGNS)) or (not text.isascii() and _MAY_HAVE.search(text) is not None)


def _may_be_row(line: str) -> bool:
    """Whether a line has a gap, or a bar at its beginning: a test that costs little; most indented lines are text."""
    bare = line.strip()
    if bare[:1] in _BARS or "  " in bare or "\t" in bare:
        return True
    return not bare.isascii() and " ".join(bare.split()) != bare
