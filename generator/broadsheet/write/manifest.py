"""The manifest: which pages of a folder are ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.errors import BroadsheetError
from broadsheet.write.whole import write_whole

MANIFEST = ".broadsheet.json"
"""Lists the pages that were written into a folder, with their checksums."""
_UNFINISHED = ".broadsheet.new"
"""Where a file is written before it takes its place; what a killed run left there is written over."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The checksums of pages, by path."""

    pages: Mapping[str, str] = field(default_factory=dict)
    """Of those that the last whole run left in the folder."""
    pending: Mapping[str, str] = field(default_factory=dict)
    """Of those that a run was about to write; where it was cut short, each of them is there or is not."""

    @property
    def paths(self) -> set[str]:
        """The paths of all pages that may be ours."""
        return {*self.pages, *self.pending}

    def wrote(self, path: str, checksum: str) -> bool:
        """Whether a file with this checksum is one that we wrote there."""
        return checksum in (self.pages.get(path), self.pending.get(path))


def read_manifest(target: Path) -> Manifest:
    """Read the manifest of a folder; raises `BroadsheetError` where the folder has none and is not empty."""
    if target.exists() and not target.is_dir():
        raise BroadsheetError(f"{target} is a file", "name a folder for the pages")
    file = target / MANIFEST
    if not file.is_file():
        if target.is_dir() and any(entry.name != _UNFINISHED for entry in target.iterdir()):
            raise BroadsheetError(
                f"{target} is not empty and was not written by Broadsheet", "name a new or an empty folder"
            )
        return Manifest()
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        parts = (data["pages"], data.get("pending", {}))
        return Manifest(*({str(path): str(checksum) for path, checksum in part.items()} for part in parts))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BroadsheetError(f"{file} cannot be read", "name a new folder, or delete this one") from error


def write_manifest(target: Path, manifest: Manifest) -> None:
    """Write the manifest of a folder, if it changed."""
    parts = {"pages": manifest.pages, "pending": manifest.pending}
    shown = {name: dict(sorted(part.items())) for name, part in parts.items() if part or name == "pages"}
    data = (json.dumps(shown, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    file = target / MANIFEST
    if not file.exists() or file.read_bytes() != data:
        write_inside(target, file, data)


def write_inside(target: Path, file: Path, data: bytes) -> None:
    """Write a file of a folder, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, [data], target / _UNFINISHED)


def checksum_of(data: bytes) -> str:
    """The checksum that manifests have."""
    return hashlib.sha256(data).hexdigest()
