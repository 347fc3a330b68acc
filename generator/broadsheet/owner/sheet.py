"""The review sheet as a file: a CSV that a spreadsheet program may have saved in its own way."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.errors import BroadsheetError, Finding
from broadsheet.owner.cells import unguarded
from broadsheet.read.decode import decode

FIELDS = ("title", "authors", "date", "language")
"""What can be corrected in every sheet, in the order of its columns."""
MORE_FIELDS = ("place", "agencies", "publication", "topics", "description", "series", "part")
"""What can be stated in columns that the owner adds."""
PATH, SUM, RECORDED = "path", "sha256", "as_read"
COLUMNS = (PATH, *FIELDS, "confidence", *(f"{field}_confidence" for field in FIELDS), SUM, RECORDED)
_DELIMITERS = ",;\t"
_LARGEST_CELL = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet."""

    line: int
    """The line of the file on which it begins."""
    cells: Mapping[str, str]
    """By the name of the column, as they are in the file."""

    @property
    def path(self) -> str:
        """The article's path."""
        return unguarded(self.cells.get(PATH, "").strip())

    @property
    def sha256(self) -> str:
        """The checksum of the article when the sheet was written."""
        return self.cells.get(SUM, "").strip()

    @property
    def recorded(self) -> dict[str, str]:
        """For each field the checksum of what the sheet said when it was written."""
        parts = (part.partition("=") for part in self.cells.get(RECORDED, "").split())
        return {name: checksum for name, _, checksum in parts if checksum}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A review sheet."""

    name: str = ""
    """Of its file."""
    columns: tuple[str, ...] = COLUMNS
    rows: tuple[Row, ...] = ()
    delimiter: str = ","
    findings: tuple[Finding, ...] = field(default=())

    def column(self, name: str) -> int:
        """Where a column stands, counted from 1."""
        return self.columns.index(name) + 1


def read_sheet(file: Path) -> Sheet:
    """
    Read a sheet that was written by `write_sheet` and edited.

    Raises `BroadsheetError` for a file that is none.
    """
    try:
        decoded = decode(file.read_bytes())
    except OSError as error:
        raise BroadsheetError(
            f"the review sheet {file} cannot be read ({error.strerror})", "write one by `broadsheet review -o FILE`"
        ) from error
    text = decoded.text if decoded else ""
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_CELL))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    columns: tuple[str, ...] = ()
    try:
        columns = tuple(name.strip().casefold() for name in next(reader, []))
        if PATH not in columns:
            raise BroadsheetError(
                f"{file} is no review sheet", "its first line must name the columns, `path` among them"
            )
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                rows.append(Row(line, dict(zip(columns, cells, strict=False))))
            line = reader.line_num + 1
    except csv.Error as error:
        place = f"{file}:{reader.line_num}"
        raise BroadsheetError(f"{place} cannot be read ({error})", "save the sheet as CSV again") from error
    findings = (
        () if decoded is None or decoded.stated else (Finding(file.name, 0, 0, "sheet-encoding", decoded.encoding),)
    )
    return Sheet(file.name, columns, tuple(rows), delimiter, findings)


def sheet_text(sheet: Sheet) -> str:
    """A sheet as CSV (RFC 4180); a byte order mark before it tells Excel that it is UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sheet.delimiter)
    writer.writerow(sheet.columns)
    writer.writerows([row.cells.get(name, "") for name in sheet.columns] for row in sheet.rows)
    return f"\ufeff{out.getvalue()}"
