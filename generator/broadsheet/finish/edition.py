"""A site whose pages stand in a folder, with what the steps after the build need to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadsheet.options import Options
from broadsheet.pipeline import Site


@dataclass(frozen=True, slots=True)
class Edition:
    """One built site."""

    site: Site
    """The collection and the pages that were made of it."""
    folder: Path
    """Where the built pages stand; each step adds its files here."""
    options: Options
    name: str
    """Of the site, as its masthead says it."""
    url: str
    """Where the site will stand, with a slash at the end; empty where the owner has not said."""
    language: str
    """Of the interface (BCP 47)."""
    cache: Path | None = None
    """A folder for what the next build may need again, safe to remove; ``None`` keeps nothing."""
    description: str = ""
    copyright: str = ""
