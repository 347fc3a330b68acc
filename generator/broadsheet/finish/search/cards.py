"""Cards: what the line of an article among the results is made of, some to a file."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.finish.search.record import Record, Texts
from broadsheet.finish.search.script import Shelf, packed

FOLDER = "c/"
_FILE = 16_000
"""Letters of a file, about: a reader loads one for nearly each result."""
_MOST = 40_000
"""Letters of one text: of a longer one, the rest is searched, but not shown as an extract."""

Cards = list[tuple[str, int]]
"""The name of each file, and how many articles it holds."""


def put_cards(records: Sequence[Record], texts: Sequence[Texts], shelf: Shelf) -> Cards:
    """Write the cards of some articles, and tell in which files they are."""
    files, cards, size = Cards(), list[list[str | list[str]]](), 0
    for number, (record, (_, standfirst, body)) in enumerate(zip(records, texts, strict=True), 1):
        text = "\n".join(filter(None, (standfirst, body)))[:_MOST]
        cards.append([record.url, record.title, record.date, record.day, list(record.authors), record.language, text])
        size += len(text)
        if size > _FILE or number == len(records):
            files.append((shelf.put(FOLDER, packed({"cards": cards})), len(cards)))
            cards, size = [], 0
    return files
