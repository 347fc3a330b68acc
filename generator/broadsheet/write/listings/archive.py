"""The archive by date: decades and years, the months of a year with its calendar, the undated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet.model import Collection, Entry, Page, PartialDate
from broadsheet.words import Words
from broadsheet.write.dates import decade_name, long_date, month_name, season_name
from broadsheet.write.listings.calendar import calendar_page
from broadsheet.write.listings.links import Links, anchor
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
        yield from shelf(_UNDATED, links.words("undated"), "undated", collection.undated, links)


def _archive(collection: Collection, links: Links) -> Page:
    words, parts = links.words, []
    for decade, years in groupby(collection.by_year.items(), key=lambda item: decade_name(item[0], words.language)):
        parts.append(f"## {decade}")
        parts.append("\n".join(_item(f"{year:04}/index.md", str(year), held, links) for year, held in years))
    if collection.undated:
        undated = words("undated")
        parts += [f"## {undated}", _item(f"{_UNDATED}/index.md", undated, collection.undated, links)]
    if exact_days(collection.entries):
        parts.append(links.to(ON_THIS_DAY, words("on_this_day"), ARCHIVE))
    return listing(ARCHIVE, words("archive"), "archive", parts, count=len(collection.entries))


def _item(path: str, label: str, entries: Sequence[Entry], links: Links) -> str:
    return f"-   {links.to(path, label, ARCHIVE)} · {links.counted(len(entries))}"


def _year(year: int, entries: Sequence[Entry], links: Links) -> Iterator[Page]:
    """
    The articles under their months; of a year that has too many for one page, the months, each with pages of its own.

    What is dated by the year or the decade alone stands at the end.
    """
    folder, path = f"{year:04}", f"{year:04}/index.md"
    words = links.words

    def section(entry: Entry) -> str:
        return _section(entry, words)

    months = [(name, list(held)) for name, held in groupby(entries, key=section)]
    places: dict[str, str] = {}
    if small := len(entries) <= PAGE:
        places = {entry.article.path: f"{path}{anchor(name)}" for name, held in months for entry in held}
    else:
        for _, held in months:
            folders = (page_of(_folder(folder, held[0]), number) for number in range(len(held)))
            places |= {entry.article.path: page for entry, page in zip(held, folders, strict=True)}
    shown = calendar_page(year, entries, places, words)
    above = [links.to(shown.path, words("calendar"), path)] if shown else []
    if small:
        yield from shelf(folder, str(year), "year", entries, links, section=section, above=above)
    else:
        items = []
        for name, held in months:
            month = _folder(folder, held[0])
            items.append(f"-   {links.to(f'{month}/index.md', name, path)} · {links.counted(len(held))}")
            yield from shelf(month, _title(held[0], name, words), "month", held, links)
        yield listing(path, str(year), "months", [*above, "\n".join(items)], count=len(entries))
    if shown:
        yield shown


def _folder(year: str, entry: Entry) -> str:
    """Where the articles of a month stand, of a season, and those that have neither."""
    date = entry.article.metadata.date
    if date and date.month:
        return f"{year}/{date.month:02}"
    return f"{year}/{date.season.name.lower()}" if date and date.season else f"{year}/no-month"


def _section(entry: Entry, words: Words) -> str:
    date = entry.article.metadata.date
    if date and date.season:
        return season_name(date.season, words.language)
    return month_name(date.month, words.language) if date and date.month else words("without_month")


def _title(entry: Entry, section: str, words: Words) -> str:
    """A month, a season or what has neither, with its year."""
    date = entry.article.metadata.date
    if date is None or not (date.month or date.season):
        return f"{section} {date.year}" if date else section
    return long_date(PartialDate(date.year, date.month, season=date.season), words.language)
