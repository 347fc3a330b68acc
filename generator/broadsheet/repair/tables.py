"""Tables and other text whose spaces carry meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
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
    if block.kind != Kind.PARAGRAPH or not _may_have_columns(block.text):
        return False
    lines = numbered(block)
    if len(lines) < 2:
        return False
    if "|" in block.text and "|" in lines[0][1] and _BAR_RULE.fullmatch(lines[1][1]):
        return True
    return sum(1 for _, line in lines if _may_be_row(line) and _COLUMNS.search(line)) >= _SHARE * len(lines)


def _may_have_columns(text: str) -> bool:
    """Whether a text has a sign without which it has no columns: a test that costs little."""
    return any(map(text.__contains__, _SIGNS)) or (not text.isascii() and _MAY_HAVE.search(text) is not None)


def _may_be_row(line: str) -> bool:
    """Whether a line has a gap, or a bar at its beginning: a test that costs little; most indented lines are text."""
    bare = line.strip()
    return bare[:1] in _BARS or " ".join(bare.split()) != bare
