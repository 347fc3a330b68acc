"""Lines that were broken to a width are joined; lines that are paragraphs, or verse, are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from broadsheet.model import Block, Kind
from broadsheet.repair.chunks import SENTENCE_ENDS, block_of, join_lines, numbered
from broadsheet.trace import Note

_SLACK = 12
"""How far below the width a line may end before a word that would still have fitted tells that it was not wrapped."""
_WIDEST = 200
"""Nobody wraps to lines longer than this."""
_FULL = 38
"""Lines shorter than this on average are not broken to a width, whatever their punctuation."""
_NARROW = 100
"""A longer line is a paragraph by itself."""


def unwrap(blocks: Sequence[Block], note: Note) -> list[Block]:
    """
    Join the lines of hard-wrapped paragraphs; make paragraphs of lines that each are one; keep the lines of the rest.

    Judged by the file's own widest line: a break is forced if the next word would not have fitted.
    Left alone: tables, headings, separators.
    """
    texts = [b for b in blocks if b.kind in (Kind.PARAGRAPH, Kind.QUOTATION)]
    width = max((len(line) for b in texts if "\n" in b.text for _, line in numbered(b)), default=0)
    return [part for block in blocks for part in _unwrap(block, width, note)]


def _unwrap(block: Block, width: int, note: Note) -> Iterator[Block]:
    if block.kind not in (Kind.PARAGRAPH, Kind.QUOTATION):
        yield block
        return
    lines = [line for _, line in numbered(block)]
    if len(lines) == 1:
        yield replace(block, text=block.text.strip())
    elif _is_wrapped(lines, width):
        joined = join_lines(lines)
        note("unwrap", block.first, block.last, block.text, joined)
        yield replace(block, text=joined)
    elif block.kind == Kind.PARAGRAPH and _is_line_each(lines):
        yield from (block_of([(number, line.strip())]) for number, line in numbered(block))
    else:
        yield replace(block, kind=Kind.VERSE if block.kind == Kind.PARAGRAPH else block.kind)


def _is_wrapped(lines: Sequence[str], width: int) -> bool:
    breaks = list(pairwise(lines))
    if sum(map(len, lines[:-1])) < _FULL * len(breaks) or _are_units(lines, width):
        return False
    forced = sum(1 for line, after in breaks if len(line) + 1 + len(after.split()[0]) > width - _SLACK)
    inside = sum(1 for line, after in breaks if _inside_sentence(line.strip(), after.strip()))
    if width <= _WIDEST and forced >= 0.7 * len(breaks):
        return True
    return inside >= 0.6 * len(breaks)


def _are_units(lines: Sequence[str], width: int) -> bool:
    """Whether each line is something by itself: verse, where all begin with a capital, speech, or a paragraph."""
    begun = [line.strip() for line in lines]
    verse = len(begun) > 3 and all(line[0].isupper() or not line[0].isalpha() for line in begun)
    speech = all(line.startswith(("— ", "– ")) for line in begun)
    paragraphs = width > _NARROW and all(line[-1] in SENTENCE_ENDS for line in begun)
    return verse or speech or paragraphs


def _inside_sentence(line: str, after: str) -> bool:
    return line[-1] not in SENTENCE_ENDS and after[0].islower()


def _is_line_each(lines: Sequence[str]) -> bool:
    whole = sum(1 for line in lines if len(line) > _NARROW or line.strip()[-1] in SENTENCE_ENDS)
    return max(map(len, lines)) > _NARROW and whole >= 0.5 * len(lines)
