"""Notes, in the text and on the page."""

from __future__ import annotations

import re

import pytest

from broadsheet.layout.note_marks import in_order, lead_of
from broadsheet.model import Block, Kind
from broadsheet.write.body import body_markdown
from support.rendering import MATERIAL, MKDOCS, html_of, text_of

MARKED = [
    ("Of 1814.[1] Of 1815.[2]", ("[1]", "[2]")),
    ("Of 1814.[^1] Of **1815**.[^2]", ("[^1]:", "[^2]:")),
    ("Of 1814.¹ Of 1815.² Again.¹", ("¹", "²")),
    ("Built by Koenig^1 and Bauer^2", ("1.", "2.")),
    ("Of 1814* and 1815†", ("*", "†")),
    ("Of 1814 (1) and 1815 (2)", ("(1)", "(2)")),
]


@pytest.mark.parametrize("extensions", [MKDOCS, MATERIAL], ids=["mkdocs", "material"])
@pytest.mark.parametrize(("text", "marks"), MARKED)
def test_notes_print_as_they_are_and_lead_to_each_other(
    text: str, marks: tuple[str, ...], extensions: tuple[str, ...]
) -> None:
    """In every engine: the same signs, and each link to an anchor on the page."""
    notes = [Block(Kind.NOTE, f"{mark} Note <{n}> of *Koenig*.", n, n) for n, mark in enumerate(marks, 2)]
    notes[1] = Block(Kind.NOTE, "Note <3> of *Koenig*.", 3, 3, marker=marks[1])
    html = html_of(body_markdown([Block(Kind.PARAGRAPH, text, 1, 1), *notes], ()), extensions)
    wanted = [text.replace("**", ""), *(f"{mark} Note <{n}> of Koenig." for n, mark in enumerate(marks, 2))]
    assert text_of(html).split() == " ".join(wanted).split()
    links, anchors = re.findall(r'href="#([^"]+)"', html), re.findall(r'id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors)) == 2 * len(marks)
    assert set(links) == set(anchors)


@pytest.mark.parametrize(
    ("text", "key"),
    [("[1] A", "1"), ("[^2]: A", "2"), ("¹² A", "12"), ("3) A", "3"), ("(4) A", "4"), ("** A", "**"), ("†A", "†")],
)
def test_marks_that_notes_begin_with(text: str, key: str) -> None:
    """A number in one of its forms, or a symbol."""
    found = lead_of(text)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("text", ["1814 was the year", "A [1]", "[a] A", "***", "**** A", ""])
def test_texts_that_begin_with_no_mark(text: str) -> None:
    """A bare number is none."""
    assert lead_of(text) is None


def test_marks_count_up() -> None:
    """From one, or in the order of the symbols."""
    assert in_order(["1", "2"])
    assert in_order(["*", "†"])
    assert in_order(["*", "**"])
    assert not in_order(["2", "3"])
    assert not in_order(["†", "*"])
