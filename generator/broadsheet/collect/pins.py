"""The owner's pins: the articles that the front page begins with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from broadsheet.errors import Finding
from broadsheet.model import Entry


def pins(names: Sequence[str], entries: Iterable[Entry]) -> tuple[tuple[str, ...], list[Finding]]:
    """The paths of the articles that are named by path or URL, in the order given, and the names of none."""
    if not names:
        return (), []
    known = {name: entry.article.path for entry in entries for name in (entry.url, entry.article.path)}
    found = dict.fromkeys(known[name] for name in names if name in known)
    return tuple(found), [Finding("", 0, 0, "unknown-pin", name) for name in names if name not in known]
