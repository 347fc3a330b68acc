"""The forms of the collection as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from broadsheet.model import Collection
from broadsheet.write.citations import FORMS as CITATIONS
from broadsheet.write.citations import Imprint, reference_of
from broadsheet.write.data.jsonl import jsonl
from broadsheet.write.data.table import table_csv, table_parquet

Write = Callable[[Collection, Imprint], Iterator[bytes]]
"""One file of a collection, in pieces."""


@dataclass(frozen=True, slots=True)
class Form:
    """One of them."""

    file: str
    """What the file is called in a package."""
    format: str
    type: str
    """Its media type."""
    write: Write
    is_table: bool = False
    """Whether it has the columns of the records."""


def _records(write: Callable[[Collection], Iterator[bytes]]) -> Write:
    return lambda collection, _: write(collection)


def _citations(name: str) -> Write:
    def write(collection: Collection, imprint: Imprint) -> Iterator[bytes]:
        references = (reference_of(entry, imprint) for entry in collection.entries)
        return (piece.encode("utf-8") for piece in CITATIONS[name].write(references))

    return write


FORMS: Mapping[str, Form] = {
    "jsonl": Form("articles.jsonl", "jsonl", "application/jsonl", _records(jsonl), is_table=True),
    "csv": Form("articles.csv", "csv", "text/csv", _records(table_csv), is_table=True),
    "parquet": Form(
        "articles.parquet", "parquet", "application/vnd.apache.parquet", _records(table_parquet), is_table=True
    ),
    **{name: Form(f"articles{form.ending}", name, form.type, _citations(name)) for name, form in CITATIONS.items()},
}
"""By the name that options call them."""
