"""The archive by date: decades and years, the months of a year with its calendar, the undated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet.model import Collection, Entry, Page
from broadsheet.write.dates import month_name, season_name
from broadsheet.write.listings.calendar import calendar_page
from broadsheet.write.listings.links import Links, counted
from broadsheet.write.listings.on_this_day import ON_THIS_DAY, exact_days
from broadsheet.write.listings.shelf import PAGE, listing, page_of, shelf

ARCHIVE = "archive/index.md"
_UNDATED = "undated"


def archive_pages(collection: Collection, links: Links) -> Iterator[Page]:
    """The years by decade, then a page for each year, for the months of large ones, and for the undated."""
    yield _archive(collection, links)
    for year, entries in collection.by_year.items():
        yield from _year(year, entries, links)
    if collection.undated:
        yield from shelf(_UNDATED, "Undated", "undated", collection.undated)


def _archive(collection: Collection, links: Links) -> Page:
    parts = []
    for decade, years in groupby(collection.by_year.items(), key=lambda item: item[0] // 10 * 10):
        parts.append(f"## {decade}s")
        parts.append("\n".join(_item(f"{year:04}/index.md", str(year), held, links) for year, held in years))
    if collection.undated:
        parts += ["## Undated", _item(f"{_UNDATED}/index.md", "Undated", collection.undated, links)]
    if exact_days(collection.entries):
        parts.append(links.to(ON_THIS_DAY, "On this day", ARCHIVE))
    return listing(ARCHIVE, "Archive", "archive", parts, count=len(collection.entries))


def _item(path: str, label: str, entries: Sequence[Entry], links: Links) -> str:
    return f"-   {links.to(path, label, ARCHIVE)} · {counted(len(entries))}"


def _year(year: int, entries: Sequence[Entry], links: Links) -> Iterator[Page]:
    """
    The articles under their months; of a year that has too many for one page, the months, each with pages of its own.

    What is dated by the year or the decade alone stands at the end.
    """
    folder, path = f"{year:04}", f"{year:04}/index.md"
    months = [(name, list(held)) for name, held in groupby(entries, key=_section)]
    places: dict[str, str] = {}
    if small := len(entries) <= PAGE:
        places = {entry.article.path: f"{path}#{name.lower()}" for name, held in months for entry in held}
    else:
        for _, held in months:
            folders = (page_of(_folder(folder, held[0]), number) for number in range(len(held)))
            places |= {entry.article.path: page for entry, page in zip(held, folders, strict=True)}
    shown = calendar_page(year, entries, places)
    above = [links.to(shown.path, "Calendar", path)] if shown else []
    if small:
        yield from shelf(folder, str(year), "year", entries, section=_section, above=above)
    else:
        items = []
        for name, held in months:
            month = _folder(folder, held[0])
            items.append(f"-   {links.to(f'{month}/index.md', name, path)} · {counted(len(held))}")
            yield from shelf(month, f"{name} {year}", "month", held)
        yield listing(path, str(year), "months", [*above, "\n".join(items)], count=len(entries))
    if shown:
        yield shown


def _folder(year: str, entry: Entry) -> str:
    """Where the articles of a month stand, of a season, and those that have neither."""
    date = entry.article.metadata.date
    if date and date.month:
        return f"{year}/{date.month:02}"
    return f"{year}/{date.season.name.lower()}" if date and date.season else f"{year}/no-month"


def _section(entry: Entry) -> str:
    date = entry.article.metadata.date
    if date and date.season:
        return season_name(date.season)
    return month_name(date.month) if date and date.month else "Without a month"
