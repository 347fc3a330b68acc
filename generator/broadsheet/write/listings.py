"""The pages that lead to articles: front page, archive, a page for each year, the undated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from posixpath import relpath

from broadsheet.inline import plain
from broadsheet.model import Collection, Entry, Kind, Page
from broadsheet.options import Options
from broadsheet.write.dates import direction, long_date, month_name, season_name
from broadsheet.write.escape import escape_inline, escape_start
from broadsheet.write.front_matter import with_front_matter

_RIGHT_TO_LEFT, _ISOLATE, _POP_ISOLATE = "\u200f", "\u2068", "\u2069"
"""Begin a line from the right, and keep names and dates in it apart, in every engine (Unicode's UAX 9)."""

_LONGEST_OPENING = 600
_ARCHIVE = "archive/index.md"

StandsAt = Callable[[str], str]
"""The page that has the address of a listing: the listing itself, or the owner's page in its place."""


def listing_pages(collection: Collection, options: Options, stands_at: StandsAt) -> Iterator[Page]:
    """Write all listings of a collection; only those that have something to list, besides front page and archive."""
    yield _front(collection, options, stands_at)
    yield _archive(collection, stands_at)
    for year, entries in collection.by_year.items():
        yield _year(year, entries)
    if collection.undated:
        yield _undated(collection.undated)


def _page(path: str, title: str, listing: str, parts: Iterable[str]) -> Page:
    return Page(path, with_front_matter({"title": title, "listing": listing}, "\n\n".join(parts)))


def _front(collection: Collection, options: Options, stands_at: StandsAt) -> Page:
    latest = collection.entries[: options.latest]
    parts = [_card(entry, _opening(entry) if entry is latest[0] else entry.article.summary) for entry in latest]
    if parts:
        number, archive = len(collection.entries), stands_at(_ARCHIVE)
        parts.append(f"[All {number} articles by year]({archive})" if number > 1 else f"[Archive]({archive})")
    else:
        parts.append("There are no articles yet: put text files into the content folder, and build again.")
    return _page("index.md", "Front page", "front", parts)


def _opening(entry: Entry) -> str:
    """What the lead shows: the first paragraph, unless the owner gave a description or it is very long."""
    known, body = entry.article.metadata, entry.article.body
    text = " ".join(plain(body[0].nodes).split()) if body and body[0].kind == Kind.PARAGRAPH else ""
    return entry.article.summary if known.description or not text or len(text) > _LONGEST_OPENING else text


def _card(entry: Entry, summary: str) -> str:
    """Headline, summary and byline as three paragraphs of one list item."""
    rest = [escape_start(escape_inline(summary)), escape_start(_byline(entry))]
    return "\n\n".join([f"-   **{_link(entry, '')}**", *(f"    {part}" for part in rest if part)])


def _archive(collection: Collection, stands_at: StandsAt) -> Page:
    lines = [
        f"-   [{year}](../{stands_at(f'{year:04}/index.md')}) · {_count(entries)}"
        for year, entries in collection.by_year.items()
    ]
    if collection.undated:
        lines.append(f"-   [Undated](../{stands_at('undated/index.md')}) · {_count(collection.undated)}")
    return _page(_ARCHIVE, "Archive", "archive", ["\n".join(lines)] if lines else [])


def _year(year: int, entries: list[Entry]) -> Page:
    """A section for each month and each season; what is dated by the year alone stands at the end."""
    parts = []
    for name, group in groupby(entries, key=_section):
        parts.append(f"## {name}")
        parts.append("\n".join(f"-   {_line(entry, f'{year:04}')}" for entry in group))
    return _page(f"{year:04}/index.md", str(year), "year", parts)


def _section(entry: Entry) -> str:
    date = entry.article.metadata.date
    if date and date.season:
        return season_name(date.season)
    return month_name(date.month) if date and date.month else "Without a month"


def _undated(entries: list[Entry]) -> Page:
    return _page(
        "undated/index.md", "Undated", "undated", ["\n".join(f"-   {_line(entry, 'undated')}" for entry in entries)]
    )


def _line(entry: Entry, folder: str) -> str:
    return " · ".join(part for part in (_link(entry, folder), _byline(entry)) if part)


def _link(entry: Entry, folder: str) -> str:
    label = escape_inline(entry.article.metadata.title).replace("]", "&#93;")
    return f"[{label}]({relpath(f'{entry.permalink}.md', folder or '.')})"


def _byline(entry: Entry) -> str:
    known = entry.article.metadata
    parts = [escape_inline(", ".join(known.authors)), long_date(known.date) if known.date else ""]
    if direction(known.language) == "rtl":
        parts = [f"{_ISOLATE}{part}{_POP_ISOLATE}" if part else "" for part in parts]
        parts[0] = f"{_RIGHT_TO_LEFT}{parts[0]}"
    return " · ".join(part for part in parts if part)


def _count(entries: list[Entry]) -> str:
    return "1 article" if len(entries) == 1 else f"{len(entries)} articles"
