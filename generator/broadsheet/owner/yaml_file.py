"""One YAML file of the owner's: the fields it states, and what is wrong in it."""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from broadsheet.errors import Finding
from broadsheet.read.decode import decode
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.header.keyed import read_yaml
from broadsheet.recognise.header.keys import KEYS, field_of

ORDER = "date_order"
ORDERS = ("day-first", "month-first")
ALL = frozenset(KEYS.values())
_LARGEST = 100_000
"""Bytes; a larger file is no set of keys, and would take long to read."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a sidecar or a `_collection.yml` says."""

    candidates: tuple[Candidate, ...] = ()
    date_order: str | None = None
    findings: tuple[Finding, ...] = ()


def read_file(
    root: Path | zipfile.Path, path: str, rule: str, fields: Collection[str] = ALL, order: str | None = None
) -> YamlFile:
    """
    Read a file of keys, if it is there; `fields` are those that it may state, `order` is that of its dates.

    Whatever is wrong is a finding with file, line and column; the rest counts.
    """
    file = root / path
    try:
        if not file.is_file():
            return YamlFile()
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        return YamlFile(findings=(Finding(path, 0, 0, "unreadable-file", error.strerror or type(error).__name__),))
    return parse(path, data, rule, fields, order)


def parse(path: str, data: bytes, rule: str, fields: Collection[str] = ALL, order: str | None = None) -> YamlFile:
    """Read the keys of a file's bytes."""
    from broadsheet.recognise.header.fields import stated_by  # with all that reads names and dates

    decoded = decode(data)
    if decoded is None or len(data) > _LARGEST:
        return YamlFile(findings=(Finding(path, 0, 0, "broken-yaml", "not text" if decoded is None else "too large"),))
    entries, broken = read_yaml(path, decoded.text, "broken-yaml")
    findings = list(broken)
    for entry in entries:
        if entry.key == ORDER and entry.value in ORDERS:
            order = entry.value
        elif entry.key == ORDER:
            findings.append(Finding(path, entry.line, entry.column, "header-value", f"{ORDER}: {' or '.join(ORDERS)}"))
        elif field_of(entry.key) not in fields:
            findings.append(Finding(path, entry.line, 0, "unknown-key", entry.key))
    kept = [entry for entry in entries if field_of(entry.key) in fields]
    candidates, wrong = stated_by(path, kept, rule, order)
    return YamlFile(candidates, order, (*findings, *wrong))
