"""Blocks as Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.model import Block, Kind
from broadsheet.write import body
from broadsheet.write.bare import is_bare
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


SIGNS = st.sampled_from([*"\\`*_{}~^<>[]()&$=+/:.!?#-|1 \n\u00a0", "www.", "wWw.", "://", "\n\n", "1. ", "2) ", ":a:"])
PARAGRAPHS = st.lists(st.lists(st.sampled_from(["ink", "Press ", "Tag"]) | SIGNS, max_size=5).map("".join), max_size=4)


@given(texts=PARAGRAPHS)
@settings(max_examples=600, deadline=None)
def test_bare_text_is_written_as_any_other(texts: list[str]) -> None:
    """What is written as it stands is what would have been written if each sign had been looked at."""
    blocks = [Block(Kind.PARAGRAPH, text, n, n) for n, text in enumerate(texts, 1) if text.strip()]
    written = body_markdown(blocks, ())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body, "is_bare", lambda text: False)
        assert written == body_markdown(blocks, ())


def test_most_prose_is_bare() -> None:
    """Commas, quotation marks and brackets mean nothing."""
    assert is_bare("The press (and all else) stood still, he said: “No.”\n\nIt’s 3.5% – 10 in 100; why?")
