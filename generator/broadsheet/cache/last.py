"""The last build: from what it was made, and what it made; if neither has changed, there is nothing to do."""

from __future__ import annotations

import hashlib
import json
import os
import time
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from broadsheet.cache.version import code_version

_NAME = "last-build.json"
GRAIN = 2 * 10**9
"""Nanoseconds before a look at a file in which it may be changed once more and look the same."""


Look = tuple[int, int, int, int]
"""How a file looks from outside."""
_NO_LOOK: Look = (0, 0, 0, 0)
"""Of a folder within one."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How some files and folders look from outside."""

    sum: str
    """Of the size, the times and the place on the disk of each file."""
    newest: int
    """When one of them was changed last, in nanoseconds."""

    @classmethod
    def of(cls, paths: Iterable[str | Path]) -> Stamp:
        """Look at files, and at all that is in folders; one that is not there is noted as that."""
        found, newest = hashlib.blake2b(digest_size=16), 0
        for path in paths:
            seen = sorted(looks_of(str(path)))
            numbers = array("q", chain.from_iterable([look or _NO_LOOK for _, look in seen]))
            found.update("\0".join([name for name, _ in seen]).encode("utf-8", "surrogateescape"))
            found.update(b"\0\0" + numbers.tobytes())
            newest = max([newest, *numbers[2::4]])
        return cls(found.hexdigest(), newest)


def looks_of(path: str) -> Iterator[tuple[str, Look | None]]:
    """How a file looks, or each file below a folder: its size, times and place; of a folder in it, only that it is."""
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.is_dir():
                        yield f"{entry.path}/", None
                        if not entry.is_symlink():
                            waiting.append(entry.path)
                    else:
                        yield entry.path, look_at(entry.stat())
        except NotADirectoryError:
            yield here, look_at(os.stat(here))  # noqa: PTH116
        except OSError as error:
            yield here, (0, 0, 0, -(error.errno or 1))


def look_at(seen: os.stat_result) -> Look:
    """Size, time of the last change, of the last change of that or of the rest, and place."""
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


@dataclass(frozen=True, slots=True)
class Last:
    """One build that ended well, and all that it depended on."""

    asked: str
    """With which options it was called."""
    inputs: tuple[str, ...]
    """The files and folders that it was made from."""
    made_from: Stamp
    """How they looked before it."""
    outputs: tuple[str, ...]
    made: Stamp
    """How these looked after it."""
    said: dict[str, Any]
    """What is to be told of it."""

    def keep(self, folder: Path) -> None:
        """Note it for the next call, if its inputs are old enough to be told from what they may become."""
        record = {"version": code_version().hex(), **asdict(self)}
        try:
            if self.made_from.newest > time.time_ns() - GRAIN:
                (folder / _NAME).unlink(missing_ok=True)
                return
            folder.mkdir(parents=True, exist_ok=True)
            (folder / _NAME).write_text(json.dumps(record), encoding="utf-8")
        except OSError:
            pass  # the next build does all again

    def holds(self, inputs: Stamp) -> bool:
        """Whether all looks as it did, by how the inputs look now."""
        return inputs == self.made_from and Stamp.of(self.outputs) == self.made


def last_build(folder: Path, asked: str) -> Last | None:
    """What is noted of the last build that was asked for in the same way, by the same code."""
    try:
        record = json.loads((folder / _NAME).read_text(encoding="utf-8"))
        if record.pop("version") != code_version().hex() or record["asked"] != asked:
            return None
        record |= {name: Stamp(**record[name]) for name in ("made_from", "made")}
        record |= {name: tuple(record[name]) for name in ("inputs", "outputs")}
        return Last(**record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
