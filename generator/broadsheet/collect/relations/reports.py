"""Findings about copies and series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from broadsheet.errors import Finding
from broadsheet.model.copies import Copy
from broadsheet.model.links import Series


def reported(found: Mapping[str, Copy]) -> Iterable[Finding]:
    """A finding for each later copy."""
    for path, copy in found.items():
        if copy.share == 1:
            yield Finding(path, 0, 0, "duplicate", f"as {copy.first}")
        else:
            yield Finding(path, 0, 0, "near-duplicate", f"{copy.share:.0%} as {copy.first}")


def same_parts(found: Iterable[Series]) -> Iterator[Finding]:
    """A finding for each part that has the number of the one before it."""
    for series in found:
        for before, part in pairwise(series.parts):
            if part.number == before.number:
                detail = f"{part.number} of {series.name}, as {before.path}"
                yield Finding(part.path, 0, 0, "same-part", detail)
