"""Atom (RFC 4287), paged by RFC 5005."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from broadsheet.finish.feeds.feed import UNDATED, Feed, Item, document, element, first_instant, links_of

_SPACES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
_TYPE = "application/atom+xml"


def atom(feed: Feed, entries: Sequence[str]) -> str:
    """Write a feed as Atom, of entries that are written."""
    return document("feed", {**_SPACES, "xml:lang": feed.language}, [*_head(feed), *entries])


def _head(feed: Feed) -> Iterator[str]:
    yield element("id", feed.current)
    yield element("title", feed.title)
    if feed.subtitle:
        yield element("subtitle", feed.subtitle)
    yield element("updated", feed.updated)
    yield element("link", rel="alternate", type="text/html", href=feed.home)
    yield from links_of(feed, "link", _TYPE)
    if feed.rights:
        yield element("rights", feed.rights)
    yield f"<author>\n{element('name', feed.title)}</author>\n"  # for articles that name none


def entry(item: Item) -> str:
    """Write an article."""
    return "".join(_entry(item))


def _entry(item: Item) -> Iterator[str]:
    """`published` only where the day is known; `updated`, which Atom asks for, is the beginning of what is known."""
    yield f"<entry xml:lang={quoteattr(item.language)}>\n" if item.language else "<entry>\n"
    yield element("id", item.url)
    yield element("title", item.title)
    yield element("link", rel="alternate", type="text/html", href=item.url)
    if item.date and item.date.exact:
        yield element("published", first_instant(item.date))
    yield element("updated", first_instant(item.date) if item.date else UNDATED)
    if item.date and not item.date.exact:
        yield element("dc:date", str(item.date))
    for name in item.authors:
        yield f"<author>\n{element('name', name)}</author>\n"
    for topic in item.topics:
        yield element("category", term=topic)
    if item.summary:
        yield element("summary", item.summary)
    if item.content is not None:
        yield element("content", item.content(), type="html")
    yield "</entry>\n"
