"""What the owner changed in the review sheet, as candidates for the articles it concerns."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from broadsheet.errors import Finding
from broadsheet.owner.cells import readings, unchanged, value_of
from broadsheet.owner.sheet import FIELDS, MORE_FIELDS, Row, Sheet
from broadsheet.recognise.candidate import Candidate

_DATE = "date"


def changed_fields(row: Row) -> list[str]:
    """The fields whose cells are not as they were written; of added columns, those that are filled in."""
    recorded = row.recorded
    return [
        field
        for field in (*FIELDS, *MORE_FIELDS)
        if (cell := row.cells.get(field)) is not None
        and not (unchanged(field, cell, recorded[field]) if field in recorded else not cell.strip())
    ]


def corrections(
    sheet: Sheet, root: Path, paths: Sequence[str]
) -> tuple[dict[str, tuple[Candidate, ...]], list[Finding]]:
    """
    The corrections of a sheet by the article's path, and what is wrong in it.

    A row belongs to the article of its path; if that is gone, or has another text than the sheet was written for while
    another file has it, to the file with its checksum.
    """
    order, findings = _order_of(sheet.rows), list(sheet.findings)
    wanted: dict[str, Row] = {}
    for row in sheet.rows:
        if not changed_fields(row):
            continue
        if row.path in wanted:
            detail = f"{row.path} has a row in line {wanted[row.path].line}"
            findings.append(Finding(sheet.name, row.line, 1, "sheet-row", detail))
            continue
        wanted[row.path] = row
    known = frozenset(row.path for row in sheet.rows)
    given: dict[str, tuple[Candidate, ...]] = {}
    for path, row in _matched(wanted, root, paths, known, sheet, findings):
        given[path] = tuple(_candidates(row, sheet, order, findings))
    return given, findings


def _matched(
    wanted: Mapping[str, Row],
    root: Path,
    paths: Sequence[str],
    known: frozenset[str],
    sheet: Sheet,
    findings: list[Finding],
) -> Iterator[tuple[str, Row]]:
    there = frozenset(paths)
    unsure = {path: row for path, row in wanted.items() if path not in there or _sum(root / path) != row.sha256}
    yield from ((path, row) for path, row in wanted.items() if path not in unsure)
    if not unsure:
        return
    sums = {_sum(root / path): path for path in reversed(paths) if path not in known or path in unsure}
    for path, row in unsure.items():
        if (moved := sums.get(row.sha256)) is not None:
            yield moved, row
        elif path in there or _inside_container(path, there):
            yield path, row
        else:
            findings.append(Finding(sheet.name, row.line, 1, "sheet-row", path))


def _inside_container(path: str, there: frozenset[str]) -> bool:
    return any(path.startswith(f"{container}/") for container in there)


def _candidates(row: Row, sheet: Sheet, order: str | None, findings: list[Finding]) -> Iterator[Candidate]:
    for field in changed_fields(row):
        cell = row.cells[field]
        emptied = not cell.strip()
        value = None if emptied else value_of(field, cell, order)
        if value is None and (not emptied or field == "title"):
            detail = f"{field}: {cell.strip()}"[:80] if cell.strip() else f"{field}: empty"
            findings.append(Finding(sheet.name, row.line, sheet.column(field), "sheet-value", detail))
            continue
        yield Candidate(field, value, 0, 0, "review-sheet", 1.0, where=f"{sheet.name}:{row.line}")


def _order_of(rows: Iterable[Row]) -> str | None:
    """
    Whether the program that saved the sheet writes day or month first.

    Dates that it only wrote in its own form tell: of their two readings, one has the checksum that was recorded.
    """
    orders: Counter[str] = Counter()
    for row in rows:
        cell, recorded = row.cells.get(_DATE, "").strip(), row.recorded.get(_DATE)
        found = list(readings(cell)) if recorded else []
        if recorded and len({date for date, _ in found}) > 1:
            fitting = {order for date, order in found if order and unchanged(_DATE, str(date), recorded)}
            orders.update(fitting if len(fitting) == 1 else ())
    return next(iter(orders)) if len(orders) == 1 else None


def _sum(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
    except OSError:
        return ""
