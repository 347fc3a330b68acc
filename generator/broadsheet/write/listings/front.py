"""The front page: the newest articles, the first of them as the lead."""

from __future__ import annotations

from broadsheet.inline import plain
from broadsheet.model import Collection, Entry, Kind, Page
from broadsheet.options import Options
from broadsheet.write.escape import escape_inline, escape_start
from broadsheet.write.listings.archive import ARCHIVE
from broadsheet.write.listings.authors import AUTHORS
from broadsheet.write.listings.links import Links, byline, headline
from broadsheet.write.listings.shelf import listing
from broadsheet.write.listings.terms import PLACES, PUBLICATIONS, SERIES, TOPICS

_LONGEST_OPENING = 600
_FRONT = "index.md"
_WAYS = (
    (AUTHORS, "Authors", "authors"),
    (TOPICS, "Topics", "topics"),
    (SERIES, "Series", "series"),
    (PLACES, "Places", "places"),
    (PUBLICATIONS, "Publications", "publications"),
)
"""The other indexes, with the field of the collection that each is made of."""


def front_page(collection: Collection, options: Options, links: Links) -> Page:
    """The newest articles as cards; then the way to all others."""
    latest = collection.entries[: options.latest]
    parts = [_card(entry, _opening(entry) if entry is latest[0] else entry.article.summary) for entry in latest]
    if parts:
        number = len(collection.entries)
        ways = [links.to(ARCHIVE, f"All {number:,} articles by year" if number > 1 else "Archive", _FRONT)]
        ways += [links.to(path, label, _FRONT) for path, label, there in _WAYS if getattr(collection, there)]
        parts.append(" · ".join(ways))
    else:
        parts.append("There are no articles yet: put text files into the content folder, and build again.")
    return listing(_FRONT, "Front page", "front", parts)


def _opening(entry: Entry) -> str:
    """What the lead shows: the first paragraph, unless the owner gave a description or it is very long."""
    known, body = entry.article.metadata, entry.article.body
    text = " ".join(plain(body[0].nodes).split()) if body and body[0].kind == Kind.PARAGRAPH else ""
    return entry.article.summary if known.description or not text or len(text) > _LONGEST_OPENING else text


def _card(entry: Entry, summary: str) -> str:
    """Headline, summary and byline as three paragraphs of one list item."""
    rest = [escape_start(escape_inline(summary)), escape_start(byline(entry))]
    return "\n\n".join([f"-   **{headline(entry, _FRONT)}**", *(f"    {part}" for part in rest if part)])
