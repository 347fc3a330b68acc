"""The files of a built site."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from operator import itemgetter
from pathlib import Path

Files = Mapping[str, os.DirEntry[str]]
"""By their paths in the site, with `/`, in the order of these."""


def files_of(site: Path, part: str = "", without: str = "") -> Files:
    """
    The files of a site, or of a folder in it such as ``search/``; without those of another one.

    Links to folders are not followed.
    """
    return dict(sorted(_below(site / part, part, without), key=itemgetter(0)))


def _below(folder: str | Path, above: str, without: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                yield f"{above}{entry.name}", entry
            elif entry.is_dir(follow_symlinks=False) and f"{above}{entry.name}/" != without:
                yield from _below(entry.path, f"{above}{entry.name}/", without)
