"""An article's page."""

from __future__ import annotations

from functools import partial
from unicodedata import normalize

from broadsheet.model import Entry, Page
from broadsheet.write.body import body_markdown
from broadsheet.write.front_matter import Written


def article_page(entry: Entry) -> Page:
    """The page of one article."""
    article = entry.article
    return Page(
        f"{entry.permalink}.md",
        partial(_written, entry),
        article.path,
        None if article.contained else article.path,
        _key(entry),
    )


def _key(entry: Entry) -> bytes:
    """A checksum of all that is written: the article, and what the collection calls its authors and topics."""
    key, called = entry.article.key, repr((entry.authors, entry.topics))
    return key and key + called.encode("utf-8", "surrogatepass")


def _written(entry: Entry) -> Written:
    article, known = entry.article, entry.article.metadata
    values = {
        "title": known.title,
        "headline": known.headline,
        "date": known.date and (known.date.exact or str(known.date)),
        "authors": entry.authors,
        "place": known.place,
        "agencies": known.agencies,
        "publication": known.publication,
        "standfirst": article.standfirst,
        "description": article.summary,
        "language": known.language,
        "topics": entry.topics,
        "printed": (*known.printed, *_other_forms(entry)),
        "words": article.words,
        "source": normalize("NFC", article.shown),
        "sha256": article.sha256,
    }
    return Written.of(values, body_markdown(article.body, article.aside))


def _other_forms(entry: Entry) -> list[str]:
    """The byline as it is printed, where it has another form of a name."""
    printed = entry.article.metadata.authors
    return [", ".join(printed)] if set(printed) - set(entry.authors) else []
