"""A page: one Markdown file of the output."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One front-mattered Markdown file."""

    path: str
    """Relative to the output folder, with `/`, ending in ``.md``."""
    text: str
    """The whole file: UTF-8, LF, one newline at the end."""
    source: str | None = None
    """The article it was made of, relative to the content folder; ``None`` for a listing."""
    file: str | None = None
    """The article's file, relative to the content folder; ``None`` where it has none of its own."""
    signpost: bool = False
    """Whether it only stands where an article was; it is in no list, no search and no sitemap."""
