"""Findings as records of JSON."""

from __future__ import annotations

from broadsheet.errors import Finding


def finding_record(finding: Finding) -> dict[str, str | int | None]:
    """One finding, with keys in a fixed order; ``null`` where it concerns the whole file, or the whole collection."""
    return {
        "file": finding.path or None,
        "line": finding.line or None,
        "column": finding.column or None,
        "id": finding.id,
        "severity": str(finding.severity),
        "cause": finding.kind.cause,
        "detail": finding.detail or None,
        "fix": finding.kind.remedy,
    }
