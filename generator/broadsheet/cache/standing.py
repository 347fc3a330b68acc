"""Standing type: what was printed for the last site, and need not be printed again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from broadsheet.cache.version import code_version

Made = TypeVar("Made")

_NAME = "standing.json"
_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Print(NamedTuple):
    """One file of a site as it was printed."""

    key: str
    """A checksum of all that it was made from; empty where that cannot be said, and it is printed anew."""
    size: int
    time: int
    """Of the last change, in nanoseconds."""
    place: int
    """Its number on the disk."""
    sum: str
    """The SHA-256 of what is in it."""

    @classmethod
    def written(cls, key: str, file: str, data: bytes) -> Print:
        """Write a file, and its folder where there is none; that costs fewer calls of the system than `open` does."""
        opened = _with_folder(file, lambda: os.open(file, _ANEW, 0o666))
        try:
            rest = data
            while rest:
                rest = rest[os.write(opened, rest) :]
            return cls(key, *_look(os.fstat(opened)), sha256(data).hexdigest())
        finally:
            os.close(opened)

    def is_of(self, seen: os.stat_result) -> bool:
        """Whether a file is the one that was printed, and nobody has written to it since."""
        return (self.size, self.time, self.place) == _look(seen)


def _look(seen: os.stat_result) -> tuple[int, int, int]:
    return seen.st_size, seen.st_mtime_ns, seen.st_ino


class Standing:
    """
    The prints of the last site, by their places in it.

    A page whose key is the same is not printed: the file of the last site gets a second name in the new one, or is
    copied, where the disk knows no second names.  If the last site is gone, or a file of it was changed, it is printed.
    Where the last site becomes the new one, the file `remains` where it stands.
    """

    def __init__(self, site: Path, prints: Mapping[str, Print] | None = None, *, remains: bool = False) -> None:
        self._site, self._remains = site, remains
        self._prints = prints or {}
        self._whole: frozenset[str] | None = None

    @classmethod
    def of(cls, site: Path, cache: Path | None, *, remains: bool = False) -> Standing:
        """What is noted of a site; nothing, where the note is another code's, or cannot be read."""
        try:
            record = json.loads((cache / _NAME).read_text(encoding="utf-8")) if cache else {}
            if record.get("version") != code_version().hex():
                return cls(site)
            return cls(site, {path: Print(*values) for path, values in record["prints"].items()}, remains=remains)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(site)

    def look_at_all(self) -> None:
        """Look at all files of the last site at once, while there is nothing else to do."""
        self._whole = frozenset(place for place, known in self._prints.items() if self._is_there(place, known))

    def part(self, folder: str) -> Standing:
        """What was printed into one folder, and those below it."""
        prints = {place: one for place, one in self._prints.items() if place.startswith(folder)}
        return Standing(self._site, prints, remains=self._remains)

    def __contains__(self, place: str) -> bool:
        """Whether a file was printed for the last site."""
        return place in self._prints

    def remaining(self, prints: Mapping[str, Print]) -> dict[str, Print]:
        """Those of the prints of the new site that are the files of the last one, where they stand."""
        then = self._prints
        return {place: one for place, one in prints.items() if then.get(place) == one} if self._remains else {}

    def same(self, place: str, key: str) -> Print | None:
        """The print of a file of the last site, if it was made from the same, and nobody has written to it since."""
        known = self._prints.get(place)
        if known is None or known.key != key or not key:
            return None
        there = self._is_there(place, known) if self._whole is None else place in self._whole
        return known if there else None

    def _is_there(self, place: str, known: Print) -> bool:
        """Whether the file is in the last site as it was printed."""
        try:
            return known.is_of(os.stat(f"{self._site}/{place}"))  # noqa: PTH116
        except OSError:
            return False

    def take(self, place: str, key: str, target: str) -> Print | None:
        """Put a file of the last site into its place in the new one, if it was made from the same."""
        known = self.same(place, key)
        if known is None or self._remains:
            return known
        file = f"{self._site}/{place}"
        try:
            try:
                _with_folder(target, lambda: os.link(file, target))
            except OSError:
                if Path(target).exists() and Path(target).samefile(file):
                    return known  # it was taken before
                shutil.copyfile(file, target)
                return Print(key, *_look(os.stat(target)), known.sum)  # noqa: PTH116
        except OSError:
            return None
        return known


def _with_folder(file: str, make: Callable[[], Made]) -> Made:
    """Make a file; where there is no folder for it, that first."""
    try:
        return make()
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120
        return make()


def keep_prints(cache: Path, prints: Mapping[str, Print]) -> None:
    """Note what was printed, for the next build."""
    record = {"version": code_version().hex(), "prints": prints}
    new = cache / f"{_NAME}.new"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(record, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        new.replace(cache / _NAME)
    except OSError:
        pass  # the next build prints all anew
