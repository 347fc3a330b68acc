"""The owner's lists that concern the whole collection: files of YAML at the top of the content folder."""

from __future__ import annotations

from pathlib import Path

import yaml

from broadsheet.errors import Finding
from broadsheet.read.decode import decode
from broadsheet.recognise.header.keyed import mapping_of

_LARGEST = 1_000_000
"""Bytes; of some ten thousand names."""


def read_list(root: Path, name: str) -> tuple[yaml.MappingNode | None, list[Finding]]:
    """Read a list, if there is one; whatever is wrong is a finding with line and column."""
    file = root / name
    try:
        if not file.is_file():
            return None, []
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        return None, [Finding(name, 0, 0, "unreadable-file", error.strerror or type(error).__name__)]
    decoded = decode(data)
    if decoded is None or len(data) > _LARGEST:
        return None, [Finding(name, 0, 0, "broken-yaml", "not text" if decoded is None else "too large")]
    return mapping_of(name, decoded.text, "broken-yaml")
