"""Pages into a folder: only what changed is written, what is stale goes, what is not ours stays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.errors import BroadsheetError, Finding
from broadsheet.model import Page

MANIFEST = ".broadsheet.json"
"""Lists the pages that were written into a folder, with their checksums."""


@dataclass(slots=True)
class Written:
    """What writing into a folder did."""

    written: list[str] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def write_folder(pages: Iterable[Page], target: Path) -> Written:
    """
    Bring a folder to hold just these pages.

    A file that was not written by an earlier call is never overwritten nor removed, a page changed by hand neither;
    both are findings.  Raises `BroadsheetError` for a target that is a file, or a folder with other things in it.
    """
    known = _read_manifest(target)
    result, now = Written(), {}
    _write_manifest(target, known)  # so that an interrupted run can be taken up again
    for page in pages:
        data = page.text.encode("utf-8")
        file = _inside(target, page.path)
        if file is None or (file.exists() and page.path not in known and _sum(file) != _sum_of(data)):
            result.findings.append(Finding(page.path, 0, 0, "foreign-file"))
            continue
        now[page.path] = _sum_of(data)
        if not file.exists() or _sum(file) == known.get(page.path):
            _write_if_changed(file, data, page.path, result)
        elif _sum(file) == now[page.path]:
            result.unchanged += 1
        else:
            now[page.path] = known[page.path]
            result.findings.append(Finding(page.path, 0, 0, "edited-page"))
    for path in sorted(known.keys() - now.keys()):
        _remove(target, path, known[path], result, now)
    _write_manifest(target, now)
    return result


def _write_if_changed(file: Path, data: bytes, path: str, result: Written) -> None:
    if file.exists() and _sum(file) == _sum_of(data):
        result.unchanged += 1
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    result.written.append(path)


def _remove(target: Path, path: str, checksum: str, result: Written, now: dict[str, str]) -> None:
    """Remove a stale page, and the folders that it leaves empty."""
    file = _inside(target, path)
    if file is None or not file.is_file():
        return
    if _sum(file) != checksum:
        now[path] = checksum
        result.findings.append(Finding(path, 0, 0, "edited-page"))
        return
    file.unlink()
    result.removed.append(path)
    folder = file.parent
    while folder != target and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _inside(target: Path, path: str) -> Path | None:
    """The file of a page, unless a link would lead it out of the folder."""
    file = target / path
    return file if file.resolve().is_relative_to(target.resolve()) else None


def _read_manifest(target: Path) -> dict[str, str]:
    if target.exists() and not target.is_dir():
        raise BroadsheetError(f"{target} is a file", "name a folder for the pages")
    manifest = target / MANIFEST
    if not manifest.is_file():
        if target.is_dir() and any(target.iterdir()):
            raise BroadsheetError(
                f"{target} is not empty and was not written by Broadsheet", "name a new or an empty folder"
            )
        return {}
    try:
        pages = json.loads(manifest.read_text(encoding="utf-8"))["pages"]
        return {str(path): str(checksum) for path, checksum in pages.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BroadsheetError(f"{manifest} cannot be read", "name a new folder, or delete this one") from error


def _write_manifest(target: Path, pages: dict[str, str]) -> None:
    data = (json.dumps({"pages": dict(sorted(pages.items()))}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    manifest = target / MANIFEST
    if not manifest.exists() or manifest.read_bytes() != data:
        target.mkdir(parents=True, exist_ok=True)
        manifest.write_bytes(data)


def _sum(file: Path) -> str:
    return _sum_of(file.read_bytes()) if file.is_file() else ""


def _sum_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
