"""RSS 2.0, with the elements of Dublin Core for names and partial dates, paged by RFC 5005."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from email.utils import format_datetime

from broadsheet.finish.feeds.feed import Feed, Item, document, element, links_of

_SPACES = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
}
_TYPE = "application/rss+xml"


def rss(feed: Feed, items: Sequence[str]) -> str:
    """Write a feed as RSS, of items that are written."""
    return document("rss", _SPACES, ["<channel>\n", *_head(feed), *items, "</channel>\n"])


def _head(feed: Feed) -> Iterator[str]:
    yield element("title", feed.title)
    yield element("link", feed.home)
    yield element("description", feed.subtitle or feed.title)
    yield element("language", feed.language)
    if feed.rights:
        yield element("copyright", feed.rights)
    yield from links_of(feed, "atom:link", _TYPE)


def rss_item(item: Item) -> str:
    """Write an article."""
    return "".join(_item(item))


def _item(item: Item) -> Iterator[str]:
    """`pubDate` only where the day is known; a month or a year stands in `dc:date`, which may be so short."""
    yield "<item>\n"
    yield element("title", item.title)
    yield element("link", item.url)
    yield element("guid", item.url, isPermaLink="true")
    if item.date and (day := item.date.exact):
        midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
        yield element("pubDate", format_datetime(midnight, usegmt=True))
    elif item.date:
        yield element("dc:date", item.date.calendar)
    for name in item.authors:
        yield element("dc:creator", name)
    for topic in item.topics:
        yield element("category", topic)
    if item.language:
        yield element("dc:language", item.language)
    if item.summary:
        yield element("description", item.summary)
    if item.content is not None:
        yield element("content:encoded", item.content())
    yield "</item>\n"
