"""Steps replay, and nothing is lost, whatever the bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.errors import UnreadableError
from broadsheet.model import Article
from broadsheet.options import Options
from broadsheet.pipeline.article import read_article
from broadsheet.read import read_source
from broadsheet.trace import Step, replay, text_lines
from support.rendering import letters_of
from support.sites import ROOT, SEED_FORM

SAMPLE = sorted(path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.txt"))

PIECES = st.one_of(
    st.sampled_from(
        ["# ", "## ", "- ", "1. ", "2. ", "> ", "    ", "\t", "=====", "-----", "---", "By ", "10 July 2017",
         "Title: x", "title: y", "* * *", "**a**", "[a](https://e.org)", "https://e.org.", "it goes on for long",
         "A sentence ends here.", "© 2020", "Corrections:",
         "file:///a.html 1/2\n", "file:///a.html 2/2\n", "1/2/26, 9:00 AM\n", "By Ada Lovelace;", "Reuter\n",
         "[1]", "[2] ", "word[1]", "[1]word", "¹", "word¹.", "word*.", "* note",
         "\n\n[1] https://e.org/a\n", "\n\nNotes\n\n", "exam-\n",
         "\x00", "\x85", "â€™", "e\u0301", "\u00ad", "النص", "日本"]
    ),
    st.text(max_size=20),
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.just("\n"), st.just("\n\n"), st.just(" ")), max_size=60).map("".join)


def check(root: Path, name: str) -> Article:
    """Read an article; its steps must replay and its letters be there."""
    article = read_article(root, name, Options())
    source = read_source(root, name, Options())
    blocks = "\n".join(block.text for block in article.blocks)
    assert replay(source.decoded, article.steps) == text_lines(blocks)
    assert not [finding for finding in article.findings if finding.id == "lost-letters"]
    return article


@pytest.mark.parametrize("path", SAMPLE)
def test_steps_of_the_sample_replay(path: str) -> None:
    """Replaying the steps on the decoded lines gives the text of the blocks."""
    check(ROOT / "content", path)


FOUND_BY_CHANCE = {
    "a signature in a header that is broken": """---
title: [The tax on paper
description: For a century and a half the law laid a tax on every sheet that came from a press.
author: Press history desk
place: London
topics: tax
---
Fourpence
""",
    "a sentence that goes on over a label and an empty line": """The Paper That Came by Train

The railway had made this possible. Before it came, the news of the city was two days old when
Continued from page 13

it reached the valley, and what it had cost to bring it there was more than what it cost to print it.

Nobody asked for more than one of them, because it was read aloud in the inn on every evening.
""",
}
"""Texts of which `bench/fuzz.py` showed that steps did not replay, or that letters were there twice."""


@pytest.mark.parametrize("title", FOUND_BY_CHANCE)
def test_steps_of_texts_found_by_chance_replay(title: str, tmp_path: Path) -> None:
    """So it is for each text that was once read wrongly."""
    (tmp_path / "a.txt").write_text(FOUND_BY_CHANCE[title], encoding="utf-8")
    check(tmp_path, "a.txt")


@given(text=TEXTS)
@settings(max_examples=400, deadline=None)
def test_steps_of_any_text_replay(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same holds for arbitrary text, and every letter of it is in the blocks."""
    folder = tmp_path_factory.getbasetemp()
    (folder / "any.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        check(folder, "any.txt")
    except UnreadableError:
        return


@given(data=st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_an_article_or_a_finding(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Arbitrary bytes never raise anything but the finding that they are no text."""
    folder = tmp_path_factory.getbasetemp()
    (folder / "bytes.txt").write_bytes(data)
    try:
        check(folder, "bytes.txt")
    except UnreadableError as error:
        kind = error.finding.id
    else:
        return
    assert kind in ("empty-file", "binary-file")


def test_a_step_that_does_not_fit_is_refused() -> None:
    """Replay does not put text where other text stands."""
    with pytest.raises(ValueError, match="does not stand there"):
        replay(["one", "two"], [Step("unwrap", 1, 2, "one\nthree", "one three")])


def test_letters_of_the_seed_form_are_kept_in_order(tmp_path: Path) -> None:
    """Front, body and aside together hold the words of the source, in its order, with the address of the link."""
    (tmp_path / "a.txt").write_text(SEED_FORM, encoding="utf-8")
    article = check(tmp_path, "a.txt")
    assert letters_of("\n".join(block.printed for block in article.blocks)) == letters_of(SEED_FORM)
