"""The step that writes the feeds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from html import unescape
from re import sub

from broadsheet.finish.edition import Edition
from broadsheet.finish.feeds.atom import atom, entry
from broadsheet.finish.feeds.feed import UNDATED, Feed, Item, first_instant
from broadsheet.finish.feeds.json_feed import json_feed, json_item
from broadsheet.finish.feeds.plan import Channel, Leaf, channels, leaves
from broadsheet.finish.feeds.rss import rss, rss_item
from broadsheet.model import Entry, Page
from broadsheet.write.front_matter import body_of
from broadsheet.write.html import html_of


@dataclass(frozen=True, slots=True)
class Form:
    """A format of feeds."""

    stem: str
    ending: str
    type: str
    item: Callable[[Item], str]
    """Writes an article."""
    write: Callable[[Feed, Sequence[str]], str]
    """Writes a document, of articles that are written."""

    def file(self, folder: str, number: int = 0) -> str:
        """
        The document with the newest articles, or a page of those before.

        >>> FORMS["atom"].file("topics/paper/"), FORMS["atom"].file("", 3)
        ('topics/paper/atom.xml', 'feeds/atom-3.xml')
        """
        return f"{folder}feeds/{self.stem}-{number}{self.ending}" if number else f"{folder}{self.stem}{self.ending}"


FORMS: Mapping[str, Form] = {
    "atom": Form("atom", ".xml", "application/atom+xml", entry, atom),
    "rss": Form("rss", ".xml", "application/rss+xml", rss_item, rss),
    "json": Form("feed", ".json", "application/feed+json", json_item, json_feed),
}


def feeds(edition: Edition) -> None:
    """Write each feed in each format; only where the owner has said the address of the site, which all links need."""
    if not edition.url:
        return
    full = edition.options.feed_text == "full"
    pages = {page.source: page for page in edition.site.pages if page.source} if full else {}
    entries = {entry.article.path: entry for entry in edition.site.collection.entries}
    sums = {path: _sum(entry, pages.get(path), full=full) for path, entry in entries.items()}
    item = cache(lambda path: _item(edition, entries[path], pages.get(path)))
    forms = [_Written(FORMS[name], item) for name in edition.options.feeds]
    for channel in channels(edition.site.collection, edition.options):
        for leaf in leaves(channel.articles):
            dates = (entries[path].article.metadata.date for path in leaf.articles)
            updated = next((first_instant(date) for date in dates if date), UNDATED)
            said = [sums[path] for path in leaf.articles]
            for form in forms:
                feed = _feed(edition, channel, leaf, form.form, updated)
                place = form.form.file(channel.folder, leaf.number)
                edition.put(place, _key(feed, said), partial(form.document, feed, leaf.articles))


def _sum(entry: Entry, page: Page | None, *, full: bool) -> bytes:
    """A checksum of all that a feed says of an article; empty where that is not known."""
    article, text = entry.article, page.key if page else b""
    if not article.key or (full and not text):
        return b""
    said = repr((article.key, entry.permalink, entry.authors, entry.topics, text))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass")).digest()


def _key(feed: Feed, sums: Sequence[bytes]) -> str:
    """A checksum of all that a document says; empty where that is not known."""
    found = hashlib.blake2b(repr(feed).encode("utf-8", "surrogatepass"), digest_size=20)
    found.update(b"".join(sums))
    return found.hexdigest() if all(sums) else ""


class _Written:
    """The articles in one format; a summary is written once, however many feeds have it."""

    def __init__(self, form: Form, item: Callable[[str], Item]) -> None:
        self.form, self._item = form, item
        self._said = dict[str, str]()

    def document(self, feed: Feed, articles: Sequence[str]) -> str:
        """One document."""
        return self.form.write(feed, [self._article(path) for path in articles])

    def _article(self, path: str) -> str:
        item = self._item(path)
        said = self._said.get(path) or self.form.item(item)
        if item.content is None:  # whole texts would fill the memory
            self._said[path] = said
        return said


def _feed(edition: Edition, channel: Channel, leaf: Leaf, form: Form, updated: str) -> Feed:
    def at(number: int | None) -> str | None:
        return None if number is None else edition.full(form.file(channel.folder, number))

    return Feed(
        title=f"{channel.name} – {edition.name}" if channel.name else edition.name,
        subtitle=edition.description,
        language=edition.language,
        rights=unescape(sub("<[^>]*>", "", edition.copyright)),
        home=edition.full(edition.address(channel.page)),
        here=edition.full(form.file(channel.folder, leaf.number)),
        current=edition.full(form.file(channel.folder)),
        older=at(leaf.older),
        newer=at(leaf.newer),
        updated=updated,
    )


def _item(edition: Edition, entry: Entry, page: Page | None) -> Item:
    known = entry.article.metadata
    return Item(
        url=edition.address_of(entry),
        title=known.title,
        authors=entry.authors,
        date=known.date,
        summary=entry.article.summary,
        topics=entry.topics,
        language=known.language,
        content=cache(partial(_content, page)) if page else None,
    )


def _content(page: Page) -> str:
    return html_of(body_of(page.text))
