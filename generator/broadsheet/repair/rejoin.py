"""Paragraphs that a page or column break cut in mid-sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from broadsheet.model import Block, Kind
from broadsheet.repair.chunks import SENTENCE_ENDS, join_lines
from broadsheet.repair.shape import Shape
from broadsheet.trace import Note

_LOWER_CASE_STYLE = 0.3
"""In an article with a larger share of paragraphs that begin in lower case, that tells nothing."""
_SALUTATION = 5
"""A paragraph of no more words, with a comma at its end and no other, opens a letter."""
_WHOLE = 60
"""A shorter second half must end its sentence; else it may be an item of a list without marks."""


def rejoin(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Join a paragraph that ends in mid-sentence with the next, if that goes on in lower case.

    Left alone: verse, lists, a first half that ends a sentence or opens a letter, a second one that begins with a name
    such as iPhone, and articles written without capitals.
    """
    begun = [b for b in blocks if b.kind == Kind.PARAGRAPH]
    if sum(1 for b in begun if b.text[:1].islower()) > max(1, _LOWER_CASE_STYLE * len(begun)):
        return list(blocks)
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and _goes_on(runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return [run[0] if len(run) == 1 else _joined(run, note) for run in runs]


def _joined(run: Sequence[Block], note: Note) -> Block:
    text = join_lines(block.text for block in run)
    note("rejoin", run[0].first, run[-1].last, "\n".join(block.text for block in run), text)
    return replace(run[0], text=text, last=run[-1].last)


def _goes_on(before: Block, after: Block) -> bool:
    if before.kind != Kind.PARAGRAPH or after.kind != Kind.PARAGRAPH:
        return False
    first = after.text.split()[0]
    if not first[0].islower() or first[1:] != first[1:].lower():
        return False
    if len(after.text) < _WHOLE and after.text[-1] not in SENTENCE_ENDS:
        return False
    salutation = before.text.find(",") == len(before.text) - 1 and len(before.text.split()) <= _SALUTATION
    return (before.text[-1].isalnum() or before.text[-1] in ",–—-") and not salutation
