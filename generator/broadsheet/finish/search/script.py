"""
The form of the index's files: small scripts, each named by what is in it.

A page that was opened from disk may load scripts, and nothing else: no data, no modules, no workers.  So each file of
the index is a script that hands its bytes over, compressed and in base64, and one form serves disks and hosts alike.
Hosts that compress what they send make up for what base64 adds.

What has not changed keeps its name: it is taken from the last site, and browsers that have it need not ask for it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from broadsheet.cache import Print, Standing

FOLDER = "search"
"""Of the index, in the site."""
_MANIFEST = "manifest"
_NAME = 6
"""Bytes of a name: of ten thousand files, two have the same one in five sites of a million."""

_LEVEL = 5
"""Of zlib: at 9, a file is smaller by 2 in 1,000 at most, and takes a fifth longer, or twice as long."""


def packed(header: Mapping[str, Any], *blobs: bytes) -> bytes:
    """A header, and bytes that it explains."""
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return len(head).to_bytes(4, "little") + head + b"".join(blobs)


class Shelf:
    """Where the files of one index go."""

    def __init__(self, site: Path, last: Standing | None) -> None:
        """`last` is the last site, of which what is the same may be taken."""
        self._site, self._last = site, last
        self.prints: dict[str, Print] = {}
        """Of all that was put here, by its place in the site."""

    @property
    def empty(self) -> bool:
        """Whether there is no last index from which something may come."""
        return self._last is None or _place("", _MANIFEST) not in self._last

    @property
    def another(self) -> Shelf:
        """One for the same index, in a copy of this process."""
        return Shelf(self._site, self._last)

    @property
    def elsewhere(self) -> Shelf:
        """One in a process to which it is sent, without all that is known of the last site."""
        return Shelf(self._site, None)

    def put(self, folder: str, raw: bytes, *, repeats: bool = True) -> str:
        """
        Write a file into a folder of the index, and tell its name, which says what is in it.

        `repeats` says whether the same stands in it again and again; else there is nothing to look for.
        """
        name = hashlib.blake2b(raw, digest_size=_NAME).hexdigest()
        if not self.take(folder, name):
            self._write(folder, name, raw, repeats=repeats)
        return name

    def take(self, folder: str, name: str) -> bool:
        """Put a file of the last site here, if it has that; tell whether it is here."""
        place = _place(folder, name)
        if place not in self.prints and self._last and (taken := self._last.take(place, name, self._file(place))):
            self.prints[place] = taken
        return place in self.prints

    def manifest(self, header: Mapping[str, Any]) -> None:
        """Write the file that names all others, and is read first."""
        self._write("", _MANIFEST, packed(header))

    def _write(self, folder: str, name: str, raw: bytes, *, repeats: bool = True) -> None:
        place = _place(folder, name)
        whole = place.removeprefix(f"{FOLDER}/").removesuffix(".js")
        text = b'broadsheetSearch.take("%s","%s")\n' % (
            whole.encode(),
            base64.b64encode(_compressed(raw, repeats=repeats)),
        )
        self.prints[place] = Print.written("" if name == _MANIFEST else name, self._file(place), text)

    def _file(self, place: str) -> str:
        return f"{self._site}/{place}"


def _compressed(raw: bytes, *, repeats: bool) -> bytes:
    if repeats:
        return zlib.compress(raw, _LEVEL)
    found = zlib.compressobj(strategy=zlib.Z_HUFFMAN_ONLY)
    return found.compress(raw) + found.flush()


def _place(folder: str, name: str) -> str:
    """Where a file stands in the site."""
    return f"{FOLDER}/{folder}{name}.js"
