"""The inventory of a site: every file of it with its checksum, so that a copy can be verified."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from broadsheet.finish.edition import Edition

INVENTORY = "manifest.json"
_VERSION = 1


def inventory(edition: Edition) -> None:
    """Write ``manifest.json``: the files of the site, and of each article the source that its page was made of."""
    sources = {
        edition.address(f"{entry.permalink}.md"): {"source": entry.article.path, "sha256": entry.article.sha256}
        for entry in edition.site.collection.entries
    }
    edition.add(INVENTORY, inventory_text(dict(sums(edition.folder)), sources))


def inventory_text(files: dict[str, str], sources: dict[str, Any]) -> str:
    """The inventory as JSON, a line for each file and each page, in their order."""
    lines = [f'"version": {_VERSION}', _mapping("files", files), _mapping("pages", sources)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _mapping(name: str, values: dict[str, Any]) -> str:
    pairs = (
        f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}" for k, v in sorted(values.items())
    )
    return f'"{name}": {{\n' + ",\n".join(pairs) + "\n}"


def sums(folder: Path) -> Iterator[tuple[str, str]]:
    """The files below a folder with their SHA-256, but for the inventory and what is hidden, such as ``.git``."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if file.is_file() and path.as_posix() != INVENTORY and not path.parts[0].startswith("."):
            yield path.as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()
