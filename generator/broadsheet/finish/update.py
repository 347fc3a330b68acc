"""
A site that is changed where it stands: the few files of it that are others are put into their places.

All that is to be put there is whole before the first file moves, and lies in one folder beside the site.  If the
program is killed on the way, the next build goes on from there; if a file cannot be moved, all are put back.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from broadsheet.errors import BroadsheetError

SITE = "site"
"""In the folder of a build, the site; of an update, what is not in its place yet."""
_BEFORE, _GONE = "before", "gone.json"
"""What was in these places; the names of what goes."""
_MOST = 2000
"""Of more files, the site is put together beside the last one: moving them all would take a while."""


def gone_by(staging: Path, target: Path, stays: Collection[str]) -> list[str] | None:
    """
    What of a site has to go, if the files that are staged are added to those that stay.

    ``None`` where the site should not be changed so: where too much has changed, or a file takes a folder's place.
    Hidden files stay.  Raises `BroadsheetError` where something that was to stay is not there any more.
    """
    new, there = set(_names(staging)), set(_names(target))
    if not there.issuperset(stays):
        raise BroadsheetError(f"{target} was changed during the build", "build again")
    gone = [name for name in there.difference(stays, new) if not name.startswith(".")]
    above = {parent for name in new for parent in _above(name)}
    if len(new) + len(gone) > _MOST or not above.isdisjoint(there) or any((target / name).is_dir() for name in new):
        return None
    return gone


def update(folder: Path, target: Path, gone: Sequence[str]) -> None:
    """
    Put what is staged in the folder of a build into its places in the site, and remove what goes.

    If that cannot be done, or is interrupted, the site stands as it was.
    """
    new = list(_names(folder / SITE))
    for name in (*gone, *new):
        with suppress(FileNotFoundError):
            _second_name(target / name, folder / _BEFORE / name)
    (folder / _GONE).write_text(json.dumps(list(gone)), encoding="utf-8")
    begun = update_of(target)
    folder.rename(begun)
    try:
        _put(begun, target)
    except BaseException:
        for name in new:
            if not (begun / SITE / name).exists():
                (target / name).unlink(missing_ok=True)
        _move(begun / _BEFORE, target)
        raise
    finally:
        shutil.rmtree(begun, ignore_errors=True)


def go_on(target: Path) -> None:
    """End an update that was cut short."""
    begun = update_of(target)
    if begun.is_dir():
        _put(begun, target)
        shutil.rmtree(begun, ignore_errors=True)


def update_of(target: Path) -> Path:
    """Where the update of a site lies while it is under way."""
    return target.with_name(f".{target.name}-update")


def second_names(places: Collection[str], site: Path, staging: Path) -> None:
    """Let some files of a site stand in another one, too."""
    for place in places:
        _second_name(site / place, staging / place)


def _put(begun: Path, target: Path) -> None:
    _move(begun / SITE, target)
    for name in json.loads((begun / _GONE).read_text(encoding="utf-8")):
        (target / name).unlink(missing_ok=True)
        with suppress(OSError):  # the first folder that is not empty
            for folder in _above(name):
                (target / folder).rmdir()


def _move(folder: Path, target: Path) -> None:
    for name in list(_names(folder)):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).replace(target / name)


def _second_name(file: Path, other: Path) -> None:
    other.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, other, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(file, other, follow_symlinks=False)


def _names(folder: Path) -> Iterator[str]:
    """The files below a folder, with `/`; a link is one, wherever it leads."""
    waiting = [""] if folder.is_dir() else []
    while waiting:
        here = waiting.pop()
        with os.scandir(f"{folder}/{here}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{here}{entry.name}/")
                else:
                    yield f"{here}{entry.name}"


def _above(name: str) -> Iterator[str]:
    """The folders in which a file stands, the nearest first."""
    while name := name.rpartition("/")[0]:
        yield name
