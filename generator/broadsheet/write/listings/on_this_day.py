"""On this day: the articles of each day of the calendar, over all years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from broadsheet.model import Collection, Entry, Page
from broadsheet.write.dates import month_name
from broadsheet.write.listings.links import Links, counted
from broadsheet.write.listings.shelf import PAGE, listing, shelf

_FOLDER = "on-this-day"
ON_THIS_DAY = f"{_FOLDER}/index.md"
_TITLE = "On this day"


def on_this_day_pages(collection: Collection, links: Links) -> Iterator[Page]:
    """All days on one page; of a collection with too many articles, a page for each day, or several."""
    days = exact_days(collection.entries)
    total = sum(map(len, days.values()))
    if total <= PAGE:
        entries = [entry for day in sorted(days) for entry in days[day]]
        yield from shelf(_FOLDER, _TITLE, "on-this-day", entries, section=_section)
        return
    parts = []
    for month, held in groupby(sorted(days), key=lambda day: day[0]):
        items = []
        for _, day in held:
            folder, name, articles = f"{_FOLDER}/{month:02}-{day:02}", _name(month, day), days[month, day]
            items.append(f"-   {links.to(f'{folder}/index.md', name, ON_THIS_DAY)} · {counted(len(articles))}")
            yield from shelf(folder, name, "day", articles)
        parts += [f"## {month_name(month)}", "\n".join(items)]
    yield listing(ON_THIS_DAY, _TITLE, "days", parts, count=total)


def exact_days(entries: Iterable[Entry]) -> dict[tuple[int, int], Sequence[Entry]]:
    """By month and day, the articles whose day is known, in the order given."""
    days: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        date = entry.article.metadata.date
        if date and date.exact and date.month and date.day:
            days.setdefault((date.month, date.day), []).append(entry)
    return dict(days)


def _section(entry: Entry) -> str:
    date = entry.article.metadata.date
    return _name(date.month or 0, date.day or 0) if date else ""


def _name(month: int, day: int) -> str:
    return f"{day} {month_name(month)}"
