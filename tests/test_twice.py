"""
Repairing twice changes nothing: what was repaired once, and is written plainly, is read as it is.

Written plainly means: blocks parted by empty lines, headings with `#`, quotations with `>`, items with their marks.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.abreast import abreast
from broadsheet.layout.shape import shape_of
from broadsheet.model import Block, Kind
from broadsheet.options import Options
from broadsheet.pipeline.article import read_article
from broadsheet.repair import repair
from broadsheet.trace import Note

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.txt"))

Form = list[tuple[str, int, str, str]]


def form(blocks: Iterable[Block]) -> Form:
    """What a reader sees of some blocks."""
    return [(str(block.kind), block.level, block.marker, block.text) for block in blocks]


def written(blocks: Sequence[Block]) -> list[str]:
    """The lines of some blocks, written plainly."""
    lines: list[str] = []
    last = None
    for block in blocks:
        if lines and not block.kind == last == Kind.LIST:
            lines.append("")
        mark = {Kind.HEADING: "#" * block.level + " ", Kind.LIST: "  " * block.level + block.marker + " "}
        quoted = "> " if block.kind == Kind.QUOTATION else ""
        lines += [quoted + line for line in (mark.get(block.kind, "") + block.text).split("\n")]
        last = block.kind
    return lines


def repaired(lines: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of lines."""
    return abreast([repair(tuple(enumerate(lines, 1)), shape_of(lines), Note())])[0]


@pytest.mark.parametrize("path", SAMPLES)
def test_the_body_of_an_article_is_read_as_it_is(path: str) -> None:
    """
    Of each sample, in any of its forms, all blocks come out of a second repair as they went in.

    For any article that cannot hold: a line of verse that stood alone, say, is a paragraph when it is written alone.
    """
    body = read_article(ROOT / "content", path, Options()).body
    assert form(repaired(written(body))) == form(body)


WORDS = st.sampled_from(
    "press paper type ink office letter printer mill cart reader page rule of and the in by".split()
)
SENTENCES = st.lists(WORDS, min_size=6, max_size=30).map(lambda words: " ".join(words).capitalize() + ".")
PARAGRAPHS = st.lists(SENTENCES, min_size=2, max_size=5).map(" ".join)
HEADINGS = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: "## " + " ".join(words).capitalize())
LISTS = st.lists(SENTENCES, min_size=2, max_size=5).map(lambda items: "\n".join(f"- {item}" for item in items))
QUOTATIONS = PARAGRAPHS.map(lambda text: f"> {text}")
PLAIN = st.lists(
    st.one_of(PARAGRAPHS, PARAGRAPHS, HEADINGS, LISTS, QUOTATIONS, st.just("* * *")), min_size=1, max_size=9
)


@given(PLAIN)
def test_what_is_written_plainly_is_read_as_it_is(pieces: list[str]) -> None:
    """
    Whole paragraphs, headings, lists, quotations and separators are each the block that they say they are.

    Empty lines are not compared: two lists in a row are one.
    """
    lines = "\n\n".join(pieces).split("\n")
    assert list(filter(None, written(repaired(lines)))) == list(filter(None, lines))


@given(st.lists(PARAGRAPHS, min_size=2, max_size=6), st.integers(40, 90))
def test_wrapped_paragraphs_are_joined_once(paragraphs: list[str], width: int) -> None:
    """Lines broken to a width are joined, and what they are joined to stays as it is."""
    once = repaired("\n\n".join(textwrap.fill(text, width) for text in paragraphs).split("\n"))
    assert form(repaired(written(once))) == form(once)


@given(st.lists(PARAGRAPHS, min_size=2, max_size=6), st.data())
def test_cut_paragraphs_are_joined_once(paragraphs: list[str], data: st.DataObject) -> None:
    """Paragraphs that empty lines cut between any two words are joined as far as they ever will be."""
    pieces = []
    for paragraph in paragraphs:
        words = paragraph.split()
        cuts = sorted(data.draw(st.sets(st.integers(1, len(words) - 1), max_size=3)))
        pieces += [" ".join(words[a:b]) for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True)]
    once = repaired("\n\n".join(pieces).split("\n"))
    assert form(repaired(written(once))) == form(once)
