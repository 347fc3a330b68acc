"""Records: the lines of a JSON Lines file, the rows of a CSV, each an article."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from broadsheet.errors import Finding
from broadsheet.model import Item
from broadsheet.options import Options
from broadsheet.read.decode import decode

TEXTS = ("text", "body", "content")
"""Keys that hold the text, if the option `fields` names none."""
_SAMPLE = 1_000_000
"""Bytes by which the encoding of a CSV is told."""
_ESCAPED = 6
"""A letter may take so many bytes in JSON (``\\u00e9``)."""
_DELIMITERS = ",;\t|"


def json_records(stream: BinaryIO, path: str, options: Options) -> Iterator[Item | Finding]:
    """The records of a JSON Lines file; a line that is too long is passed over without being kept in memory."""
    most = int(options.max_megabytes * 1_000_000) * _ESCAPED
    make, number = _Maker(path, options), 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) > most and not line.endswith(b"\n"):
            while (more := stream.readline(most)) and not more.endswith(b"\n"):
                pass
            yield Finding(path, number, 0, "large-file", f"over {options.max_megabytes:g} MB")
            continue
        if not line.strip():
            continue
        try:
            record = json.loads(line.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n"))
        except (ValueError, RecursionError) as error:
            detail = getattr(error, "msg", None) or "not UTF-8, or nested too deeply"
            yield Finding(path, number, getattr(error, "colno", 0), "bad-record", detail)
            continue
        yield make(record, number)


def csv_records(file: Path, path: str, options: Options) -> Iterator[Item | Finding]:
    """The rows of a CSV below its first line, which names the columns; parted by commas, semicolons, tabs or bars."""
    make = _Maker(path, options)
    with file.open("rb") as stream:
        sample = stream.read(_SAMPLE)
    whole = sample if len(sample) < _SAMPLE else sample[: sample.rfind(b"\n") + 1]
    decoded = decode(whole)
    if decoded is None:
        yield Finding(path, 0, 0, "binary-file" if whole else "empty-file")
        return
    if not decoded.stated:
        yield Finding(path, 0, 0, "assumed-encoding", decoded.encoding)
    head = decoded.text.split("\n", 1)[0]
    csv.field_size_limit(max(csv.field_size_limit(), int(options.max_megabytes * 1_000_000)))
    with file.open(encoding=decoded.encoding, errors="replace", newline="") as text:
        reader = csv.reader(text, delimiter=max(_DELIMITERS, key=head.count))
        try:
            columns = [name.strip() for name in next(reader, [])]
            line = reader.line_num + 1
            for cells in reader:
                if len(cells) > len(columns):
                    yield Finding(path, line, 0, "bad-record", f"{len(cells)} cells for {len(columns)} columns")
                elif any(cells):
                    yield make({name: cell for name, cell in zip(columns, cells, strict=False) if cell}, line)
                line = reader.line_num + 1
        except csv.Error as error:
            yield Finding(path, reader.line_num, 0, "broken-container", str(error))


class _Maker:
    """Makes items of records; knows which ids were used."""

    def __init__(self, path: str, options: Options) -> None:
        self._path, self._fields = path, options.fields
        self._used: set[str] = set()

    def __call__(self, record: Any, line: int) -> Item | Finding:
        """The item of a record, or why it gives none."""
        if not isinstance(record, dict):
            return Finding(self._path, line, 0, "bad-record", "not an object with keys")
        text = self._text(record)
        if text is None:
            wanted = self._fields.get("text") or ", ".join(TEXTS)
            return Finding(self._path, line, 0, "bad-record", f"no text under {wanted}")
        data = text.encode("utf-8", "replace")
        return Item(f"{self._path}/{self._name(record, line)}", self._path, line, data, record)

    def _text(self, record: Mapping[str, Any]) -> str | None:
        names = [self._fields["text"]] if "text" in self._fields else TEXTS
        found = next((value for name in names if (value := value_at(record, name)) is not None), None)
        if isinstance(found, list) and found and all(isinstance(part, str) for part in found):
            found = "\n\n".join(found)
        return found if isinstance(found, str) else None

    def _name(self, record: Mapping[str, Any], line: int) -> str:
        """The record's id, if the option `fields` says where it stands and no other record has it; else its line."""
        given = value_at(record, self._fields["id"]) if "id" in self._fields else None
        name = "-".join(str(given).split()) if isinstance(given, str | int) else ""
        if name and name not in self._used:
            self._used.add(name)
            return name
        return f"{name}-{line:06}" if name else f"{line:06}"


def value_at(record: Mapping[str, Any], name: str) -> Any:
    """
    The value of a key; of one inside another, with a full stop between them.

    >>> value_at({"meta": {"title": "Gas"}}, "meta.title")
    'Gas'
    """
    if name in record:
        return record[name]
    first, _, rest = name.partition(".")
    inside = record.get(first)
    return value_at(inside, rest) if rest and isinstance(inside, dict) else None
