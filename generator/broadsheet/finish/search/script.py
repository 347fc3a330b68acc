"""
The form of the index's files: small scripts.

A page that was opened from disk may load scripts, and nothing else: no data, no modules, no workers.  So each file of
the index is a script that hands its bytes over, compressed and in base64, and one form serves disks and hosts alike.
Hosts that compress what they send make up for what base64 adds.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

_HANDS = 2
"""Threads; Python lets others work while one compresses."""


class Shelf:
    """Where the files of one index go; they are compressed and written while the next ones are made."""

    def __init__(self, folder: Path, version: str) -> None:
        """`version` is that of the index: files of different builds are never read together."""
        self.folder, self.version = folder, version
        self._folders: set[Path] = set()
        self._hands = ThreadPoolExecutor(_HANDS)
        self._waiting: list[Future[None]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._hands.shutdown(cancel_futures=kind is not None)
        if kind is None:
            for written in self._waiting:
                written.result()

    def put(self, name: str, header: Mapping[str, Any], *blobs: bytes) -> None:
        """Write a file: a header, and bytes that it explains."""
        head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        file = self.folder / f"{name}.js"
        if file.parent not in self._folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(file.parent)
        raw = len(head).to_bytes(4, "little") + head + b"".join(blobs)
        self._waiting.append(self._hands.submit(self._write, file, name, raw))

    def _write(self, file: Path, name: str, raw: bytes) -> None:
        text = base64.b64encode(zlib.compress(raw, 9))
        file.write_bytes(b'broadsheetSearch.take("%s","%s","%s")\n' % (name.encode(), self.version.encode(), text))
