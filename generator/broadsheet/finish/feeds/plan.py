"""Which feeds a site has, and which articles stand in each of their documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.model import Author, Collection, Term
from broadsheet.options import Options

PAGE = 50
"""Articles of one document."""


@dataclass(frozen=True, slots=True)
class Channel:
    """What one may subscribe to, in each format."""

    folder: str
    """Where its documents stand, with a slash at the end; empty for the site itself."""
    page: str
    """The Markdown file of the page of which it is the feed."""
    name: str
    """Of the author or the topic; empty for the site itself."""
    articles: tuple[str, ...]
    """Their paths, newest first."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One document of a channel."""

    number: int
    """Of a page of what came before, from 1 for the oldest; 0 for the newest articles."""
    articles: Sequence[str]
    older: int | None
    newer: int | None


def channels(collection: Collection, options: Options) -> Iterator[Channel]:
    """
    The site, then the authors and topics: all, or those with the most articles where there are too many.

    Which have a page of their own is decided elsewhere; a topic of one article has none, and so no feed.  Later copies
    of an article are in no feed.
    """
    if not options.feeds:
        return
    copies = collection.copies
    entries = (entry.article.path for entry in collection.entries)
    yield Channel("", "index.md", "", tuple(path for path in entries if path not in copies))
    having: list[Author | Term] = [*collection.authors, *(topic for topic in collection.topics if topic.permalink)]
    most = sorted(having, key=lambda item: (-len(item.articles), item.permalink))[: options.feeds_of]
    for item in sorted(most, key=lambda item: item.permalink):
        held = tuple(path for path in item.articles if path not in copies)
        yield Channel(f"{item.permalink}/", f"{item.permalink}/index.md", item.name, held)


def leaves(articles: Sequence[str], size: int = PAGE) -> Iterator[Leaf]:
    """
    The documents of a channel, as RFC 5005 has them: the newest articles, then pages of those before.

    Pages are filled from the oldest article on, so that each is full, and none changes when articles follow.

    >>> [(leaf.number, leaf.older, len(leaf.articles)) for leaf in leaves(["a"] * 120)]
    [(0, 2, 50), (2, 1, 50), (1, None, 50)]
    """
    pages = max(0, -(-(len(articles) - size) // size))
    yield Leaf(0, articles[:size], pages or None, None)
    for number in range(pages, 0, -1):
        end = len(articles) - (number - 1) * size
        yield Leaf(number, articles[end - size : end], number - 1 or None, number + 1 if number < pages else None)
