"""RIS, which every reference manager reads; UTF-8."""

from __future__ import annotations

from broadsheet.model import PartialDate
from broadsheet.write.citations.reference import Reference
from broadsheet.write.dates import season_name


def ris(reference: Reference) -> str:
    """Write a reference as an article of a newspaper."""
    date = reference.date
    lines = [
        ("TY", "NEWS"),
        ("ID", reference.key),
        *(("AU", name.inverted) for name in reference.authors),
        ("TI", reference.title),
        ("T2", reference.container),
        ("PY", f"{date.year:04}" if date else ""),
        ("DA", _date(date) if date else ""),
        ("CY", reference.place),
        ("LA", reference.language),
        ("UR", reference.url),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in lines if value or tag == "ER")


def _date(date: PartialDate) -> str:
    """
    Year, month, day, and in words what these do not say, between slashes.

    >>> _date(PartialDate(1833, 9, 3)), _date(PartialDate(1920, decade=True))
    ('1833/09/03/', '1920///decade')
    """
    words = [season_name(date.season)] if date.season else ["decade"] if date.decade else []
    words += ["circa"] if date.approximate else []
    month, day = f"{date.month:02}" if date.month else "", f"{date.day:02}" if date.day else ""
    return f"{date.year:04}/{month}/{day}/{' '.join(words)}"
