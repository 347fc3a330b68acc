"""About the collection: how much there is, from when, in which languages, and where it was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from broadsheet.model import Collection, Page
from broadsheet.words import Words
from broadsheet.words.locales import locale_of
from broadsheet.write.dates import long_date
from broadsheet.write.escape import escape_inline
from broadsheet.write.listings.archive import ARCHIVE
from broadsheet.write.listings.authors import AUTHORS
from broadsheet.write.listings.links import Links
from broadsheet.write.listings.shelf import listing
from broadsheet.write.listings.terms import PLACES, PUBLICATIONS, TOPICS

COLLECTION = "collection/index.md"
_MOST_SOURCES = 24
_INDEXES = ((AUTHORS, "authors"), (TOPICS, "topics"), (PLACES, "places"), (PUBLICATIONS, "publications"))
"""The other indexes, with the field of the collection that each is made of, which is also the word for it."""


def about_page(collection: Collection, links: Links) -> Page:
    """The collection in numbers, with the way to each index; then its languages and publications."""
    words = links.words
    parts = [
        _items([*_numbers(collection, links)]),
        *_section(words("languages"), _languages(collection, links)),
        *_section(words("sources"), _publications(collection, links)),
    ]
    return listing(COLLECTION, words("collection"), "collection", parts)


def _section(heading: str, items: Iterator[str]) -> list[str]:
    listed = list(items)
    return [f"## {heading}", _items(listed)] if listed else []


def _items(items: list[str]) -> str:
    return "\n".join(f"-   {item}" for item in items)


def _numbers(collection: Collection, links: Links) -> Iterator[str]:
    words, entries = links.words, collection.entries
    yield f"{links.to(ARCHIVE, words.number(len(entries)), COLLECTION)} {words('articles_label')}"
    if span := _span(collection, words):
        yield f"**{escape_inline(span)}** {words('span')}"
    yield f"**{words.number(sum(entry.article.words for entry in entries))}** {words('words')}"
    for path, name in _INDEXES:
        if terms := getattr(collection, name):
            yield f"{links.to(path, words.number(len(terms)), COLLECTION)} {words(name)}"


def _span(collection: Collection, words: Words) -> str:
    """From the first to the last date that is known."""
    dates = [date for entry in collection.entries if (date := entry.article.metadata.date)]
    if not dates:
        return ""
    first, last = (str(date.year) for date in (dates[-1], dates[0]))
    return long_date(dates[0], words.language) if len(dates) == 1 else first if first == last else f"{first}–{last}"


def _languages(collection: Collection, links: Links) -> Iterator[str]:
    """By how many articles they have; those that do not say theirs are left out."""
    counts = Counter(tag for entry in collection.entries if (tag := entry.article.metadata.language))
    for tag, number in sorted(counts.items(), key=lambda count: (-count[1], count[0])):
        locale = links.words.locale
        name = locale.languages.get(tag) or locale_of(tag).get_display_name(locale) or tag
        yield f"**{escape_inline(name)}** {links.counted(number)}"


def _publications(collection: Collection, links: Links) -> Iterator[str]:
    """The largest; the index has all."""
    largest = sorted(collection.publications, key=lambda term: (-len(term.articles), term.sort))
    for term in largest[:_MOST_SOURCES]:
        path = f"{term.permalink}/index.md"
        name = links.to(path, term.name, COLLECTION) if term.permalink else f"**{escape_inline(term.name)}**"
        yield f"{name} {links.counted(len(term.articles))}"
