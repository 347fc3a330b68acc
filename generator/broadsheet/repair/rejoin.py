"""Paragraphs that a page or column break cut in mid-sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from broadsheet.model import Block, Kind
from broadsheet.repair.chunks import join_lines
from broadsheet.trace import Note

_LOWER_CASE_STYLE = 0.3
"""In an article with a larger share of paragraphs that begin in lower case, that tells nothing."""


def rejoin(blocks: Sequence[Block], note: Note) -> list[Block]:
    """
    Join a paragraph that ends in mid-sentence with the next, if that goes on in lower case.

    Left alone: verse, lists, a first half that ends a sentence, a second one that begins with a name such as iPhone,
    and articles written without capitals.
    """
    begun = [b for b in blocks if b.kind == Kind.PARAGRAPH]
    joinable = sum(1 for b in begun if b.text[:1].islower()) <= max(1, _LOWER_CASE_STYLE * len(begun))
    found: list[Block] = []
    for block in blocks:
        if found and joinable and _goes_on(found[-1], block):
            before = found.pop()
            text = join_lines((before.text, block.text))
            note("rejoin", before.first, block.last, f"{before.text}\n{block.text}", text)
            block = replace(before, text=text, last=block.last)
        found.append(block)
    return found


def _goes_on(before: Block, after: Block) -> bool:
    if before.kind != Kind.PARAGRAPH or after.kind != Kind.PARAGRAPH:
        return False
    first = after.text.split()[0]
    continues = first[0].islower() and first[1:] == first[1:].lower()
    return continues and (before.text[-1].isalnum() or before.text[-1] in ",–—-")
