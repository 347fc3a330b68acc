"""A page: one Markdown file of the output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol


class Writing(Protocol):
    """What stands in a page."""

    @property
    def front(self) -> Mapping[str, Any]:
        """The values of its front matter, as they are read back."""

    @property
    def body(self) -> str:
        """The Markdown below."""

    @property
    def text(self) -> str:
        """The whole file: UTF-8, LF, one newline at the end."""


@dataclass(frozen=True, slots=True)
class Page:
    """One front-mattered Markdown file."""

    path: str
    """Relative to the output folder, with `/`, ending in ``.md``."""
    write: Callable[[], Writing]
    """Writes what stands in it; called where and when it is needed, since all pages at once would fill the memory."""
    source: str | None = None
    """The article it was made of, relative to the content folder; ``None`` for a listing."""
    file: str | None = None
    """The article's file, relative to the content folder; ``None`` where it has none of its own."""
    key: bytes = b""
    """A checksum of all that stands in it; empty where only its text tells."""
    signpost: bool = False
    """Whether it only stands where an article was; it is in no list, no search and no sitemap."""

    @property
    def text(self) -> str:
        """The whole file."""
        return self.write().text
