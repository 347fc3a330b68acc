"""The fields that a header, a sidecar or a record states: by which keys, and in which form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from broadsheet.errors import Finding
from broadsheet.model import NO_SERIES, PartialDate
from broadsheet.recognise.bylines.name_parts import split_names
from broadsheet.recognise.bylines.names import is_institution
from broadsheet.recognise.candidate import Candidate, Value
from broadsheet.recognise.dates.date import read_date
from broadsheet.recognise.header.keyed import Entry
from broadsheet.recognise.header.keys import field_of

_MERGED = frozenset(("authors", "agencies", "topics"))
"""Fields of which several keys, or lines of one key, give one list."""
_BYLINES = frozenset(("by", "byline"))
_BY = re.compile(r"(?:written\s+)?by:?\s+(?=\S)", re.IGNORECASE)
_SEVERAL = re.compile(r"[،&|]|\s(?:and|und|et|y|en|och|og)\s")
"""What parts names besides a comma."""
_LONGEST = 4000
"""A longer list of authors is not one."""
_PART = re.compile(r"0*[1-9]\d{0,3}", re.ASCII)
_NONE = frozenset(("uncategorized", "uncategorised", "allgemein", "non classé", "sin categoría"))
"""What blog programs write where no category was chosen."""
_SHOWN = 80
"""Characters of a value that a finding shows."""


def fitted(key: str, given: Any, order: str | None = None) -> Value | None:
    """
    The value that a key gives its field, in the field's form; ``None`` if it has not got that form.

    >>> fitted("author", "Lovelace, Ada"), fitted("author", "Ada Lovelace, Charles Babbage")
    (('Lovelace, Ada',), ('Ada Lovelace', 'Charles Babbage'))
    """
    match field_of(key):
        case "date":
            return date_of(given, order)
        case "authors" if isinstance(given, list) and all(isinstance(v, str) for v in given):
            return tuple(dict.fromkeys(_texts(given))) or None
        case "authors" if isinstance(given, str) and len(given) <= _LONGEST:
            return authors_of(given, byline=key.strip().casefold() in _BYLINES) or None
        case "topics" | "agencies" if isinstance(given, str):
            return _words(re.split("[,;]", given))
        case "topics" | "agencies" if isinstance(given, list):
            return _words(given)
        case "title" | "language" | "place" | "publication" | "description" if isinstance(given, str | int | float):
            return " ".join(str(given).split()) or None
        case "series" if isinstance(given, str) and (name := " ".join(given.split())):
            return NO_SERIES if name.casefold() == NO_SERIES else name
        case "part" if isinstance(given, str) and _PART.fullmatch(given.strip()):
            return int(given)
    return None


def authors_of(text: str, *, byline: bool = False) -> tuple[str, ...]:
    """
    The names of a field that is said to hold authors; `byline`: whether it may begin with "By" in any language.

    Semicolons part authors.  One comma parts surname and given name, unless both sides are full names, or one is a
    desk or an abbreviation.
    """
    bare = " ".join(_BY.sub("", text, count=1).split() if _BY.match(text) else text.split())
    if ";" in bare:
        return tuple(dict.fromkeys(name for part in bare.split(";") for name in authors_of(part, byline=byline)))
    if bare.count(",") == 1 and not _SEVERAL.search(bare) and "@" not in bare:
        sides = [side.strip() for side in bare.split(",")]
        person = all(sides) and not any(is_institution(side) or side.isupper() for side in sides)
        if person and any(len(side.split()) == 1 for side in sides):
            return (", ".join(sides),)
    return split_names(bare, by=byline)


def stated_by(
    path: str, entries: Iterable[Entry], rule: str, order: str | None = None
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    """The fields that entries of a file state, and a finding for each value that is not of its key's form."""
    candidates, findings = [], []
    for entry in entries:
        field = field_of(entry.key)
        if field is None or entry.value in ("", []):
            continue
        value = fitted(entry.key, entry.value, order)
        if value is None:
            given = entry.value if isinstance(entry.value, str) else "a list" if entry.value else "a mapping"
            detail = f"{entry.key}: {given}"[:_SHOWN]
            findings.append(Finding(path, entry.line, entry.column, "header-value", detail))
        else:
            candidates.append(Candidate(field, value, 0, 0, rule, 1.0, where=f"{path}:{entry.line}"))
    return merged(candidates), tuple(findings)


def merged(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate for each field: authors and topics together, of other fields the first."""
    found: dict[str, Candidate] = {}
    for new in candidates:
        old = found.setdefault(new.field, new)
        if old is not new and new.field in _MERGED and isinstance(old.value, tuple) and isinstance(new.value, tuple):
            value = tuple(dict.fromkeys((*old.value, *new.value)))
            found[new.field] = old._replace(value=value)
    return tuple(found.values())


def date_of(given: Any, order: str | None = None) -> PartialDate | None:
    """The date of a text that is nothing but one."""
    if not isinstance(given, str):
        return None
    text = given.strip()
    if exact := PartialDate.from_iso(text):
        return exact
    dated = read_date(text, order)
    return dated.date if dated and not any(c.isalnum() for c in dated.rest) else None


def _words(given: Iterable[Any]) -> tuple[str, ...] | None:
    """A list without what says that it is empty."""
    return tuple(text for text in dict.fromkeys(_texts(given)) if text.casefold() not in _NONE) or None


def _texts(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str | int | float) and (text := " ".join(str(value).split())):
            yield text
