"""A store of values by their keys, in one file."""

from __future__ import annotations

import os
import pickle
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(".cache/broadsheet")
"""Where it lies, seen from the folder of ``mkdocs.yml``."""
_NAME = "articles.sqlite"
_AT_ONCE = 500
"""Keys that are asked for together; older versions of SQLite take no more than a thousand."""
_RUNS = 3
"""What was of no use for so many runs that changed something goes."""
_TABLES = """
create table if not exists kept (key blob primary key, value blob not null, sum integer not null);
create table if not exists runs (run integer primary key);
create table if not exists idle (key blob primary key, run integer not null);
"""
_PAGE = 1 << 15
"""Bytes of a page of the file; with the 4,096 that are usual, keeping takes half as long again, and getting a third."""
_FORM = 2
"""Of the tables; a file with those of another form is begun anew."""


class Store:
    """
    Values by key; a key says all that its value depends on, so that none can be out of date.

    It can be read from several processes, also from those that were sent a copy, and is written by one.  Whatever
    happens to the file, it is only slower without it: a value that is not whole is none, and a file that cannot be
    used is begun anew, or done without.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / _NAME
        self._open: tuple[int, sqlite3.Connection | None] = (0, None)
        self._writing: sqlite3.Connection | None = None
        self._run = 0
        self._used: set[bytes] = set()
        self._laid_out: dict[bytes, Any] = {}

    def __reduce__(self) -> tuple[type[Store], tuple[Path]]:
        return Store, (self._file.parent,)

    @property
    def is_there(self) -> bool:
        """Whether there is a file of it."""
        return self._file.is_file()

    def get(self, keys: Sequence[bytes]) -> list[bytes | None]:
        """The value of each key, if it is there and whole."""
        found: dict[bytes, bytes] = {}
        for first in range(0, len(keys), _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            found.update((key, value) for key, value, check in self._rows(some) if zlib.crc32(value) == check)
        return [found.get(key) for key in keys]

    def lay_out(self, keys: Sequence[bytes]) -> None:
        """Unpickle some values before they are wanted."""
        values = zip(keys, self.values(keys), strict=True)
        self._laid_out |= {key: value for key, value in values if value is not None}

    def values(self, keys: Sequence[bytes]) -> list[Any]:
        """The value of each key, unpickled; ``None`` where there is none."""
        rest = [key for key in keys if key not in self._laid_out]
        found = {key: pickle.loads(value) for key, value in zip(rest, self.get(rest), strict=True) if value}
        return [self._laid_out[key] if key in self._laid_out else found.get(key) for key in keys]

    def has(self, key: bytes) -> bool:
        """Whether there is a value of a key."""
        try:
            base = self._base()
            return bool(base and base.execute("select 1 from kept where key = ?", (key,)).fetchone())
        except sqlite3.Error:
            return False

    def _rows(self, keys: Sequence[bytes]) -> list[tuple[bytes, bytes, int]]:
        marks = ",".join("?" * len(keys))
        try:
            base = self._base()
            asked = f"select key, value, sum from kept where key in ({marks})"
            return base.execute(asked, keys).fetchall() if base else []
        except sqlite3.Error:
            return []

    def keep(self, new: Mapping[bytes, bytes]) -> None:
        """Keep new values at once, so that a run that is cut short was not for nothing."""
        self.use(new)
        if new:
            self._write(lambda base: self._insert(base, new))

    def use(self, keys: Iterable[bytes]) -> None:
        """Note of what this run made use."""
        self._used.update(keys)

    def end(self) -> None:
        """Let go of the file; after a run that kept something, of what neither it nor one of the last made use of."""
        if self._run:
            self._write(self._prune)
        self._run, self._used = 0, set()
        self.close()

    def _insert(self, base: sqlite3.Connection, new: Mapping[bytes, bytes]) -> None:
        self._run = self._run or base.execute("insert into runs default values").lastrowid or 0
        rows = ((key, value, zlib.crc32(value)) for key, value in new.items())
        base.executemany("insert or replace into kept values (?, ?, ?)", rows)

    def _prune(self, base: sqlite3.Connection) -> None:
        """Note what lies idle, and since when: a mark on each value that was used would write the whole file anew."""
        since = dict(base.execute("select key, run from idle"))
        idle = {
            key: since.get(key, self._run) for (key,) in base.execute("select key from kept") if key not in self._used
        }
        gone = [key for key, run in idle.items() if run <= self._run - _RUNS + 1]
        base.executemany("delete from kept where key = ?", ((key,) for key in gone))
        base.execute("delete from idle")
        base.executemany("insert into idle values (?, ?)", ((key, idle[key]) for key in idle.keys() - set(gone)))
        base.execute("delete from runs where run < ?", (self._run,))

    def _write(self, change: Callable[[sqlite3.Connection], None]) -> None:
        try:
            if self._writing is None:
                self._writing = self._begun()
            with self._writing:
                change(self._writing)
        except (OSError, sqlite3.OperationalError):
            pass  # no place for it, or another process writes
        except sqlite3.DatabaseError:
            self.close()
            self._file.unlink(missing_ok=True)

    def _begun(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        (self._file.parent / ".gitignore").write_text("*\n")
        base = sqlite3.connect(self._file, timeout=5)
        try:
            if base.execute("pragma user_version").fetchone() != (_FORM,):
                base.close()
                self._file.unlink()
                base = sqlite3.connect(self._file, timeout=5)
                base.execute(f"pragma page_size = {_PAGE}")
                base.execute(f"pragma user_version = {_FORM}")
            base.execute("pragma synchronous = off")  # each value has its sum: one that was cut is none
            base.executescript(_TABLES)
        except BaseException:
            base.close()  # else it could not be begun anew where an open file cannot be removed
            raise
        return base

    def close(self) -> None:
        """Let go of the file."""
        if self._open[0] == os.getpid() and self._open[1]:
            self._open[1].close()
        if self._writing:
            self._writing.close()
        self._open, self._writing = (0, None), None

    def _base(self) -> sqlite3.Connection | None:
        """The open file, for reading; a process that was forked opens it by itself."""
        if self._open[0] != os.getpid():
            there = self._file.is_file()
            base = sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True) if there else None
            self._open = (os.getpid(), base)
        return self._open[1]
