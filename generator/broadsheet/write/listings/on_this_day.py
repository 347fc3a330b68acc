"""On this day: the articles of each day of the calendar, over all years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from broadsheet.model import Collection, Entry, Page
from broadsheet.write.dates import day_name, month_name
from broadsheet.write.listings.links import Links
from broadsheet.write.listings.shelf import PAGE, listing, shelf

_FOLDER = "on-this-day"
ON_THIS_DAY = f"{_FOLDER}/index.md"


def on_this_day_pages(collection: Collection, links: Links) -> Iterator[Page]:
    """
    All days on one page, whose front matter names them in `days`.

    Of a collection with too many articles, a page for each day, or several.
    """
    days, title, language = exact_days(collection.entries), links.words("on_this_day"), links.words.language
    total = sum(map(len, days.values()))
    if total <= PAGE:
        entries = [entry for day in sorted(days) for entry in days[day]]
        names = [f"{month:02}-{day:02}" for month, day in sorted(days)]
        yield from shelf(
            _FOLDER, title, "on-this-day", entries, links, section=lambda entry: _section(entry, language), days=names
        )
        return
    parts = []
    for month, held in groupby(sorted(days), key=lambda day: day[0]):
        items = []
        for _, day in held:
            folder, name, articles = f"{_FOLDER}/{month:02}-{day:02}", day_name(month, day, language), days[month, day]
            items.append(f"-   {links.to(f'{folder}/index.md', name, ON_THIS_DAY)} · {links.counted(len(articles))}")
            yield from shelf(folder, name, "day", articles, links)
        parts += [f"## {month_name(month, language)}", "\n".join(items)]
    yield listing(ON_THIS_DAY, title, "days", parts, count=total)


def exact_days(entries: Iterable[Entry]) -> dict[tuple[int, int], Sequence[Entry]]:
    """By month and day, the articles whose day is known, in the order given."""
    days: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        date = entry.article.metadata.date
        if date and date.exact and date.month and date.day:
            days.setdefault((date.month, date.day), []).append(entry)
    return dict(days)


def _section(entry: Entry, language: str) -> str:
    date = entry.article.metadata.date
    return day_name(date.month, date.day, language) if date and date.month and date.day else ""
