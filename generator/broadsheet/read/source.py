"""One file to a `Source`."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from bisect import bisect
from pathlib import Path

from broadsheet.errors import Finding, UnreadableError
from broadsheet.model import Source
from broadsheet.options import Options
from broadsheet.read.decode import Decoded, decode
from broadsheet.read.mend import mend_lines
from broadsheet.trace import Note

_OTHER_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_LINE_END = re.compile(f"\r\n|[\n{_OTHER_ENDS}]")
_SHOWN = 20
"""How many bad bytes of one file are reported singly."""


def read_source(root: Path, path: str, options: Options, data: bytes | None = None) -> Source:
    """
    Read one article of a folder, or of the bytes that a container holds for it.

    Raises `UnreadableError`, with the finding, for a file that cannot be opened, is empty, too large, or not text.
    """
    if data is None:
        data = bytes_of(root, path, options)
    elif len(data) > int(options.max_megabytes * 1_000_000):
        raise UnreadableError(Finding(path, 0, 0, "large-file", f"over {options.max_megabytes:g} MB"))
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError(Finding(path, 0, 0, "binary-file"))
    lines = tuple(_lines_of(decoded.text))
    if not any(line.strip() for line in lines):
        raise UnreadableError(Finding(path, 0, 0, "empty-file", "only space" if data else ""))
    note = Note()
    mended = mend_lines(decoded.text, lines, note)
    return Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        decoded=lines,
        lines=mended,
        steps=tuple(note.steps),
        findings=tuple(_findings(path, decoded)),
    )


def _lines_of(text: str) -> list[str]:
    return _LINE_END.split(text) if any(map(text.__contains__, _OTHER_ENDS)) else text.split("\n")


def bytes_of(root: Path, path: str, options: Options) -> bytes:
    """The bytes of an article's file; raises `UnreadableError` for what is none, or is too large."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "replace").decode("utf-8")
        raise UnreadableError(Finding(shown, 0, 0, "unreadable-file", "its name is not UTF-8: rename it")) from None
    file, most = f"{root}/{path}", int(options.max_megabytes * 1_000_000)  # a `Path` costs as much as the reading
    try:
        size = _size_of(file)
        data = _whole(file) if size <= most else b""
    except OSError as error:
        raise UnreadableError(Finding(path, 0, 0, "unreadable-file", error.strerror or type(error).__name__)) from error
    if max(len(data), size) > most:
        raise UnreadableError(Finding(path, 0, 0, "large-file", f"over {options.max_megabytes:g} MB"))
    return data


def _whole(file: str) -> bytes:
    with io.FileIO(file) as stream:
        return stream.readall()


def _size_of(file: str) -> int:
    try:
        state = os.stat(file)  # noqa: PTH116
    except FileNotFoundError:
        state = None
    if state is None or not stat.S_ISREG(state.st_mode):
        raise FileNotFoundError(2, "it is no regular file, or a link that leads nowhere")
    return state.st_size


def _findings(path: str, decoded: Decoded) -> list[Finding]:
    found = [] if decoded.stated else [Finding(path, 0, 0, "assumed-encoding", decoded.encoding)]
    starts = [0, *(end.end() for end in _LINE_END.finditer(decoded.text))] if decoded.bad else []
    for offset in decoded.bad[:_SHOWN]:
        line = bisect(starts, offset)
        found.append(Finding(path, line, offset - starts[line - 1] + 1, "bad-bytes"))
    if len(decoded.bad) > _SHOWN:
        found.append(Finding(path, 0, 0, "bad-bytes", f"and {len(decoded.bad) - _SHOWN} more places"))
    return found
