"""Which files of a folder are articles."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from broadsheet.errors import BroadsheetError, Finding
from broadsheet.options import Options

Hidden = Callable[[str], bool]
"""Whether a file, by its path, is kept out of the site; such a one is neither article nor page."""

_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".html", ".htm")
"""Endings, in small letters only, of what MkDocs makes a page of or publishes as one."""


def nothing_hidden(path: str) -> bool:
    """Hide no file."""
    return False


@dataclass(frozen=True, slots=True)
class Folder:
    """What a content folder holds, by paths relative to it, with `/`, sorted."""

    root: Path
    """The folder itself."""
    articles: tuple[str, ...]
    pages: tuple[str, ...]
    """Pages of the owner's own: what MkDocs makes a page of, and HTML."""
    findings: tuple[Finding, ...]
    """The folders that cannot be looked into."""


def look_into(root: Path, options: Options, hidden: Hidden = nothing_hidden) -> Folder:
    """
    Find the articles of a folder, and the owner's pages beside them, in one walk.

    Hidden files and folders are passed over, as MkDocs does, and what `hidden` names. A link that leads nowhere is
    given too, so that reading it can report it.  A file in the place of a folder is an article by itself, or holds
    many: nothing is looked for around it.  Raises `BroadsheetError` where the folder cannot be read, or is not there.
    """
    if root.is_file():
        return Folder(root.parent, (root.name,), (), ())
    if not root.is_dir():
        raise BroadsheetError(f"there is no folder {root}", "name the folder that holds the articles")
    articles, pages, findings = [], [], []
    for found in _files(root):
        if isinstance(found, Finding):
            findings.append(found)
        elif hidden(found):
            continue
        elif is_article(found, options):
            articles.append(found)
        elif found.endswith(_PAGES):
            pages.append(found)
    return Folder(root, tuple(sorted(articles)), tuple(sorted(pages)), tuple(sorted(findings)))


def is_article(path: str, options: Options) -> bool:
    """Whether a file's path, relative to the content folder, is one of an article."""
    return matches(path, options.articles) and not matches(path, options.exclude)


def _files(root: Path) -> Iterator[str | Finding]:
    """
    Every file, and a finding for each folder that cannot be looked into.

    A link to a folder is followed, unless the folder is one of those that the way to the link has led through:
    following it would never end.
    """
    waiting: list[tuple[str, tuple[str, ...]]] = [("", (os.path.realpath(root),))]
    while waiting:
        prefix, way = waiting.pop()
        try:
            with os.scandir(root / prefix) as entries:
                seen = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            why = error.strerror or type(error).__name__
            if not prefix:
                raise BroadsheetError(f"the folder {root} cannot be read ({why})", "mend its permissions") from error
            yield Finding(_shown(prefix.rstrip("/")), 0, 0, "unreadable-file", f"a folder: {why}")
            continue
        for entry in seen:
            path = f"{prefix}{entry.name}"
            if not _is_folder(entry):
                yield path
                continue
            real = os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(way[-1], entry.name)  # noqa: PTH118
            if real not in way:
                waiting.append((f"{path}/", (*way, real)))


def _shown(path: str) -> str:
    """A path that can be printed, whatever bytes its name is made of."""
    return path.encode("utf-8", "replace").decode("utf-8")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry can be looked into; a link that leads to itself cannot."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def matches(path: str, patterns: Iterable[str]) -> bool:
    """
    Whether a path is one that glob patterns name.

    >>> matches("1987/flood.txt", ["1987/*"]), matches("1987/05/flood.txt", ["1987/*"])
    (True, False)
    """
    given = tuple(patterns)
    return bool(given) and _regex(given).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _regex(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """
    Glob patterns: ``**/`` is any number of folders, ``*`` anything but `/`; capitals and small letters are alike.

    A pattern without `/` matches in the top folder only.
    """
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = (re.split(r"(\*\*/|\*\*|\*|\?)", pattern) for pattern in patterns)
    forms = ("".join(signs.get(part) or re.escape(part) for part in some) for some in parts)
    return re.compile("|".join(f"(?:{form})" for form in forms), re.DOTALL | re.IGNORECASE)
