"""The inventory of a site: every file of it with its checksum, so that a copy can be verified."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from broadsheet.cache import Print
from broadsheet.finish.edition import Edition
from broadsheet.finish.walk import files_below

INVENTORY = "manifest.json"
_VERSION = 1


def inventory(edition: Edition) -> None:
    """Write ``manifest.json``: the files of the site, and of each article the source that its page was made of."""
    sources = {
        edition.address(f"{entry.permalink}.md"): {"source": entry.article.path, "sha256": entry.article.sha256}
        for entry in edition.site.collection.entries
    }
    edition.add(INVENTORY, inventory_text(dict(sums(edition.folder, edition.prints)), sources))


def inventory_text(files: dict[str, str], sources: dict[str, Any]) -> str:
    """The inventory as JSON, a line for each file and each page, in their order."""
    lines = [f'"version": {_VERSION}', _mapping("files", files), _mapping("pages", sources)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _mapping(name: str, values: dict[str, Any]) -> str:
    pairs = (
        f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}" for k, v in sorted(values.items())
    )
    return f'"{name}": {{\n' + ",\n".join(pairs) + "\n}"


def sums(folder: Path, prints: Mapping[str, Print] = MappingProxyType({})) -> Iterator[tuple[str, str]]:
    """
    The files below a folder with their SHA-256, but for the inventory and what is hidden, such as ``.git``.

    Of what was printed as it is there, the sum is known.
    """
    for path, entry in sorted(files_below(folder), key=itemgetter(0)):
        if path != INVENTORY and not path.startswith("."):
            known = prints.get(path)
            there = known and known.is_of(entry.stat())
            yield path, known.sum if known and there else hashlib.sha256(Path(entry).read_bytes()).hexdigest()
