"""Which articles make a shard, and the shards that are kept from build to build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from broadsheet.cache import Print, code_version
from broadsheet.finish.search.cards import FOLDER as CARDS
from broadsheet.finish.search.cards import Cards, put_cards
from broadsheet.finish.search.keeping import load, save
from broadsheet.finish.search.record import Record, key_of
from broadsheet.finish.search.script import Shelf
from broadsheet.finish.search.shard import Shard, Words, build, words_said
from broadsheet.pipeline.ahead import in_order
from broadsheet.pipeline.crew import each
from broadsheet.pipeline.executor import executor_for

FOLDER = "search"
"""Of the shards, in the cache."""
_MOST = 500
"""Articles of a shard: a change in one of them is a quarter of a second's work."""
_AHEAD = 4
"""Shards whose articles are sent out before their turn."""

_one_at_a_time = Lock()
"""A vocabulary grows with one shard at a time, and a worker of a cluster may have several threads."""

Groups = Sequence[Sequence[Record]]
Made = tuple[Shard, Cards, dict[str, Print]]


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


class Begun(NamedTuple):
    """A shard as far as it depends on each of its articles alone."""

    words: Words
    cards: Cards


def begin(group: Sequence[Record], shelf: Shelf) -> Begun:
    """Look up the words of some articles, and write their cards."""
    texts = [record.texts for record in group]
    return Begun(words_said(group, texts), put_cards(group, texts, shelf))


class Task(NamedTuple):
    """A shard that is to be made, or whose cards are."""

    group: Sequence[Record]
    kept: Shard | None
    begun: Begun | None
    file: Path | None
    """Where it is kept for the next build."""


def shards_of(
    groups: Groups, shelf: Shelf, cache: Path | None, cluster: str | None = None, begun: Sequence[Begun] = ()
) -> tuple[list[Shard], Cards]:
    """
    Give the shards of some articles, those that are kept and the others made anew, and put their cards on the shelf.

    `cache` is a folder that may be removed at any time; what is not needed any more is removed from it.  `cluster`, if
    given, makes them.  `begun` are those that were begun in this process; else none is.
    """
    files = [cache / FOLDER / f"{code_version().hex()}-{key_of(group)}.npz" if cache else None for group in groups]
    found = [load(file) if file else None for file in files]
    missing = [number for number, one in enumerate(found) if one is None or not _are_there(one[1], shelf)]
    kept = [one and one[0] for one in found]
    tasks = [Task(groups[at], kept[at], begun[at] if begun else None, files[at]) for at in missing]
    for number, (shard, cards, prints) in zip(missing, _all_made(tasks, shelf, cluster), strict=True):
        found[number] = shard, cards
        shelf.prints.update(prints)
    for file in (cache / FOLDER).glob("*") if cache else ():
        if file not in files:
            file.unlink(missing_ok=True)
    return [one[0] for one in found if one], [card for one in found if one for card in one[1]]


def _all_made(tasks: Sequence[Task], shelf: Shelf, cluster: str | None) -> Iterator[Made]:
    if any(task.begun for task in tasks):  # the pages are printed meanwhile, by all cores
        yield from (_make(task, shelf.another) for task in tasks)
        return
    if cluster is None or not tasks:
        yield from each(lambda number: _make(tasks[number], shelf.another), len(tasks))
        return
    with executor_for(len(tasks), cluster) as executor:
        yield from in_order(executor, partial(_make, shelf=shelf.elsewhere), [(task,) for task in tasks], _AHEAD)


def _make(task: Task, shelf: Shelf) -> Made:
    """Index some articles, if their shard is not kept, and write their cards, if that was not begun."""
    group, kept, begun, file = task
    if kept:
        return kept, put_cards(group, [record.texts for record in group], shelf), shelf.prints
    with _one_at_a_time:
        words, cards = begun or begin(group, shelf)
        shard = build(group, words)
    if file:
        with suppress(OSError):  # a full or write-protected disk costs time, not the build
            save(shard, cards, file)
    return shard, cards, shelf.prints


def _are_there(cards: Cards, shelf: Shelf) -> bool:
    """Whether the last site has these cards; then they are on the shelf."""
    return all(shelf.take(CARDS, name) for name, _ in cards)
