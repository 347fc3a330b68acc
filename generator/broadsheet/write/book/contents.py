"""The parts of a book: by year, or within one year by month."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from broadsheet.model import Entry
from broadsheet.write.dates import month_name

Part = tuple[str, list[Entry]]


def in_reading_order(entries: Sequence[Entry]) -> list[Entry]:
    """As the years went; the undated last."""
    dated = [entry for entry in entries if entry.article.metadata.date]
    return [*reversed(dated), *(entry for entry in entries if not entry.article.metadata.date)]


def parts(entries: Sequence[Entry], language: str) -> list[Part]:
    """The parts, in reading order; one without a name where there is nothing to part by."""
    years = {date.year for entry in entries if (date := entry.article.metadata.date)}

    def name(entry: Entry) -> str:
        date = entry.article.metadata.date
        if date is None:
            return "Undated"
        if len(years) > 1:
            return str(date.year)
        return month_name(date.month, language) if date.month else str(date.year)

    found = [(label, list(run)) for label, run in groupby(in_reading_order(entries), key=name)]
    return found if len(found) > 1 else [("", run) for _, run in found]
