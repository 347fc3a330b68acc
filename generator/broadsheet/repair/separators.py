"""Lines of signs that part two sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.trace import Note

_SIGNS = frozenset("*=_~#•·⁂-")
_SEPARATOR = re.compile(r"(?:[*=_~#•·⁂-]\s*){3,}|⁂|[*•·]")


def separators(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Know a line of three or more stars, dashes or other signs, alone between empty lines or paragraphs, as a separator.

    Left alone: signs beside words, dashes under a line of text (an underlined heading).
    """
    return [_known(block) if block.text.lstrip()[:1] in _SIGNS else block for block in blocks]


def _known(block: Block) -> Block:
    text = block.text.strip()
    separates = block.kind == PARAGRAPH and text[-1] in _SIGNS and _SEPARATOR.fullmatch(text)
    return block._replace(kind=Kind.SEPARATOR, text=text) if separates else block
