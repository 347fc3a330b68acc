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
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the files of one index go."""

    folder: Path
    version: str
    """Of the index; files of different builds are never read together."""

    def put(self, name: str, header: Mapping[str, Any], *blobs: bytes) -> None:
        """Write a file: a header, and bytes that it explains."""
        head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        raw = len(head).to_bytes(4, "little") + head + b"".join(blobs)
        text = base64.b64encode(zlib.compress(raw, 9)).decode("ascii")
        file = self.folder / f"{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'broadsheetSearch.take("{name}","{self.version}","{text}")\n', encoding="ascii", newline="\n")
