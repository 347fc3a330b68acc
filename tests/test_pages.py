"""The text of a page is the text of its article."""

from __future__ import annotations

import frontmatter
import pytest
from hypothesis import given, settings

from broadsheet.inline import parse, plain
from broadsheet.model import Article, Block
from broadsheet.options import Options
from broadsheet.pipeline import read_site
from broadsheet.write.asides import in_order
from broadsheet.write.body import body_markdown
from support.rendering import MATERIAL, MKDOCS, html_of, letters_of, text_of
from support.sites import ROOT
from test_trace import TEXTS


def letters_of_blocks(article: Article) -> list[str]:
    """The words of the body, then of what was set aside, without the addresses of links."""

    def printed(block: Block) -> str:
        return plain(parse(block.printed)) if block.kind != "preformatted" else block.text

    return letters_of("\n".join(printed(block) for block in (*article.body, *in_order(article.aside))))


def test_every_page_of_the_sample_has_the_words_of_its_article() -> None:
    """In the same order, after rendering; and the front matter has headline, authors, date and source."""
    site = read_site(ROOT / "content", Options())
    by_path = {page.source: page for page in site.pages if page.source}
    assert len(by_path) == len(site.collection.entries) >= 24
    for entry in site.collection.entries:
        article, post = entry.article, frontmatter.loads(by_path[entry.article.path].text)
        assert letters_of(text_of(html_of(post.content))) == letters_of_blocks(article), article.path
        assert post["title"] == article.metadata.title
        assert post.get("authors", []) == list(article.metadata.authors)
        assert str(post.get("date")) == str(article.metadata.date)


@pytest.mark.parametrize("extensions", [MKDOCS, MATERIAL], ids=["mkdocs", "material"])
@given(text=TEXTS)
@settings(max_examples=250, deadline=None)
def test_any_article_renders_to_its_own_words(
    extensions: tuple[str, ...], text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the lines were recognised as, the words of the HTML are those of the text."""
    folder = tmp_path_factory.getbasetemp() / "pages"
    folder.mkdir(exist_ok=True)
    (folder / "any.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    for entry in read_site(folder, Options()).collection.entries:
        html = html_of(body_markdown(entry.article.body, entry.article.aside), extensions)
        assert letters_of(text_of(html)) == letters_of_blocks(entry.article)
