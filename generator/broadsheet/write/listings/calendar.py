"""The calendar of a year: each month as a table, the days with articles as links."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from itertools import groupby

from babel.dates import get_day_names

from broadsheet.model import Entry, Page, way_to
from broadsheet.words import Words
from broadsheet.words.locales import locale_of
from broadsheet.write.dates import month_name
from broadsheet.write.listings.on_this_day import exact_days
from broadsheet.write.listings.shelf import listing

_LEAST = 10
"""Of fewer articles a year's list shows as much as a calendar."""


def calendar_page(year: int, entries: Sequence[Entry], places: Mapping[str, str], words: Words) -> Page | None:
    """
    The months in which the day of some articles is known; none for few articles.

    A day leads to its only article, or to the place in the archive where the first of several stands: `places` has it
    by the article's path.
    """
    days = exact_days(entries)
    if sum(map(len, days.values())) < _LEAST:
        return None
    path, parts = f"{year:04}/calendar.md", []
    for month, dates in groupby(sorted(days), key=lambda date: date[0]):
        linked = {}
        for _, day in dates:
            first, *others = days[month, day]
            to = places[first.article.path] if others else f"{first.permalink}.md"
            linked[day] = f"[{day}]({way_to(to, path)})"
        parts += [f"## {month_name(month, words.language)}", month_table(year, month, linked, words.language)]
    return listing(path, words("calendar_of", year=year), "calendar", parts, count=len(entries))


def month_table(year: int, month: int, days: Mapping[int, str], language: str | None = None) -> str:
    """
    A month as a Markdown table, weeks from Monday; `days` holds what stands for those that have articles.

    >>> print(month_table(2027, 2, {10: "[10](a.md)"}).splitlines()[3])
    | 8 | 9 | [10](a.md) | 11 | 12 | 13 | 14 |
    """
    names = get_day_names("short", "stand-alone", locale_of(language))
    weeks = calendar.Calendar().monthdayscalendar(year, month)
    rows = [[days.get(day, str(day)) if day else " " for day in week] for week in weeks]
    return "\n".join(f"| {' | '.join(row)} |" for row in [[names[day] for day in range(7)], ["-"] * 7, *rows])
