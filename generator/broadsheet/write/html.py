"""The text of an article as HTML, for what is neither a page of the site nor Markdown: feeds and books."""

from __future__ import annotations

from functools import cache

import markdown

from broadsheet.model import Article
from broadsheet.write.body import body_markdown


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(output_format="xhtml")


def html_of(text: str) -> str:
    """
    Markdown of ours as HTML that is XML too.

    >>> html_of("It *rained*,  \\nall day.")
    '<p>It <em>rained</em>,<br />\\nall day.</p>'
    """
    converter = _converter()
    converter.reset()
    return converter.convert(text)


def article_html(article: Article) -> str:
    """The text of an article, and at its foot what was set aside."""
    return html_of(body_markdown(article.body, article.aside))
