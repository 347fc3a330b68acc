"""Heads that stand in one paragraph with the text behind them, and were cut off from it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from broadsheet.layout.sentence import begins_lower, ends_sentence
from broadsheet.model import Block
from broadsheet.model.block import PARAGRAPH

_LABEL, _HABIT = 3, 3
"""The words of a head that runs on into its paragraph; so many are a habit."""
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+\S")
_HEAD = 90
"""A longer text is a paragraph of its own."""
_CUT = 2
"""So many numbered heads whose text goes on in mid-sentence show that all of them run on."""


def run_in_labels(blocks: Sequence[Block]) -> Set[int]:
    """Which blocks are the heads that their paragraphs begin with (“Price:”); none, where there are only one or two."""
    begun = [at for at, block in enumerate(blocks[:-1]) if block.text[-1] == ":"]
    found = {
        at
        for at in (begun if len(begun) >= _HABIT else ())
        if blocks[at].kind == blocks[at + 1].kind == PARAGRAPH
        if _is_label(blocks[at].text) and _is_sentence(blocks[at + 1].text)
    }
    return found if len(found) >= _HABIT else frozenset()


def run_in_numbers(blocks: Sequence[Block]) -> Set[int]:
    """
    Which blocks are numbered heads that their paragraphs begin with (“2. Ink.”), where some paragraphs show it.

    Left alone: numbers that do not count up, heads whose paragraphs all begin as sentences do, and a head without an
    end mark before a capital.
    """
    begun = [at for at, block in enumerate(blocks[:-1]) if block.text[0].isdigit()]
    heads = [
        (int(number[1]), at, blocks[at + 1].text)
        for at in (begun if len(begun) >= _HABIT else ())
        if blocks[at].kind == blocks[at + 1].kind == PARAGRAPH and len(blocks[at].text) <= _HEAD
        if (number := _NUMBER.match(blocks[at].text)) and not _NUMBER.match(blocks[at + 1].text)
    ]
    if len(heads) < _HABIT or any(after != before + 1 for (before, _, _), (after, _, _) in pairwise(heads)):
        return frozenset()
    cut = {head for _, head, text in heads if not ends_sentence(blocks[head].text) and _is_rest(text)}
    return cut | {head for _, head, _ in heads if ends_sentence(blocks[head].text)} if len(cut) >= _CUT else frozenset()


def _is_rest(text: str) -> bool:
    return text[0] == "(" or begins_lower(text)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and len(text.split()) > _LABEL


def _is_label(text: str) -> bool:
    """Whether a text that ends in a colon is a head."""
    return len(words := text.split()) <= _LABEL and all(word[0].isupper() for word in words)
