"""What of a copy of a site differs from its inventory: in a folder, in a zip file, or on a host."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from broadsheet.errors import BroadsheetError
from broadsheet.finish.inventory import INVENTORY, sums
from broadsheet.finish.walk import files_of

_PATIENCE = 30
"""Seconds that a host has to answer."""


@dataclass(frozen=True, slots=True)
class Differences:
    """How a copy differs, by the paths of its files."""

    files: int
    """How many there should be."""
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...] | None
    """``None`` where they cannot be seen: a host does not list its files."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.added)


def verify(copy: str, inventory: Path | None = None) -> Differences:
    """
    Compare a copy with its own inventory, or with the one of a built site.

    `copy` is a folder, a zip file, or an address that begins with ``http``.  Raises `BroadsheetError` where there is no
    such copy, or no inventory.
    """
    if copy.startswith(("http://", "https://")):
        return _hosted(copy if copy.endswith("/") else f"{copy}/", inventory)
    path = Path(copy)
    if zipfile.is_zipfile(path):
        return _zipped(path, inventory)
    if not path.is_dir():
        raise BroadsheetError(f"{copy} is no folder, no zip file and no address", "name a copy of a built site")
    wanted = _wanted(inventory, lambda: (path / INVENTORY).read_bytes())
    return _compared(wanted, sums(files_of(path)))


def _zipped(path: Path, inventory: Path | None) -> Differences:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        top = min((name.removesuffix(INVENTORY) for name in names if name.endswith(INVENTORY)), key=len, default="")
        wanted = _wanted(inventory, lambda: archive.read(f"{top}{INVENTORY}"))
        found = {}
        for name in names:
            try:
                found[name.removeprefix(top)] = hashlib.sha256(archive.read(name)).hexdigest()
            except zipfile.BadZipFile:  # its own checksum is wrong already
                found[name.removeprefix(top)] = "broken"
    found.pop(INVENTORY, None)
    return _compared(wanted, found)


def _hosted(address: str, inventory: Path | None) -> Differences:
    wanted = _wanted(inventory, lambda: _fetched(f"{address}{INVENTORY}"))
    changed, missing = [], []
    for path, checksum in wanted.items():
        try:
            data = _fetched(f"{address}{quote(path)}")
        except HTTPError:
            missing.append(path)
            continue
        if hashlib.sha256(data).hexdigest() != checksum:
            changed.append(path)
    return Differences(len(wanted), tuple(changed), tuple(missing), None)


def _fetched(address: str) -> bytes:
    with urlopen(address, timeout=_PATIENCE) as answer:
        return bytes(answer.read())


def _wanted(inventory: Path | None, own: Callable[[], bytes]) -> Mapping[str, str]:
    try:
        files = json.loads(inventory.read_bytes() if inventory else own())["files"]
    except (OSError, KeyError, ValueError, TypeError) as error:
        reason = f" ({error.reason})" if isinstance(error, URLError) else ""
        raise BroadsheetError(
            f"there is no {INVENTORY} that can be read{reason}", "name the one of the built site by `--manifest`"
        ) from error
    return {str(path): str(checksum) for path, checksum in files.items()}


def _compared(wanted: Mapping[str, str], found: Mapping[str, str]) -> Differences:
    def some(paths: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(paths))

    changed = (path for path in wanted.keys() & found.keys() if wanted[path] != found[path])
    return Differences(
        len(wanted), some(changed), some(wanted.keys() - found.keys()), some(found.keys() - wanted.keys())
    )
