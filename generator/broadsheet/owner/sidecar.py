"""Sidecars: `flood.yml` beside `flood.txt` says what is so of that article."""

from __future__ import annotations

import os
from pathlib import Path

from broadsheet.owner.yaml_file import YamlFile, read_file

SILENT = YamlFile()
"""What is said by a file that is not there."""


def sidecar_of(path: str) -> str:
    """
    Where the sidecar of an article lies, if it has one.

    >>> sidecar_of("1987/the.flood.txt")
    '1987/the.flood.yml'
    """
    folder, slash, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    return f"{folder}{slash}{stem if stem and ending else name}.yml"


def read_sidecar(root: Path, path: str, order: str | None = None) -> YamlFile:
    """What the sidecar of an article says, if it has one; most have none, and a `Path` costs more than a look."""
    beside = sidecar_of(path)
    there = os.access(f"{root}/{beside}", os.F_OK)
    return read_file(root, beside, "sidecar", order=order) if there else SILENT
