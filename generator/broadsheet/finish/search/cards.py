"""Cards: what the line of an article among the results is made of, some to a file."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.finish.search.record import Record
from broadsheet.finish.search.script import Shelf

_FILE = 12_000
"""Letters of a file, about: a reader loads one for nearly each result."""
_MOST = 40_000
"""Letters of one text: of a longer one, the rest is searched, but not shown as an extract."""


def put_cards(records: Sequence[Record], shelf: Shelf) -> list[int]:
    """Write the cards (``c/0``), and tell how many there are up to the end of each file."""
    ends, cards, size = list[int](), list[list[str | list[str]]](), 0
    for number, record in enumerate(records, 1):
        text = "\n".join(filter(None, (record.standfirst, record.body)))[:_MOST]
        cards.append([record.url, record.title, record.date, record.day, list(record.authors), record.language, text])
        size += len(text)
        if size > _FILE or number == len(records):
            shelf.put(f"c/{len(ends)}", {"cards": cards})
            ends.append(number)
            cards, size = [], 0
    return ends
