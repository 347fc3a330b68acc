"""The last preview: what ``serve`` showed before an edit, kept beside its folder, so that most of it is shown again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from broadsheet.cache import Print, Standing, keep_prints

_SITE, _NOTE, _NEW = "site", "note", "note-new"


def set_aside(site: Path) -> Standing | None:
    """
    Move the last preview out of the way of MkDocs, which empties the folder; ``None`` where this is no preview.

    If the last build did not end well, the one before it stays the last.
    """
    if not _is_preview(site):
        return None
    last = _last(site)
    if (last / _NEW).is_dir() and site.is_dir():
        shutil.rmtree(last / _SITE, ignore_errors=True)
        shutil.rmtree(last / _NOTE, ignore_errors=True)
        site.rename(last / _SITE)
        site.mkdir()
        (last / _NEW).rename(last / _NOTE)
    return Standing.of(last / _SITE, last / _NOTE)


def keep(site: Path, prints: Mapping[str, Print]) -> None:
    """Note what a preview shows, once it is whole."""
    if _is_preview(site):
        keep_prints(_last(site) / _NEW, prints)


def clear(site: Path) -> None:
    """Remove what was kept; nobody looks at it any more."""
    if _is_preview(site):
        shutil.rmtree(_last(site), ignore_errors=True)


def _last(site: Path) -> Path:
    return site.with_name(f"{site.name}-last")


def _is_preview(site: Path) -> bool:
    """Whether MkDocs has made the folder for nothing else; in any other, nothing is moved."""
    return site.name.startswith("mkdocs_") and site.parent.resolve() == Path(tempfile.gettempdir()).resolve()
