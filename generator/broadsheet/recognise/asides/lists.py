"""Lists of other articles that stand at the end, below a heading such as "Most read"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from broadsheet.layout.sentence import ends_sentence
from broadsheet.recognise.asides.piece import bare, paragraphs
from broadsheet.recognise.asides.prompts import folded, is_title
from broadsheet.recognise.asides.words import LISTS, MORE, phrases
from broadsheet.recognise.spans import last_filled

_HEADINGS = phrases(LISTS) | phrases(MORE)
_MOST = 40
"""A longer list is one of another sort."""


def ends_in_title(lines: Sequence[str]) -> bool:
    """Whether the last line that is not empty may be the title of another article; in most texts it ends a sentence."""
    last = last_filled(lines, 1)
    return bool(last) and is_title(bare(lines[last[0] - 1].strip()))


def list_at_end(lines: Sequence[str], headings: Set[int]) -> list[tuple[int, int]]:
    """
    A heading such as "Most read", "Related articles", and the titles below it, up to the end.

    `headings`: lines that are such ones and were set aside before.

    Left alone: a list after which text follows, one of whose lines ends with a full stop or is long, a heading with
    nothing below it, and an article that has no sentence above it.
    """
    titles = 0
    for number in range(len(lines), 0, -1):
        if number in headings and titles:
            return list(paragraphs(lines, frozenset(range(1, number))))
        if not lines[number - 1].strip():
            continue
        text = bare(lines[number - 1].strip())
        if folded(text) in _HEADINGS:
            if titles and any(ends_sentence(line) for line in lines[: number - 1]):
                return list(paragraphs(lines, frozenset(range(1, number))))
            return []
        titles += 1
        if titles > _MOST or not is_title(text):
            return []
    return []
