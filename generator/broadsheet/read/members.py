"""Members of a zip file, read as the files of a folder would be."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from broadsheet.errors import Finding
from broadsheet.model import Item
from broadsheet.options import Options
from broadsheet.read.folder import is_article

_PLAIN = Options()
_LARGEST_SIDECAR = 1_000_000


def member_paths(archive: zipfile.ZipFile, options: Options) -> list[str]:
    """The members that are articles, sorted: text files, and what the option `articles` names; none that is hidden."""
    return sorted(
        name
        for name in set(archive.namelist())
        if not name.endswith("/")
        and not any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
        and (is_article(name, options) or (is_article(name, _PLAIN) and not _excluded(name, options)))
    )


def members(file: Path, path: str, options: Options) -> Iterator[Item | Finding]:
    """An item for each article in a zip file."""
    most = int(options.max_megabytes * 1_000_000)
    with zipfile.ZipFile(file) as archive:
        for name in member_paths(archive, options):
            where = f"{path}/{name}"
            try:
                data = _read(archive, name, most)
                side = str(PurePosixPath(name).with_suffix(".yml"))
                sidecar = _read(archive, side, _LARGEST_SIDECAR) if side in archive.NameToInfo else None
            except (RuntimeError, OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
                yield Finding(where, 0, 0, "unreadable-file", str(error))
                continue
            if len(data) > most:
                yield Finding(where, 0, 0, "large-file", f"over {options.max_megabytes:g} MB")
            else:
                yield Item(where, path, 0, data, sidecar=sidecar)


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """No more than is allowed, however much the member says that it holds."""
    with archive.open(name) as stream:
        return stream.read(most + 1)


def _excluded(name: str, options: Options) -> bool:
    return not is_article(name, Options(articles=("**",), exclude=options.exclude))
