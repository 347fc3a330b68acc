"""The authors: an index from A to Z, and pages for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from posixpath import normpath

from broadsheet.model import Author, Collection, Entry, Page
from broadsheet.words import Words
from broadsheet.write.escape import escape_inline
from broadsheet.write.listings.index import index_pages
from broadsheet.write.listings.links import Links, link
from broadsheet.write.listings.shelf import shelf

AUTHORS = "authors/index.md"
_MOST_BESIDE, _MOST_TOPICS = 12, 6
"""Names of those who wrote with an author; the others stand on the articles."""


def author_pages(collection: Collection, links: Links) -> Iterator[Page]:
    """The index, and the articles of each author, newest first, with the years and with those who wrote beside."""
    if not collection.authors:
        return
    entries = {entry.article.path: entry for entry in collection.entries}
    yield from index_pages("authors", links.words("authors"), "authors", collection.authors, entries, links)
    places = {author.name: f"{author.permalink}/index.md" for author in collection.authors}
    topics = {topic.name: f"{topic.permalink}/index.md" for topic in collection.topics if topic.permalink}
    for author in collection.authors:
        held = [entries[path] for path in author.articles]
        yield from shelf(
            author.permalink,
            author.name,
            "author",
            held,
            links,
            above=_above(author, held, places, topics, links.words),
        )


def _above(
    author: Author, entries: Sequence[Entry], places: Mapping[str, str], topics: Mapping[str, str], words: Words
) -> list[str]:
    path = f"{author.permalink}/index.md"
    portrait = link(normpath(author.portrait), author.name, path) if author.portrait else ""
    facts = [
        _years(entries),
        _beside(author, places, path, words),
        _forms(author, words),
        _often(entries, topics, path, words),
    ]
    return [f"!{portrait}" if portrait else "", author.note.strip(), " · ".join(fact for fact in facts if fact)]


def _years(entries: Sequence[Entry]) -> str:
    years = [date.year for entry in entries if (date := entry.article.metadata.date)]
    if not years:
        return ""
    return str(years[0]) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def _beside(author: Author, places: Mapping[str, str], path: str, words: Words) -> str:
    names = [link(places[name], name, path) for name, _ in author.beside[:_MOST_BESIDE]]
    more = len(author.beside) - len(names)
    listed = ", ".join(names)
    return words("with", names=words("and_more", names=listed, n=more) if more else listed) if names else ""


def _forms(author: Author, words: Words) -> str:
    """The other forms of the name, as the articles print them."""
    others = [form for form in author.forms if form != author.name]
    return words("also_printed", names=", ".join(map(escape_inline, others))) if others else ""


def _often(entries: Sequence[Entry], topics: Mapping[str, str], path: str, words: Words) -> str:
    """The topics of several of the articles, the most frequent first."""
    counts = Counter(topic for entry in entries for topic in entry.topics if topic in topics)
    often = [name for name, number in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if number > 1]
    names = ", ".join(link(topics[name], name, path) for name in often[:_MOST_TOPICS])
    return words("often_on", names=names) if often else ""
