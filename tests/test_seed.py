"""The form of article that fills most collections, from file to page."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import frontmatter
import pytest

from broadsheet.model import Kind
from broadsheet.options import Options
from broadsheet.pipeline import read_site
from broadsheet.pipeline.article import read_article
from support.rendering import html_of
from support.sites import SEED_FORM, write_files


def test_seed_form_becomes_metadata_body_and_notice(tmp_path: Path) -> None:
    """Title without its mark, byline without its hard break, date, rejoined paragraphs, the notice set aside."""
    write_files(tmp_path, {"000_1a2b.txt": SEED_FORM})
    article = read_article(tmp_path, "000_1a2b.txt", Options())
    assert article.metadata.title == "The sheet that came out on Thursdays"
    assert article.metadata.authors == ("Press history desk",)
    assert str(article.metadata.date) == "2016-06-14"
    assert [block.kind for block in article.body] == [Kind.PARAGRAPH] * 3
    assert article.body[1].text.endswith(
        "complained that the end of the sentence was to be had only in the following week."
    )
    assert [block.text for block in article.aside] == [
        "To send corrections to the desk write to:",
        "**[example.org/corrections](https://www.example.org/corrections)**",
    ]
    assert [(step.rule, step.first, step.last) for step in article.steps] == [
        ("title-marked", 3, 3),
        ("rejoin", 10, 12),
    ]
    assert article.words == sum(len(block.text.split()) for block in article.body)


def test_seed_form_becomes_a_page(tmp_path: Path) -> None:
    """The page has its front matter in a fixed order, and the notice as a working link outside the paragraphs."""
    write_files(tmp_path, {"000_1a2b.txt": SEED_FORM})
    page = read_site(tmp_path, Options()).pages[-1]
    post = frontmatter.loads(page.text)
    assert page.path == "2016/06/the-sheet-that-came-out-on-thursdays.md"
    assert list(post.metadata) == ["title", "date", "authors", "description", "language", "words", "source", "sha256"]
    assert post["date"] == datetime.date(2016, 6, 14)
    assert post["source"] == "000_1a2b.txt"
    html = html_of(post.content)
    text, aside = html.split('<aside class="notice"')
    assert text.count("<p>") == 3
    assert "correction" not in text
    assert '<a href="https://www.example.org/corrections">example.org/corrections</a>' in aside


@pytest.fixture
def seed() -> Path:
    """The folder of the sample that the owner gave, beside the corpora."""
    corpora = os.environ.get("BROADSHEET_CORPORA")
    folder = Path(corpora or "nowhere").resolve().parent / "seed"
    if not folder.is_dir():
        pytest.skip("BROADSHEET_CORPORA names no folder with the seed beside it")
    return folder


def test_the_owners_seed(seed: Path) -> None:
    """The owner's own sample becomes just what was asked: 20 paragraphs, 3 of them rejoined."""
    name = next(seed.glob("*.txt")).name
    article = read_article(seed, name, Options())
    assert article.metadata.authors == ("Peter Symonds",)
    assert str(article.metadata.date) == "2017-07-10"
    assert [block.kind for block in article.body] == [Kind.PARAGRAPH] * 20
    assert [step.rule for step in article.steps] == ["title-marked", "rejoin", "rejoin", "rejoin"]
    assert [block.kind for block in article.aside] == [Kind.NOTICE] * 2
    assert not article.findings
    permalink = read_site(seed, Options()).collection.entries[0].permalink
    assert permalink == "2017/07/us-strategic-bombers-conduct-provocative-drill-near-north-korea"
