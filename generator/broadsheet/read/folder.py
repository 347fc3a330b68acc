"""Which files of a folder are articles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from broadsheet.options import Options


def find_articles(root: Path, options: Options) -> list[str]:
    """
    Give the paths of all articles under a folder, relative to it, with `/`, sorted.

    Hidden files and folders are passed over, as MkDocs does. A link that leads nowhere is given too, so that
    reading it can report it.
    """
    return sorted(path for path in _files(root, "") if is_article(path, options))


def is_article(path: str, options: Options) -> bool:
    """Whether a file's path, relative to the content folder, is one of an article."""
    return _matches(path, options.articles) and not _matches(path, options.exclude)


def _files(root: Path, prefix: str) -> Iterator[str]:
    with os.scandir(root / prefix) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{prefix}{entry.name}"
            if _is_folder(entry):
                if not _leads_back(entry):
                    yield from _files(root, f"{path}/")
            else:
                yield path


def _leads_back(entry: os.DirEntry[str]) -> bool:
    """Whether a link leads to a folder that holds it, so that following it would never end."""
    return entry.is_symlink() and Path(entry.path).resolve() in (Path(entry.path).parent.resolve() / "x").parents


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry can be looked into; a link that leads to itself cannot."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(_regex(pattern).fullmatch(path) for pattern in patterns)


@lru_cache(maxsize=256)
def _regex(pattern: str) -> re.Pattern[str]:
    """
    A glob pattern: ``**/`` is any number of folders, ``*`` anything but `/`; capitals and small letters are alike.

    A pattern without `/` matches in the top folder only.
    """
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(signs.get(part) or re.escape(part) for part in parts), re.DOTALL | re.IGNORECASE)
