"""A source: one text file, as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.errors import Finding
from broadsheet.trace import Step


@dataclass(frozen=True, slots=True)
class Source:
    """One text file, decoded and mended, by lines."""

    path: str
    """Relative to the content folder, with `/`."""
    sha256: str
    """Of the bytes of the file, in hexadecimal."""
    encoding: str
    """The encoding that the bytes were read in, by Python's name."""
    decoded: tuple[str, ...]
    """The lines as decoded, before anything was mended."""
    lines: tuple[str, ...]
    """The lines that the article is made of; as many as `decoded`."""
    steps: tuple[Step, ...] = ()
    """What was mended: from `decoded` to `lines`."""
    findings: tuple[Finding, ...] = ()
