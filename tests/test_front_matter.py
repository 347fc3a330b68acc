"""Front matter is re-read to the same values."""

from __future__ import annotations

import datetime
from typing import Any

import frontmatter
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta

from broadsheet.read.mend import mend_line
from broadsheet.trace import Note
from broadsheet.write.front_matter import with_front_matter

STRINGS = st.text(max_size=40).map(lambda text: mend_line(text.replace("\n", " "), 1, Note())).filter(bool)
VALUES = st.fixed_dictionaries(
    {"title": STRINGS, "date": st.one_of(st.dates(), st.sampled_from(["1987-05", "1987"]))},
    optional={"authors": st.lists(STRINGS, min_size=1, max_size=3), "words": st.integers(1, 10**6)},
)


@given(values=VALUES)
@settings(max_examples=300, deadline=None)
def test_values_are_read_back(values: dict[str, Any]) -> None:
    """python-frontmatter and MkDocs read what was written, for arbitrary text."""
    page = with_front_matter(values, "The text.")
    assert frontmatter.loads(page).metadata == values
    assert meta.get_data(page) == ("The text.\n", values)


def test_form_of_a_page() -> None:
    """Strings are quoted, dates are not, keys keep their order, absent values are left out."""
    page = with_front_matter(
        {
            "title": 'The "Relation"',
            "date": datetime.date(1605, 7, 1),
            "authors": ("A: b", "c"),
            "language": None,
            "topics": (),
        },
        "Text",
    )
    assert page == '---\ntitle: "The \\"Relation\\""\ndate: 1605-07-01\nauthors: ["A: b", "c"]\n---\n\nText\n'


@pytest.mark.parametrize(
    "value", ["yes", "null", "1987", "2017-07-10", "- a", "#", "a: b", "\u2028", "\x85", "'", "\\"]
)
def test_strings_stay_strings(value: str) -> None:
    """A text that YAML would take for something else is read back as text."""
    assert frontmatter.loads(with_front_matter({"title": value}, ""))["title"] == value
