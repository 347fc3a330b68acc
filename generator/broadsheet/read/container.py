"""Containers: one file that holds many articles, as corpora are shipped."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from broadsheet.errors import Finding
from broadsheet.model import Item
from broadsheet.options import Options
from broadsheet.read.members import members
from broadsheet.read.records import csv_records, json_records

_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, UnicodeError)


def is_container(path: str) -> bool:
    """
    Whether an article's file holds many articles, by its ending.

    >>> is_container("archive.JSONL.gz"), is_container("flood.txt")
    (True, False)
    """
    return path.lower().endswith(ENDINGS)


def items(root: Path, paths: Iterable[str], options: Options) -> Iterator[Item | Finding]:
    """
    One item for each article of these files; of a container, a finding for each record that gives none.

    Containers are read as a stream: no more of one is in memory than a record, or a member.
    """
    for path in paths:
        if is_container(path):
            yield from _contained(root, path, options)
        else:
            yield Item(path)


def _contained(root: Path, path: str, options: Options) -> Iterator[Item | Finding]:
    reader = next(reader for ending, reader in _READERS.items() if path.lower().endswith(ending))
    try:
        yield from reader(root / path, path, options)
    except _BROKEN as error:
        yield Finding(path, 0, 0, "broken-container", getattr(error, "strerror", None) or str(error))


def _json_lines(file: Path, path: str, options: Options) -> Iterator[Item | Finding]:
    with file.open("rb") as stream:
        yield from json_records(stream, path, options)


def _packed_json_lines(file: Path, path: str, options: Options) -> Iterator[Item | Finding]:
    with gzip.open(file, "rb") as stream:
        unpacked: BinaryIO = stream  # type: ignore[assignment]
        yield from json_records(unpacked, path, options)


_READERS: dict[str, Callable[[Path, str, Options], Iterator[Item | Finding]]] = {
    ".jsonl": _json_lines,
    ".jsonl.gz": _packed_json_lines,
    ".csv": csv_records,
    ".zip": members,
}
"""By the ending of the file's name."""
ENDINGS = tuple(_READERS)
"""By which a container is known."""
