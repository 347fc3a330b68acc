"""The collection as a table: the records of JSONL, a row for each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from broadsheet.errors import BroadsheetError
from broadsheet.model import Collection
from broadsheet.write.data.columns import COLUMNS
from broadsheet.write.data.jsonl import records

_ROWS = 1000
"""Of one group in Parquet: so many are in memory at once."""


def table_csv(collection: Collection) -> Iterator[bytes]:
    """Write CSV (RFC 4180, UTF-8); lists are JSON in their cells, and what is not known is empty."""
    line = io.StringIO()
    write = csv.writer(line)
    write.writerow(COLUMNS)
    for record in records(collection):
        write.writerow(map(_cell, record.values()))
        yield line.getvalue().encode("utf-8")
        line.seek(0)
        line.truncate()
    yield line.getvalue().encode("utf-8")


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def table_parquet(collection: Collection) -> Iterator[bytes]:
    """Write Parquet, with lists and pieces as such; raises `BroadsheetError` where pyarrow is not installed."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise BroadsheetError("Parquet needs pyarrow", 'install it: pip install "broadsheet[parquet]"') from error
    text, texts = arrow.string(), arrow.list_(arrow.string())
    piece = arrow.struct([("kind", text), ("text", text), ("links", texts), ("marker", text)])
    change = arrow.struct([("rule", text), ("before", text), ("after", text)])
    special = {"front": arrow.list_(piece), "body": arrow.list_(piece), "aside": arrow.list_(piece)}
    special |= {"authors": texts, "agencies": texts, "topics": texts, "changed": arrow.list_(change)}
    schema = arrow.schema([(name, special.get(name, text)) for name in COLUMNS])
    schema = schema.set(schema.get_field_index("words"), arrow.field("words", arrow.int64()))
    sink = _Sink()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for rows in _grouped(records(collection)):
            writer.write_table(arrow.Table.from_pylist(rows, schema))
            yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """What is written, handed on piece by piece."""

    def __init__(self) -> None:
        self._pieces, self._at = list[bytes](), 0

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Keep a piece."""
        self._pieces.append(bytes(data))
        self._at += len(self._pieces[-1])
        return len(self._pieces[-1])

    def tell(self) -> int:
        """How much was written in all."""
        return self._at

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


def _grouped(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    for row in rows:
        group.append(row)
        if len(group) == _ROWS:
            yield group
            group = []
    if group:
        yield group
