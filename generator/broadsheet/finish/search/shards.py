"""Which articles make a shard, and the shards that are kept from build to build."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from broadsheet.cache import Print, code_version
from broadsheet.finish.search.cards import FOLDER as CARDS
from broadsheet.finish.search.cards import Cards, put_cards
from broadsheet.finish.search.keeping import load, save
from broadsheet.finish.search.record import Record, key_of
from broadsheet.finish.search.script import Shelf
from broadsheet.finish.search.shard import Shard, build
from broadsheet.pipeline.executor import each

FOLDER = "search"
"""Of the shards, in the cache."""
_MOST = 1000
"""Articles of a shard: a change in one of them is a second's work."""

Groups = Sequence[Sequence[Record]]


def groups_of(records: Sequence[Record]) -> Groups:
    """
    Articles that follow one another, by year; by month where a year has many; in even parts where a month has.

    So what changes in one year moves the bounds of no other.
    """
    found: list[Sequence[Record]] = []
    for _, of_year in groupby(records, key=lambda record: record.year):
        some = list(of_year)
        months = [list(part) for _, part in groupby(some, key=lambda record: record.date[:7])]
        for part in [some] if len(some) <= _MOST else months:
            found += [part[at : at + _MOST] for at in range(0, len(part), _MOST)]
    return found


def shards_of(groups: Groups, shelf: Shelf, cache: Path | None) -> tuple[list[Shard], Cards]:
    """
    Give the shards of some articles, those that are kept and the others made anew, and put their cards on the shelf.

    `cache` is a folder that may be removed at any time; what is not needed any more is removed from it.
    """
    files = [cache / FOLDER / f"{code_version().hex()}-{key_of(group)}.npz" for group in groups] if cache else []
    kept = [load(file) for file in files] or [None] * len(groups)
    cards = [found[1] if found and _are_there(found[1], shelf) else None for found in kept]
    missing = [number for number, there in enumerate(cards) if there is None]

    def make(task: int) -> tuple[Shard, Cards, dict[str, Print]]:
        number, own = missing[task], shelf.another()
        group, found = groups[number], kept[number]
        fields = [record.fields for record in group]
        shard, put = found[0] if found else build(group, fields), put_cards(group, fields, own)
        if cache and not found:
            with suppress(OSError):  # a full or write-protected disk costs time, not the build
                save(shard, put, files[number])
        return shard, put, own.prints

    for number, (shard, put, prints) in zip(missing, each(make, len(missing)), strict=True):
        kept[number], cards[number] = (shard, put), put
        shelf.prints.update(prints)
    if cache:
        for file in (cache / FOLDER).glob("*"):
            if file not in files:
                file.unlink(missing_ok=True)
    return [found[0] for found in kept if found], [card for some in cards if some for card in some]


def _are_there(cards: Cards, shelf: Shelf) -> bool:
    """Whether the last site has these cards; then they are on the shelf."""
    return all(shelf.take(CARDS, name) for name, _ in cards)
