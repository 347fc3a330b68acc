"""A data package (Frictionless): data files, and a file that says what they hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from broadsheet.collect.index.slug import slug
from broadsheet.model import Collection
from broadsheet.write.citations import Imprint
from broadsheet.write.data.columns import schema
from broadsheet.write.data.forms import FORMS, Form
from broadsheet.write.whole import write_whole

DESCRIPTION = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


class _Counted:
    """Pieces of a file, counted and summed up on their way."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self.bytes, self._sum = pieces, 0, hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.bytes += len(piece)
            self._sum.update(piece)
            yield piece

    @property
    def hash(self) -> str:
        return f"sha256:{self._sum.hexdigest()}"


def write_package(
    folder: Path, forms: Sequence[str], collection: Collection, imprint: Imprint, description: str = ""
) -> None:
    """Write the collection in some forms into a folder, each with its size and SHA-256 in ``datapackage.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for name in forms:
        form = FORMS[name]
        pieces = _Counted(form.write(collection, imprint))
        write_whole(folder / form.file, pieces)
        resources.append(_resource(name, form, pieces))
    package = {
        "$schema": _PROFILE,
        "name": slug(imprint.name),
        "title": imprint.name,
        "description": description,
        "homepage": imprint.url,
        "resources": resources,
    }
    kept = {key: value for key, value in package.items() if value}
    write_whole(folder / DESCRIPTION, [(json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode("utf-8")])


def _resource(name: str, form: Form, pieces: _Counted) -> dict[str, Any]:
    said = {
        "name": f"articles-{name}",
        "path": form.file,
        "format": form.format,
        "mediatype": form.type,
        "bytes": pieces.bytes,
        "hash": pieces.hash,
    }
    if form.format != "parquet":
        said["encoding"] = "utf-8"
    return said | ({"type": "table", "schema": schema()} if form.is_table else {})
