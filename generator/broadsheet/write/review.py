"""The collection as a review sheet: what was read of each article, to be looked through and corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from broadsheet.model import Article
from broadsheet.owner.cells import cell_of, checksum, guarded
from broadsheet.owner.corrections import changed_fields
from broadsheet.owner.sheet import COLUMNS, FIELDS, PATH, RECORDED, SUM, Row, Sheet


def review_sheet(articles: Iterable[Article], last: Sheet) -> Sheet:
    """
    A row for each article, by path, as it is read without the sheet; corrections in the last sheet stay.

    Columns of the owner's own stay as well, and rows with corrections whose article is gone.
    """
    own = tuple(name for name in last.columns if name and name not in COLUMNS)
    ordered = sorted(articles, key=lambda article: article.path)
    old = _old_rows(ordered, last.rows)
    rows = [Row(0, _cells(article, old.get(article.path))) for article in ordered]
    kept = {row.line for row in old.values()}
    rows += [row for row in last.rows if row.line not in kept and changed_fields(row)]
    return replace(last, columns=(*COLUMNS[: len(FIELDS) + 1], *own, *COLUMNS[len(FIELDS) + 1 :]), rows=tuple(rows))


def _old_rows(articles: Iterable[Article], rows: Iterable[Row]) -> dict[str, Row]:
    """The last row of each article: of its path and checksum; else of its checksum alone; else of its path."""
    found: dict[str, Row] = {}
    left = list(articles)
    free = list(rows)
    keys: tuple[Callable[[Any], object], ...] = (
        lambda of: (of.path, of.sha256),
        lambda of: of.sha256,
        lambda of: of.path,
    )
    for key in keys:
        by_key = {key(row): row for row in reversed(free)}
        for article in left:
            if row := by_key.pop(key(article), None):
                found[article.path] = row
        taken = {row.line for row in found.values()}
        left = [article for article in left if article.path not in found]
        free = [row for row in free if row.line not in taken]
    return found


def _cells(article: Article, old: Row | None) -> Mapping[str, str]:
    known = article.metadata
    weights = {evidence.field: round(evidence.weight * 100) for evidence in known.evidence}
    cells = {field: cell_of(field, getattr(known, field)) for field in FIELDS}
    recorded = {field: checksum(field, cell) for field, cell in cells.items()}
    corrected = [field for field in changed_fields(old) if field in FIELDS] if old else []
    if old:
        for field in corrected:
            weights[field] = 100
            cells[field] = old.cells[field]
            recorded[field] = old.recorded.get(field, recorded[field])
    sure = {field: weights.get(field, 0) for field in FIELDS}
    return {
        **{name: cell for name, cell in (old.cells if old else {}).items() if name not in COLUMNS},
        PATH: guarded(article.path),
        **cells,
        "confidence": str(min(sure.values())),
        **{f"{field}_confidence": str(weight) for field, weight in sure.items()},
        SUM: article.sha256,
        RECORDED: " ".join(f"{field}={checksum}" for field, checksum in recorded.items()),
    }
