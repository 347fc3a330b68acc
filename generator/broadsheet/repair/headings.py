"""Section headings: marked with `#`, between stars, underlined, or short bare lines between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import compress
from typing import NamedTuple, Protocol

from broadsheet.layout.join import join_lines
from broadsheet.layout.marks import marked_heading, outline_heading, underlines
from broadsheet.layout.sentence import SENTENCE_ENDS, begins_lower
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.chunks import NumberedLine, block_of, numbered
from broadsheet.trace import Note

_STARRED = re.compile(r"(?P<stars>\*{2,6}) +(?P<text>[^*\n]*[^*\s][^*\n]*(?:\n[^*\n]+){0,3}?)[ \n](?P=stars)")
_MOST_STARS, _STARS = 200, 4
"""The longest heading between stars; of those with so many stars or fewer the third level, as html2text writes them."""
_SOURCE = re.compile(
    r"(?:source|sources|quelle|quellen|bron|bronnen|fuente|fonte|källa|kilde|źródło|источник)\s?:", re.I
)
"""So a line begins that says where a text or its figures come from."""
_LONGEST = 80
_MOST_WORDS = 10
_PARAGRAPH = 120
"""Bare headings are looked for only between paragraphs of which one is at least as long as this."""


class _Heading(NamedTuple):
    """A heading among the lines of a paragraph."""

    lines: int
    """How many of them it is."""
    text: str
    level: int


class _Find(Protocol):
    """Tells whether a heading begins at a line, below text of the same paragraph or not."""

    def __call__(self, lines: Sequence[NumberedLine], at: int, *, below_text: bool) -> _Heading | None: ...


def _parted(block: Block, sign: str, rule: str, find: _Find, note: Note) -> Iterator[Block]:
    """The headings that are found in a paragraph, each of which has a sign, and the text between them."""
    if sign not in block.text or block.kind != PARAGRAPH:
        yield block
        return
    lines, run, at = numbered(block), list[NumberedLine](), 0
    while at < len(lines):
        heading = find(lines, at, below_text=bool(run))
        if heading is None:
            run.append(lines[at])
            at += 1
            continue
        if run:
            yield block_of(run)
            run = []
        printed = lines[at : at + heading.lines]
        first, last = printed[0][0], printed[-1][0]
        note(rule, first, last, "\n".join(line for _, line in printed), heading.text)
        yield Block(Kind.HEADING, heading.text, first, last, level=heading.level)
        at += heading.lines
    if run:
        yield block_of(run)


def marked_headings(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Read lines that begin with `#` and a space as headings, two levels deep at least.

    A heading that was broken because the next word did not fit goes on in lower case in the next line.  Left alone: a
    single `#` before a number ("# 1 in the charts"), hashtags, a `#` inside a paragraph of running text.
    """
    return [part for block in blocks for part in _parted(block, "#", "heading-mark", partial(_marked, shape), note)]


def _marked(shape: Shape, lines: Sequence[NumberedLine], at: int, *, below_text: bool) -> _Heading | None:
    line = lines[at][1]
    marked = marked_heading(line)
    if marked is None or line[0].isspace() or (marked[0] == 1 and (marked[1][0].isdigit() or below_text)):
        return None
    level, text = marked
    printed = [line]
    while (at := at + 1) < len(lines) and begins_lower(after := lines[at][1]) and shape.is_forced(printed[-1], after):
        printed.append(after)
    return _Heading(len(printed), join_lines([text, *printed[1:]]), max(2, level))


def outline_headings(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """Read lines that begin with stars and a space as headings, in a text in Org, which has no other use for them."""
    if not shape.outlined:
        return list(blocks)
    return [part for block in blocks for part in _parted(block, "* ", "heading-mark", _outlined, note)]


def _outlined(lines: Sequence[NumberedLine], at: int, *, below_text: bool) -> _Heading | None:
    heading = outline_heading(lines[at][1])
    return _Heading(1, heading[1], heading[0]) if heading else None


def starred_headings(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Read lines that begin with stars and end with as many, with a space inside them, as a heading, as html2text writes.

    Left alone: stars without a space (`**strong**`), other stars between them, more than four lines.
    """
    return [part for block in blocks for part in _parted(block, "** ", "heading-stars", _starred, note)]


def _starred(lines: Sequence[NumberedLine], at: int, *, below_text: bool) -> _Heading | None:
    texts = [line for _, line in lines[at : at + 4]]
    length = _starred_lines([line.strip() for line in texts])
    if not length:
        return None
    stars = len(texts[0].strip()) - len(texts[0].strip().lstrip("*"))
    text = join_lines(texts[:length]).strip("* \u00a0")
    return _Heading(length, text, 3 if stars <= _STARS else 2)


def _starred_lines(lines: Sequence[str]) -> int:
    """How many of the first lines are a heading between stars."""
    if not lines[0].startswith("**"):
        return 0
    for length in range(1, len(lines) + 1):
        text = "\n".join(lines[:length])
        if len(text) <= _MOST_STARS and _STARRED.fullmatch(text):
            return length
    return 0


def underlined_headings(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Read a line with a line of dashes or equal signs below it, about as long, as a heading.

    Left alone: an underline under several lines, a much longer or shorter one (the rule of a table), and one of stars.
    """
    return [part for block in blocks for part in (_underlined(block, note) if "\n" in block.text else (block,))]


def _underlined(block: Block, note: Note) -> Iterator[Block]:
    lines = numbered(block)
    if block.kind != PARAGRAPH:
        yield block
        return
    (first, text), (second, under) = (lines[0][0], lines[0][1].strip()), lines[1]
    if not underlines(under, text) or under.strip()[0] == "*":
        yield block
        return
    note("heading-underline", first, second, f"{text}\n{under}", text)
    yield Block(Kind.HEADING, text, first, second, level=2 if under.strip()[0] == "=" else 3)
    if lines[2:]:
        yield block_of(lines[2:])


def bare_headings(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Read a short line alone between paragraphs as a heading.

    It has at most ten words and no mark at its end but `?` or `!`, begins with a capital, a digit or a letter of a
    script without capitals, and a longer paragraph follows.  Left alone: articles whose paragraphs are all short,
    a line in a row of short lines, the last line.
    """
    if not any(b.kind == PARAGRAPH and len(b.text) >= _PARAGRAPH for b in blocks):
        return list(blocks)
    found = list(blocks)
    bare = [len(block.text) <= _LONGEST and _is_bare(block) for block in blocks]
    for at in compress(range(len(blocks) - 1), bare):
        headed = at > 0 and (bare[at - 1] or blocks[at - 1].kind == Kind.HEADING)
        if not headed and not bare[at + 1] and _is_text(blocks[at + 1], blocks[at]):
            found[at] = blocks[at]._replace(kind=Kind.HEADING, level=2)
    return found


def _is_bare(block: Block) -> bool:
    text = block.text
    if block.kind != PARAGRAPH or "\n" in text or len(text.split()) > _MOST_WORDS:
        return False
    if _SOURCE.match(text):
        return False
    ends = text[-1] not in SENTENCE_ENDS + ",-–—" or text[-1] in "?!؟"
    return ends and not text[0].islower() and text[0].isalnum() and any(c.isalpha() for c in text)


def _is_text(block: Block, heading: Block) -> bool:
    return block.kind == Kind.LIST or (block.kind == PARAGRAPH and len(block.text) > len(heading.text))
