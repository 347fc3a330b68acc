"""What a record of a container states of its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.errors import Finding
from broadsheet.model import Item
from broadsheet.read.records import TEXTS, value_at
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.header.keyed import Entry
from broadsheet.recognise.header.keys import KEYS, field_of


def record_candidates(
    item: Item, fields: Mapping[str, str], order: str | None
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    """
    The fields that a record states; `fields` tells under which keys they stand, `order` is that of its dates.

    A field that `fields` does not name is taken from the keys of a header.
    """
    if not item.record:
        return (), ()
    from broadsheet.recognise.header.fields import stated_by  # with all that reads names and dates

    return stated_by(item.container, _entries(item, fields), "record", order)


def _entries(item: Item, fields: Mapping[str, str]) -> Iterator[Entry]:
    for field, name in fields.items():
        if field in KEYS and (value := _plain(value_at(item.record, name))) is not None:
            yield Entry(field, value, item.line, 0)
    keys = [str(key) for key in item.record if (stated := field_of(str(key))) and stated not in fields]
    for key in sorted(keys, key=lambda key: field_of(key) != key.casefold()):
        if key not in TEXTS and key not in fields.values() and (value := _plain(item.record[key])) is not None:
            yield Entry(key, value, item.line, 0)


def _plain(value: Any) -> Any:
    """A value as YAML would have it: text, or a list of texts; of an object with a name, the name."""
    if isinstance(value, list):
        return [str(_plain(part) or "") for part in value]
    if isinstance(value, dict):
        return _plain(value.get("name"))
    return value if value is None or isinstance(value, str) else str(value)
