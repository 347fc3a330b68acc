"""Sidecars: `flood.yml` beside `flood.txt` says what is so of that article."""

from __future__ import annotations

from pathlib import Path

from broadsheet.owner.yaml_file import YamlFile, read_file


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
    """What the sidecar of an article says."""
    return read_file(root, sidecar_of(path), "sidecar", order=order)
