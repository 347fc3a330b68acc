"""Atom (RFC 4287), paged by RFC 5005."""

from __future__ import annotations

from xml.etree import ElementTree

from broadsheet.finish.feeds.feed import UNDATED, Feed, Item, add, document, first_instant

_SPACES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
_TYPE = "application/atom+xml"


def atom(feed: Feed) -> str:
    """Write a feed as Atom."""
    root = ElementTree.Element("feed", {**_SPACES, "xml:lang": feed.language})
    add(root, "id", feed.current)
    add(root, "title", feed.title)
    if feed.subtitle:
        add(root, "subtitle", feed.subtitle)
    add(root, "updated", feed.updated)
    add(root, "link", rel="alternate", type="text/html", href=feed.home)
    links = (("self", feed.here), ("current", feed.archived and feed.current), ("prev-archive", feed.older),
             ("next-archive", feed.newer))  # fmt: skip
    for rel, href in links:
        if href:
            add(root, "link", rel=rel, type=_TYPE, href=href)
    if feed.archived:
        add(root, "fh:archive")
    if feed.rights:
        add(root, "rights", feed.rights)
    author = add(root, "author")  # for articles that name none
    add(author, "name", feed.title)
    for item in feed.items:
        _entry(root, item)
    return document(root)


def _entry(root: ElementTree.Element, item: Item) -> None:
    """`published` only where the day is known; `updated`, which Atom asks for, is the beginning of what is known."""
    entry = add(root, "entry")
    if item.language:
        entry.set("xml:lang", item.language)
    add(entry, "id", item.url)
    add(entry, "title", item.title)
    add(entry, "link", rel="alternate", type="text/html", href=item.url)
    if item.date and item.date.exact:
        add(entry, "published", first_instant(item.date))
    add(entry, "updated", first_instant(item.date) if item.date else UNDATED)
    if item.date and not item.date.exact:
        add(entry, "dc:date", str(item.date))
    for name in item.authors:
        add(add(entry, "author"), "name", name)
    for topic in item.topics:
        add(entry, "category", term=topic)
    if item.summary:
        add(entry, "summary", item.summary)
    if item.content is not None:
        add(entry, "content", item.content, type="html")
