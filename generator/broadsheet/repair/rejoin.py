"""Paragraphs that a page or column break, or a link inside them, cut in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, islice, pairwise
from math import ceil

from broadsheet.layout.join import join_lines
from broadsheet.layout.sentence import SENTENCE_ENDS, ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Block
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.cuts import LINK, cut_at_links, is_linked, is_tail
from broadsheet.repair.open_ends import begins_within, ends_item, is_open
from broadsheet.repair.run_in_heads import run_in_numbers
from broadsheet.trace import Note

_SALUTATION = 5
"""A paragraph of no more words, with a comma at its end and no other, opens a letter."""
_WHOLE = 60
"""A shorter second half must end its sentence; else it may be an item of a list without marks."""
_CUT, _CUT_SHARE = 3, 0.04
"""From so many cuts on, before small letters or signs, a file is one whose paragraphs were cut at links."""
_SHORT, _CUT_SHORT = 20, 2
"""In a file of no more pieces, fewer are enough."""
_CLOSING = '”“"»«)'
"""Behind these a comma or full stop follows what stands there, and no link that was lost."""
_SMALL = {stop: re.compile(rf"\{stop}\s+[a-zà-ÿ]") for stop in ".!?"}
"""Beginnings of sentences; an expression that begins with one sign takes a fifth of the time of one with a choice."""
_CAPITAL = re.compile(r"[.!?]\s+[A-ZÀ-Þ]")
_SIGN = 2
"""Letters of a piece that is no text: a full stop alone, as between the words of program code, ends no sentence."""
_FEW, _GAPS, _LINKS = 3, 0.3, 0.3
"""
Where more paragraphs than this begin in lower case, and few short pieces stand between, words are missing there; not
where they are so few that columns of a page may have cut them.
"""


def rejoin(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Join a paragraph that ends in mid-sentence with the next, if that goes on in lower case or with a comma or the like.

    It may also go on with a capital: with a name that stands alone between a piece that does not end and one that goes
    on; and in a file whose paragraphs were cut at links, where that is seen several times, after an open word, bracket
    or quotation.  Left alone: verse, lists, headings, a first half that ends a sentence or opens a letter, a second one
    that begins with a name such as iPhone, articles written without capitals, and articles in which words were lost
    between the pieces.
    """
    plain = [b.kind == PARAGRAPH for b in blocks]
    paragraphs = list(compress(blocks, plain))
    if not paragraphs or _without_capitals(paragraphs):
        return list(blocks)
    small = [is_plain and not b.text[0].isupper() for is_plain, b in zip(plain, blocks, strict=True)]
    lower = [may_be and begins_within(b.text) for may_be, b in zip(small, blocks, strict=True)]
    joins = _cut_in_sentences(blocks, lower)
    if _lack_links(paragraphs, sum(lower)) or _words_are_lost(blocks, lower):
        return list(blocks)
    if _is_cut(paragraphs, sum(joins)):
        joins = cut_at_links(blocks, lower)
    else:
        for at in [at for at in range(len(blocks) - 2) if lower[at + 2] or is_tail(blocks[at + 2].text)]:
            if all(plain[at : at + 3]) and is_linked(*blocks[at : at + 3]):
                joins[at] = joins[at + 1] = True
    for head in run_in_numbers(blocks):
        joins[head] = True
    if not any(joins):
        return list(blocks)
    begun = [0, *(at for at, joined in enumerate(joins, 1) if not joined), len(blocks)]
    runs = (blocks[first:end] for first, end in pairwise(begun))
    return [run[0] if len(run) == 1 else _joined(run, shape, note) for run in runs]


def _without_capitals(paragraphs: Sequence[Block]) -> bool:
    """Whether sentences begin in lower case as a habit."""
    text = "\n".join([b.text for b in paragraphs if len(b.text) > _SIGN])
    small = sum(len(begun.findall(text)) for stop, begun in _SMALL.items() if stop in text)
    return small > 2 and small > len(_CAPITAL.findall(text))


def _is_cut(paragraphs: Sequence[Block], joined: int) -> bool:
    """Whether so many pieces go on, or have an open end, that the paragraphs of a file were cut at links."""
    count = len(paragraphs)
    least = (_CUT_SHORT if count <= _SHORT else ceil(max(_CUT, _CUT_SHARE * count))) - joined
    if not 0 < least <= count:
        return least <= 0
    opened = (b for b in paragraphs if is_open(b.text))
    return len(list(islice(opened, least))) == least


def _lack_links(paragraphs: Sequence[Block], small: int) -> bool:
    """Whether many paragraphs begin in lower case, and few short pieces, as links are, stand between."""
    if small <= max(_FEW, _GAPS * len(paragraphs)):
        return False
    return sum(len(b.text) <= LINK and not ends_sentence(b.text) for b in paragraphs) < _LINKS * small


def _words_are_lost(blocks: Sequence[Block], lower: Sequence[bool]) -> bool:
    """Whether a link was lost before most pieces that begin with a comma or full stop, since the text there is long."""
    if not any(lower):
        return False
    signs = [
        len(before.text) > LINK and before.text[-1] not in _CLOSING
        for before, after in compress(pairwise(blocks), lower[1:])
        if after.text[0] in ",." and before.kind == PARAGRAPH and after.text[1:2] == " "
    ]
    return 2 * sum(signs) > len(signs)


def _joined(run: Sequence[Block], shape: Shape, note: Note) -> Block:
    text = join_lines((block.text for block in run), shape.words)
    note("rejoin", run[0].first, run[-1].last, "\n".join(block.text for block in run), text)
    return run[0]._replace(text=text, last=run[-1].last)


def _cut_in_sentences(blocks: Sequence[Block], lower: Sequence[bool]) -> list[bool]:
    """Whether each block but the first goes on a sentence of the one before; `lower`: whether it may, by its letter."""
    joins = [False] * (len(blocks) - 1)
    length, last = 0, ""
    for at in reversed([*compress(range(1, len(blocks)), lower[1:])]):
        after = blocks[at].text
        if at == len(joins) or not joins[at]:
            length, last = 0, after[-1]
        length += len(after)
        joins[at - 1] = not _is_item(length, last) and _goes_on(blocks[at - 1], blocks[at])
    return joins


def _goes_on(before: Block, after: Block) -> bool:
    """
    Whether a block goes on in a paragraph that begins in lower case.

    Left alone: a comma or full stop after a long piece; the link that stood between is lost.
    """
    if before.kind != PARAGRAPH:
        return False
    if ends_sentence(before.text) or ends_item(before.text):
        return False
    end = before.text[-1]
    if not after.text[0].isalpha() and (end in _CLOSING or len(before.text) > LINK):
        return end in _CLOSING
    salutation = before.text.find(",") == len(before.text) - 1 and len(before.text.split()) <= _SALUTATION
    return (end.isalnum() or end in ",–—-") and not salutation


def _is_item(length: int, last: str) -> bool:
    """Whether a second half, with all that goes on from it, may be an item of a list: short, with an open end."""
    return length < _WHOLE and last not in SENTENCE_ENDS
