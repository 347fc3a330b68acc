"""Sidecars: `flood.yml` beside `flood.txt` says what is so of that article."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from broadsheet.owner.yaml_file import YamlFile, read_file


def sidecar_of(path: str) -> str:
    """
    Where the sidecar of an article lies, if it has one.

    >>> sidecar_of("1987/the.flood.txt")
    '1987/the.flood.yml'
    """
    return str(PurePosixPath(path).with_suffix(".yml"))


def read_sidecar(root: Path, path: str, order: str | None = None) -> YamlFile:
    """What the sidecar of an article says."""
    return read_file(root, sidecar_of(path), "sidecar", order=order)
