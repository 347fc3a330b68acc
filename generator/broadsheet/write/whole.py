"""Files that are whole or not there at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_whole(file: Path, data: Iterable[bytes], unfinished: Path | None = None) -> None:
    """
    Write a file so that, whenever the program is killed, it is as it was or as it shall be.

    It is written at `unfinished`, on the same disk, and then put in its place; what a killed run left there is written
    over.  A link stays a link, and what is no file, such as ``/dev/null`` or a pipe, is written to as it is.
    """
    file = file.resolve()
    if file.exists() and not file.is_file():
        with file.open("wb") as stream:
            stream.writelines(data)
        return
    unfinished = unfinished or file.with_name(".broadsheet.new")
    try:
        with unfinished.open("wb") as stream:
            stream.writelines(data)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
