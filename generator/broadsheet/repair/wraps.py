"""Lines that were broken to a width are joined; lines that are paragraphs, or verse, are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from broadsheet.layout.sentence import SENTENCE_ENDS, begins_lower, ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.chunks import NumberedLine, block_of, joined_block
from broadsheet.repair.chunks import numbered as lines_of
from broadsheet.trace import Note

_PROSE = 0.5
"""The share of breaks that the width must explain for a chunk to be running text."""
_INSIDE = 0.6
"""The share of breaks inside sentences that tells running text where no width does."""
_FULL = 38
"""Lines shorter than this on average are not broken to a width, whatever their punctuation."""
_NARROW = 100
"""A longer line is a paragraph by itself."""
_CLOSING_QUOTES, _OPENING_QUOTES = '"”»“', '"“„«‘–—'
_HALF, _NEARLY = 0.6, 0.85
"""Where empty lines part paragraphs, a line as full as this goes on in the next; if it ends a sentence, the second."""


def unwrap(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Join the lines of hard-wrapped paragraphs; make paragraphs of lines that each are one; keep the lines of the rest.

    A break is forced if the next word would not have fitted into the width of the file. Left alone: tables, headings,
    separators; chunks few of whose breaks are forced or inside a sentence (verse, addresses, signatures).
    """
    return [
        part
        for block in blocks
        for part in (_unwrap(block, shape, note) if "\n" in block.text or block.text[0].isspace() else (block,))
    ]


def _unwrap(block: Block, shape: Shape, note: Note) -> Iterator[Block]:
    if block.kind not in (PARAGRAPH, Kind.QUOTATION):
        yield block
        return
    lines = lines_of(block)
    if len(lines) == 1:
        yield block._replace(text=block.text.strip())
    elif _is_prose([line for _, line in lines], shape):
        yield from (joined_block(run, shape, note, block.kind) for run in _paragraphs(lines, shape))
    elif block.kind == PARAGRAPH and _is_line_each([line for _, line in lines]):
        yield from (block_of([(number, line.strip())]) for number, line in lines)
    else:
        yield block._replace(kind=Kind.VERSE if block.kind == PARAGRAPH else block.kind)


def _is_prose(lines: Sequence[str], shape: Shape) -> bool:
    breaks = list(pairwise(lines))
    if _are_units(lines):
        return False
    forced = sum(1 for line, after in breaks if shape.is_forced(line, after))
    if forced >= _PROSE * len(breaks) or (forced and not shape.spaced):
        return True
    inside = sum(1 for line, after in breaks if not ends_sentence(line) and begins_lower(after))
    return sum(len(line.strip()) for line in lines[:-1]) >= _FULL * len(breaks) and inside >= _INSIDE * len(breaks)


def _are_units(lines: Sequence[str]) -> bool:
    """Whether each line is something by itself: verse, where all begin with a capital, or speech."""
    begun = [line.strip() for line in lines]
    verse = len(begun) > 3 and all(line[0].isupper() or not line[0].isalpha() for line in begun)
    return verse or all(line.startswith(("— ", "– ")) for line in begun)


def _paragraphs(lines: Sequence[NumberedLine], shape: Shape) -> Iterator[list[NumberedLine]]:
    run = [lines[0]]
    for line in lines[1:]:
        if not _goes_on(run[-1][1].strip(), line[1].strip(), shape, len(run)):
            yield run
            run = []
        run.append(line)
    yield run


def _goes_on(line: str, after: str, shape: Shape, count: int) -> bool:
    """Whether a line of running text, the last of `count` so far, goes on in the next one."""
    if line[-1] == "\u00ad" or (begins_lower(after) and not ends_sentence(line)):
        return True
    if shape.is_forced(line, after):
        return shape.spaced or not ends_sentence(line) or not _may_end(line, after, shape, count)
    ended = ends_sentence(line) or line[-1] in ":："
    return shape.spaced and shape.reach(line, after) >= (_NEARLY if ended else _HALF) * shape.width


def _may_end(line: str, after: str, shape: Shape, count: int) -> bool:
    """
    Whether a paragraph ends with a full line, where no empty lines show it: a sentence and a full line end together.

    In PDF and HTML text without empty lines, of 1,400 such places one in three ended a paragraph: of those with a
    quotation mark on either side six in ten, of those with no fewer lines than is usual in the file one in two.
    """
    return count >= max(2, shape.usual - 1) or line[-1] in _CLOSING_QUOTES or after[0] in _OPENING_QUOTES


def _is_line_each(lines: Sequence[str]) -> bool:
    whole = sum(1 for line in lines if len(line) > _NARROW or line.strip()[-1] in SENTENCE_ENDS)
    return max(map(len, lines)) > _NARROW or whole == len(lines)
