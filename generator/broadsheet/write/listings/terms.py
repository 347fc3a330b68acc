"""Topics, places, publications and series: an index of each, and pages for what leads to several articles."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.model import Collection, Page
from broadsheet.write.escape import escape_inline
from broadsheet.write.listings.index import index_pages
from broadsheet.write.listings.links import Links, headline
from broadsheet.write.listings.shelf import shelf

_FOLDERS = ("topics", "places", "publications", "series")
TOPICS, PLACES, PUBLICATIONS, SERIES = (f"{folder}/index.md" for folder in _FOLDERS)
_INDEXES = (("topics", "topic"), ("places", "place"), ("publications", "publication"))
"""A field of the collection, which is also the folder of its pages and the word for it; the kind of its pages."""


def term_pages(collection: Collection, links: Links) -> Iterator[Page]:
    """For each sort of term that the collection has: the index, then the articles of each, newest first."""
    entries = {entry.article.path: entry for entry in collection.entries}
    for folder, kind in _INDEXES:
        terms = getattr(collection, folder)
        yield from index_pages(folder, links.words(folder), folder, terms, entries, links)
        for term in terms:
            if term.permalink:
                yield from shelf(term.permalink, term.name, kind, [entries[path] for path in term.articles], links)


def series_pages(collection: Collection, links: Links) -> Iterator[Page]:
    """The series by name, each with its parts in order."""
    entries = {entry.article.path: entry for entry in collection.entries}
    if not collection.series:
        return

    def write(number: int, path: str) -> str:
        series = collection.series[number]
        return f"{links.to(f'{series.permalink}/index.md', series.name, path)} · {links.counted(len(series.parts))}"

    yield from shelf("series", links.words("series"), "all-series", range(len(collection.series)), links, write=write)
    for series in collection.series:
        numbers = {part.path: part.number for part in series.parts}

        def part(path: str, seen_from: str, numbers: dict[str, int] = numbers) -> str:
            return f"{escape_inline(links.words('part', number=numbers[path]))} · {headline(entries[path], seen_from)}"

        parts = [part.path for part in series.parts]
        yield from shelf(series.permalink, series.name, "series", parts, links, write=part)
