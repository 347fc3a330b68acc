"""RSS 2.0, with the elements of Dublin Core for names and partial dates, paged by RFC 5005."""

from __future__ import annotations

import datetime
from email.utils import format_datetime
from xml.etree import ElementTree

from broadsheet.finish.feeds.feed import Feed, Item, add, document

_SPACES = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
}
_TYPE = "application/rss+xml"


def rss(feed: Feed) -> str:
    """Write a feed as RSS."""
    root = ElementTree.Element("rss", _SPACES)
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.home)
    add(channel, "description", feed.subtitle or feed.title)
    add(channel, "language", feed.language)
    if feed.rights:
        add(channel, "copyright", feed.rights)
    links = (("self", feed.here), ("current", feed.archived and feed.current), ("prev-archive", feed.older),
             ("next-archive", feed.newer))  # fmt: skip
    for rel, href in links:
        if href:
            add(channel, "atom:link", rel=rel, type=_TYPE, href=href)
    if feed.archived:
        add(channel, "fh:archive")
    for item in feed.items:
        _item(channel, item)
    return document(root)


def _item(channel: ElementTree.Element, item: Item) -> None:
    """`pubDate` only where the day is known; a month or a year stands in `dc:date`, which may be so short."""
    element = add(channel, "item")
    add(element, "title", item.title)
    add(element, "link", item.url)
    add(element, "guid", item.url, isPermaLink="true")
    if item.date and (day := item.date.exact):
        midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
        add(element, "pubDate", format_datetime(midnight, usegmt=True))
    elif item.date:
        add(element, "dc:date", item.date.calendar)
    for name in item.authors:
        add(element, "dc:creator", name)
    for topic in item.topics:
        add(element, "category", topic)
    if item.language:
        add(element, "dc:language", item.language)
    if item.summary or item.content is None:
        add(element, "description", item.summary)
    if item.content is not None:
        add(element, "content:encoded", item.content)
