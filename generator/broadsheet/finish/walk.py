"""The files of a built site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: str | Path, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Each file below a folder with its path in it, with `/`; links to folders are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                yield f"{above}{entry.name}", entry
            elif entry.is_dir(follow_symlinks=False):
                yield from files_below(entry.path, f"{above}{entry.name}/")
