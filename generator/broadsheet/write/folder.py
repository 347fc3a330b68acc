"""Pages into a folder: only what changed is written, what is stale goes, what is not ours stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.errors import Finding
from broadsheet.model import Page
from broadsheet.write.manifest import (
    MANIFEST,
    Manifest,
    checksum_of,
    read_manifest,
    write_inside,
    write_manifest,
)

__all__ = ["MANIFEST", "Written", "write_folder"]


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
    both are findings.  A call that is cut short, at any point, can be taken up by another, with other pages too.
    Raises `BroadsheetError` for a target that is a file, or a folder with other things in it.
    """
    known = read_manifest(target)
    result, kept, wanted = Written(), dict[str, str](), dict[str, str]()
    waiting: list[tuple[Path, str, bytes]] = []
    for page in pages:
        data = page.text.encode("utf-8")
        checksum = checksum_of(data)
        file = _inside(target, page.path)
        there = _sum(file) if file else None
        if file is None or (there is not None and there != checksum and page.path not in known.paths):
            result.findings.append(Finding(page.path, 0, 0, "foreign-file"))
        elif there == checksum:
            kept[page.path] = checksum
            result.unchanged += 1
        elif there is None or known.wrote(page.path, there):
            wanted[page.path] = checksum
            waiting.append((file, page.path, data))
        else:
            kept[page.path] = known.pages.get(page.path) or known.pending[page.path]
            result.findings.append(Finding(page.path, 0, 0, "edited-page"))
    stale = sorted(known.paths - kept.keys() - wanted.keys())
    if waiting:
        write_manifest(target, Manifest({**known.pending, **known.pages, **kept}, wanted))
    for file, path, data in waiting:
        write_inside(target, file, data)
        result.written.append(path)
    for path in stale:
        _remove(target, path, known, result, kept)
    write_manifest(target, Manifest(kept | wanted))
    return result


def _remove(target: Path, path: str, known: Manifest, result: Written, kept: dict[str, str]) -> None:
    """Remove a stale page, and the folders that it leaves empty."""
    file = _inside(target, path)
    there = _sum(file) if file and file.is_file() else None
    if file is None or there is None:
        return
    if not known.wrote(path, there):
        kept[path] = known.pages.get(path) or known.pending[path]
        result.findings.append(Finding(path, 0, 0, "edited-page"))
        return
    file.unlink()
    result.removed.append(path)
    folder = file.parent
    while folder != target and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _inside(target: Path, path: str) -> Path | None:
    """The file of a page, unless a link would lead it out of the folder, or a file stands where its folder would."""
    file = target / path
    if not file.resolve().is_relative_to(target.resolve()):
        return None
    folder = next(parent for parent in file.parents if parent == target or parent.exists())
    return file if folder == target or folder.is_dir() else None


def _sum(file: Path) -> str | None:
    """The checksum of a file; ``None`` where nothing is, nothing where something else is."""
    if file.is_file():
        return checksum_of(file.read_bytes())
    return "" if file.exists() or file.is_symlink() else None
