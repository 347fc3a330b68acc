"""Headers that state the metadata: YAML between `---`, or lines such as `Title: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from broadsheet.errors import Finding
from broadsheet.model import PartialDate
from broadsheet.recognise.candidate import Candidate, Value
from broadsheet.recognise.date import read_date
from broadsheet.recognise.names import split_names

_FIELDS = {
    "title": "title", "headline": "title", "subject": "title", "titel": "title", "titre": "title",
    "author": "authors", "authors": "authors", "by": "authors", "byline": "authors", "autor": "authors",
    "auteur": "authors",
    "date": "date", "published": "date", "created": "date", "datum": "date",
    "language": "language", "lang": "language",
    "description": "description", "summary": "description", "standfirst": "description", "abstract": "description",
    "tags": "topics", "topics": "topics", "keywords": "topics",
}  # fmt: skip
_KEY = re.compile(r"(?P<key>[^\W\d][\w -]{0,30}):(?:[ \t]+(?P<value>.*))?")
_MOST = 60
"""A header has fewer lines than this."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a source."""

    first: int
    last: int
    candidates: tuple[Candidate, ...]
    findings: tuple[Finding, ...] = ()


def read_header(path: str, lines: Sequence[str]) -> Header | None:
    """
    Read the header of a source, if it has a deliberate one.

    Left alone: a line between two dashed rules that is not of the form ``key: value``, a text that begins with
    ``Washington: …``.
    """
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    return _yaml(path, lines, start) or _fields(path, lines, start)


def _yaml(path: str, lines: Sequence[str], start: int) -> Header | None:
    if lines[start].rstrip() != "---":
        return None
    end = next((n for n in range(start + 1, min(start + _MOST, len(lines))) if lines[n].rstrip() in ("---", "...")), 0)
    inside = lines[start + 1 : end]
    keyed = [line for line in inside if line.strip() and not line.startswith((" ", "\t", "-", "#"))]
    known = sum(1 for line in keyed if (m := _KEY.match(line)) and m["key"].strip().casefold() in _FIELDS)
    if not known or known * 2 < len(keyed):
        return None
    try:
        values = yaml.load("\n".join(inside), Loader=yaml.BaseLoader)  # every value a string
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Header(start + 1, end + 1, (), (_broken(path, start, error),))
    if not isinstance(values, dict):
        return Header(start + 1, end + 1, (), (Finding(path, start + 2, 1, "broken-header", "no keys"),))
    places = {m["key"].strip(): n for n, line in enumerate(inside, start + 1) if (m := _KEY.match(line))}
    found = [(places.get(str(key), start), str(key), value) for key, value in values.items()]
    return _header(path, start, end, found, "header-yaml")


def _broken(path: str, start: int, error: Exception) -> Finding:
    mark = getattr(error, "problem_mark", None)
    detail = str(getattr(error, "problem", None) or error)
    return Finding(
        path, start + 2 + (mark.line if mark else 0), mark.column + 1 if mark else 0, "broken-header", detail
    )


def _fields(path: str, lines: Sequence[str], start: int) -> Header | None:
    """Lines of the form ``Key: value`` at the top, a title or author among them, ended by an empty line."""
    end = start
    found: list[tuple[int, str, str]] = []
    while end < min(start + _MOST, len(lines)) and lines[end].strip():
        if lines[end].startswith((" ", "\t")) and found:
            number, key, value = found[-1]
            found[-1] = (number, key, f"{value} {lines[end].strip()}")
        elif match := _KEY.fullmatch(lines[end].rstrip()):
            found.append((end, match["key"], (match["value"] or "").strip()))
        else:
            return None
        end += 1
    known = {_FIELDS[key] for _, name, value in found if value and (key := name.strip().casefold()) in _FIELDS}
    if "title" not in known or len(found) < 2 or len(known) < 2:
        return None
    return _header(path, start, end - 1, found, "header-fields")


def _header(path: str, start: int, end: int, values: Sequence[tuple[int, str, Any]], rule: str) -> Header:
    candidates, findings = [], []
    for number, key, given in values:
        field = _FIELDS.get(key.strip().casefold())
        if field is None or given in (None, "", []):
            continue
        value = _fitted(field, given)
        if value is None:
            findings.append(
                Finding(
                    path, number + 1, 0, "header-value", f"{key}: {given if isinstance(given, str) else 'a list'}"[:80]
                )
            )
        else:
            candidates.append(Candidate(field, value, start + 1, end + 1, rule, 1.0))
    return Header(start + 1, end + 1, tuple(candidates), tuple(findings))


def _fitted(field: str, given: Any) -> Value | None:
    """The value in the form of its field, or ``None``."""
    match field:
        case "date":
            return _date(given)
        case "authors" if isinstance(given, list) and all(isinstance(v, str) for v in given):
            return tuple(" ".join(v.split()) for v in given if v.strip()) or None
        case "authors" if isinstance(given, str):
            return split_names(given, by=False) or None
        case "topics" if isinstance(given, str):
            return tuple(part.strip() for part in re.split("[,;]", given) if part.strip()) or None
        case "topics" if isinstance(given, list):
            return tuple(dict.fromkeys(_texts(given))) or None
        case "title" | "language" | "description" if isinstance(given, str | int | float):
            return " ".join(str(given).split()) or None
    return None


def _texts(values: list[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str | int | float) and (text := " ".join(str(value).split())):
            yield text


def _date(given: Any) -> PartialDate | None:
    if not isinstance(given, str):
        return None
    text = given.strip()
    if exact := PartialDate.from_iso(text):
        return exact
    dated = read_date(text)
    return dated.date if dated and not any(c.isalnum() for c in dated.rest) else None
