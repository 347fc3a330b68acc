"""
Who wrote it, by the forms of bylines in thirty languages, as data in ``cases/bylines.tsv``.

A line that begins with ``##`` gives a language, a headline and a text in it.  Each line after it is one that stands
between the two, and the names that are read from it, parted by semicolons; none, where it is no byline.  ``\\n``
stands for the end of a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from broadsheet.options import Options
from broadsheet.pipeline.article import read_article

TABLE = Path(__file__).parent / "cases" / "bylines.tsv"
NAME = "article.txt"


class Byline(NamedTuple):
    """A line under a headline, and the names that are read from it."""

    place: str
    headline: str
    text: str
    line: str
    names: list[str]


def bylines() -> Iterator[Byline]:
    """Read the table; raises `ValueError` at a line with more or fewer cells."""
    headline = text = ""
    for number, row in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        if row.startswith("## "):
            _, headline, text = row.split("\t")
            continue
        line, names = row.split("\t")
        yield Byline(f"{TABLE.name}:{number}", headline, text, line.replace("\\n", "\n"), names.split("; "))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.place) for case in bylines()])
def test_the_names_of_a_byline(case: Byline, tmp_path: Path) -> None:
    """A line under a headline gives the names that it has, and none where it is no byline; the headline stays."""
    text = f"{case.headline}\n\n{case.line}\n\n{case.text}\n\n{case.text}\n"
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    article = read_article(tmp_path, NAME, Options())
    assert list(article.metadata.authors) == [name for name in case.names if name], case.line
    assert article.metadata.title == case.headline
