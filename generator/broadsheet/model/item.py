"""An item: what one article is to be read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the content folder, or what a container holds for one article."""

    path: str
    """Of the article, relative to the content folder, with `/`: of a record ``archive.jsonl/000012``."""
    container: str = ""
    """The file that holds it, where it has none of its own."""
    line: int = 0
    """Of a record: the line of its container on which it begins."""
    data: bytes | None = None
    """Its bytes; ``None`` where they are those of its own file, which is read when it is its turn."""
    record: Mapping[str, Any] = field(default_factory=dict)
    """Of a record: all its keys and values."""
    sidecar: bytes | None = None
    """Of a member of a zip file: the bytes of its sidecar, if it has one."""

    @property
    def shown(self) -> str:
        """What stands as the source on its page: its file's name, or its place from its container's name on."""
        above = self.container.rpartition("/")[0]
        if self.container:
            return self.path[len(above) + 1 :] if above else self.path
        return self.path.rpartition("/")[2]
