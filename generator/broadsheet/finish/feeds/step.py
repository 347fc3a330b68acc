"""The step that writes the feeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from re import sub

from broadsheet.finish.edition import Edition
from broadsheet.finish.feeds.atom import atom
from broadsheet.finish.feeds.feed import Feed, Item
from broadsheet.finish.feeds.json_feed import json_feed
from broadsheet.finish.feeds.plan import Channel, Leaf, channels, leaves
from broadsheet.finish.feeds.rss import rss
from broadsheet.model import Entry
from broadsheet.write.front_matter import body_of
from broadsheet.write.html import html_of


@dataclass(frozen=True, slots=True)
class Form:
    """A format of feeds."""

    stem: str
    ending: str
    type: str
    write: Callable[[Feed], str]

    def file(self, folder: str, number: int = 0) -> str:
        """
        The document with the newest articles, or a page of those before.

        >>> FORMS["atom"].file("topics/paper/"), FORMS["atom"].file("", 3)
        ('topics/paper/atom.xml', 'feeds/atom-3.xml')
        """
        return f"{folder}feeds/{self.stem}-{number}{self.ending}" if number else f"{folder}{self.stem}{self.ending}"


FORMS: Mapping[str, Form] = {
    "atom": Form("atom", ".xml", "application/atom+xml", atom),
    "rss": Form("rss", ".xml", "application/rss+xml", rss),
    "json": Form("feed", ".json", "application/feed+json", json_feed),
}


def feeds(edition: Edition) -> None:
    """Write each feed in each format; only where the owner has said the address of the site, which all links need."""
    if not edition.url:
        return
    entries = {entry.article.path: entry for entry in edition.site.collection.entries}
    in_full = edition.options.feed_text == "full"
    whole = {page.source: page.text for page in edition.site.pages if page.source} if in_full else {}
    known: dict[str, Item] = {}

    def item(path: str) -> Item:
        if path not in known:
            known[path] = _item(edition, entries[path], whole.get(path))
        return known[path]

    for channel in channels(edition.site.collection, edition.options):
        for leaf in leaves(channel.articles):
            items = [item(path) for path in leaf.articles]
            for name in edition.options.feeds:
                form = FORMS[name]
                edition.add(
                    form.file(channel.folder, leaf.number), form.write(_feed(edition, channel, leaf, form, items))
                )


def _feed(edition: Edition, channel: Channel, leaf: Leaf, form: Form, items: list[Item]) -> Feed:
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
        items=items,
    )


def _item(edition: Edition, entry: Entry, page: str | None) -> Item:
    known = entry.article.metadata
    return Item(
        url=edition.address_of(entry),
        title=known.title,
        authors=entry.authors,
        date=known.date,
        summary=entry.article.summary,
        content=None if page is None else html_of(body_of(page)),
        topics=entry.topics,
        language=known.language,
    )
