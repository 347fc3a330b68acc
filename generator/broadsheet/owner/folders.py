"""Folder defaults: what `_collection.yml` says for the articles in its folder and below."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from broadsheet.options import Options
from broadsheet.owner.yaml_file import YamlFile, read_file
from broadsheet.read.members import member_paths

NAME = "_collection.yml"
FIELDS = frozenset(("authors", "date", "language", "place", "agencies", "publication", "topics", "series"))
"""What a folder may say; a title and a description belong to one article."""


def read_folders(root: Path | zipfile.Path, paths: Iterable[str]) -> dict[str, YamlFile]:
    """The defaults of each folder that holds one of these articles and states any, by path; the top one is ``""``."""
    holding = {path.rpartition("/")[0] for path in paths}
    held = {above for folder in holding for above in (folder, *above_of(folder))}
    found: dict[str, YamlFile] = {}
    for folder in sorted(held):
        order = next((found[above].date_order for above in above_of(folder) if above in found), None)
        said = read_file(root, f"{folder}/{NAME}" if folder else NAME, "folder-default", FIELDS, order)
        if said != YamlFile():
            found[folder] = said
    return found


def zip_folders(root: Path, path: str, options: Options) -> dict[str, YamlFile]:
    """The defaults of the folders inside a zip file, by their paths from the content folder."""
    try:
        with zipfile.ZipFile(root / path) as archive:
            inside = read_folders(zipfile.Path(archive), member_paths(archive, options))
    except (OSError, zipfile.BadZipFile):
        return {}  # reading its members will report it
    return {f"{path}/{folder}" if folder else path: _moved(said, path) for folder, said in inside.items()}


def _moved(said: YamlFile, above: str) -> YamlFile:
    """What a file says, with the place of that file from above."""
    candidates = tuple(candidate._replace(where=f"{above}/{candidate.where}") for candidate in said.candidates)
    findings = tuple(replace(finding, path=f"{above}/{finding.path}") for finding in said.findings)
    return YamlFile(candidates, said.date_order, findings)


def above_of(path: str) -> list[str]:
    """
    The folders that hold a path, the nearest first.

    >>> above_of("1987/05/flood.txt")
    ['1987/05', '1987', '']
    """
    folders = [path] if path else []
    while folders and folders[-1]:
        folders.append(folders[-1].rpartition("/")[0])
    return folders[1:]
