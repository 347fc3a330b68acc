"""Which articles make a shard, and the shards that are kept from build to build."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from broadsheet.cache import code_version
from broadsheet.finish.search.record import Record, key_of
from broadsheet.finish.search.shard import Shard, build, load, save

FOLDER = "search"
"""Of the shards, in the cache."""
VERSION = "1"
"""Of the form of the index: files of another form are never taken for ones of this."""
_MOST = 1000
"""Articles of a shard: a change in one of them is a second's work."""
_ALONE = 3_000_000
"""Words that one process indexes sooner than others are started."""
_WORKERS = 2
"""At once, at most: each holds the occurrences of a shard in memory, 0.15 GB for a thousand long articles."""


def groups_of(records: Sequence[Record]) -> list[Sequence[Record]]:
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


def keys_of(records: Sequence[Record]) -> list[str]:
    """The checksum of each group, in their order."""
    return [key_of(list(group)) for group in groups_of(records)]


def shards_of(records: Sequence[Record], keys: Sequence[str], cache: Path | None) -> list[Shard]:
    """
    Give the shards of some articles: those that are kept, and the others made anew.

    `cache` is a folder that may be removed at any time; what is not needed any more is removed from it.
    """
    if cache is None:
        return _made(groups_of(records))
    files = [cache / FOLDER / f"{code_version().hex()}-{key}.npz" for key in keys]
    groups = groups_of(records)
    kept = [load(file) for file in files]
    missing = [number for number, shard in enumerate(kept) if shard is None]
    for number, shard in zip(missing, _made([groups[number] for number in missing]), strict=True):
        kept[number] = shard
        with suppress(OSError):  # a full or write-protected disk costs time, not the build
            save(shard, files[number])
    for file in (cache / FOLDER).glob("*"):
        if file not in files:
            file.unlink(missing_ok=True)
    return [shard for shard in kept if shard]


def _made(groups: Sequence[Sequence[Record]]) -> list[Shard]:
    """Index each group; on two cores where there is much to do."""
    words = sum(record.article.words for group in groups for record in group)
    workers = min(_WORKERS, os.cpu_count() or 1, len(groups))
    if words < _ALONE or workers < 2:
        return [build(group) for group in groups]
    with ProcessPoolExecutor(workers) as executor:
        return list(executor.map(build, groups))
