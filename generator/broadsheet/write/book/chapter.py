"""An article as a chapter."""

from __future__ import annotations

from html import escape

from lxml import etree
from lxml import html as parser

from broadsheet.model import Entry
from broadsheet.words.locales import direction
from broadsheet.write.dates import long_date
from broadsheet.write.html import article_html

_PAGE = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" {attributes}>
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
{body}
</body>
</html>
"""


def chapter(entry: Entry, language: str) -> bytes:
    """Headline, standfirst, authors and date, the text, and its source; `language` where the article shows none."""
    article, known = entry.article, entry.article.metadata
    tag = known.language or language
    facts = [", ".join(entry.authors), known.place, long_date(known.date, tag) if known.date else "", known.publication]
    line = " · ".join(escape(fact) for fact in facts if fact)
    parts = [
        f"<h1>{escape(known.title)}</h1>",
        *(f'<p class="standfirst">{escape(text)}</p>' for text in article.standfirst),
        *([f'<p class="byline">{line}</p>'] if line else []),
        article_html(article),
        f'<p class="source"><bdi>{escape(article.shown)}</bdi></p>',
    ]
    return document(known.title, well_formed("\n".join(parts)), tag, kind="chapter")


def document(title: str, body: str, language: str, kind: str = "") -> bytes:
    """A whole document of a book; `body` is XML already."""
    attributes = f'lang="{escape(language)}" xml:lang="{escape(language)}" dir="{direction(language)}"'
    section = f'<section epub:type="{kind}">\n{body}\n</section>' if kind else body
    return _PAGE.format(attributes=attributes, title=escape(title), body=section).encode("utf-8")


def well_formed(html: str) -> str:
    """HTML as XML: every element closed, no entity but those of XML."""
    found = parser.fragments_fromstring(html)
    return "".join(part if isinstance(part, str) else etree.tostring(part, encoding="unicode") for part in found)
