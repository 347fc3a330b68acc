"""Blocks as Markdown."""

from __future__ import annotations

import re

import pytest

from broadsheet.model import Block, Kind
from broadsheet.write.body import body_markdown


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ([2, 3, 3, 2], [2, 3, 3, 2]),
        ([3, 3, 4, 3], [2, 2, 3, 2]),
        ([3, 2, 3], [2, 2, 3]),
        ([2, 4, 6, 4, 3, 2], [2, 3, 4, 3, 3, 2]),
        ([6], [2]),
        ([2, 3, 4, 5, 6, 6], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_headings_begin_below_the_headline_and_leave_no_level_out(read: list[int], written: list[int]) -> None:
    """What stands below what is as in the source."""
    blocks = [Block(Kind.HEADING, "Part", n, n, level=level) for n, level in enumerate(read, 1)]
    assert [len(line.split()[0]) for line in body_markdown(blocks, ()).split("\n\n")] == written
    assert [block.level for block in blocks] == read


@pytest.mark.parametrize(("marker", "number"), [("12.", 12), ("3)", 3), ("-", None), ("•", None), ("²", None)])
def test_numbers_of_items(marker: str, number: int | None) -> None:
    """A bullet has none."""
    assert Block(Kind.LIST, "Item", 1, 1, marker=marker).number == number


def test_asides_stand_below_the_text_by_kind() -> None:
    """Notes on the authors come first, then captions, prompts and the rest; each in the order of the source."""
    kinds = [Kind.CAPTION, Kind.PROMPT, Kind.CAPTION, Kind.NOTICE, Kind.AUTHOR_NOTE, Kind.FURNITURE]
    written = body_markdown([], [Block(kind, f"line {n}", n, n) for n, kind in enumerate(kinds, 1)])
    assert re.findall(r'class="([\w-]+)"|line (\d)', written) == [
        ("author-note", ""), ("", "5"), ("caption", ""), ("", "1"), ("", "3"),
        ("prompt", ""), ("", "2"), ("notice", ""), ("", "4"), ("", "6"),
    ]  # fmt: skip
