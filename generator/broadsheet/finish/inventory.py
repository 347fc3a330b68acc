"""The inventory of a site: every file of it with its checksum, so that a copy can be verified."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from broadsheet.cache import Print
from broadsheet.finish.edition import Edition
from broadsheet.finish.walk import Files

INVENTORY = "manifest.json"
_VERSION = 1
_said = json.encoder.encode_basestring
"""A text in JSON, its letters as they are."""


def inventory(edition: Edition, files: Mapping[str, str]) -> None:
    """
    Write ``manifest.json``: the files of the site, and of each article the source that its page was made of.

    `files` are the checksums of them all.
    """
    sources = {
        edition.address(f"{entry.permalink}.md"): {"source": entry.article.path, "sha256": entry.article.sha256}
        for entry in edition.site.collection.entries
    }
    edition.add(INVENTORY, inventory_text(files, sources))


def inventory_text(files: Mapping[str, str], sources: Mapping[str, Mapping[str, str]]) -> str:
    """The inventory as JSON, a line for each file and each page, in their order."""
    sums = {path: _said(checksum) for path, checksum in files.items()}
    pages = {
        page: "{" + ", ".join([f"{_said(key)}: {_said(value)}" for key, value in source.items()]) + "}"
        for page, source in sources.items()
    }
    lines = [f'"version": {_VERSION}', _mapping("files", sums), _mapping("pages", pages)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _mapping(name: str, values: Mapping[str, str]) -> str:
    lines = [f"{_said(key)}: {value}" for key, value in sorted(values.items())]
    return f'"{name}": {{\n' + ",\n".join(lines) + "\n}"


def sums(files: Files, prints: Mapping[str, Print] = MappingProxyType({})) -> dict[str, str]:
    """
    The SHA-256 of the files of a site, but for the inventory and what is hidden, such as ``.git``.

    Of what was printed as it is there, the sum is known.
    """
    shown = ((path, entry) for path, entry in files.items() if path != INVENTORY and not path.startswith("."))
    return {path: _sum(entry, prints.get(path)) for path, entry in shown}


def _sum(entry: os.DirEntry[str], known: Print | None) -> str:
    if known and known.is_of(entry.stat()):
        return known.sum
    return hashlib.sha256(Path(entry).read_bytes()).hexdigest()
