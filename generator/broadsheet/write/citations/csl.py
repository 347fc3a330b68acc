"""CSL-JSON, which citation styles and most reference managers work with."""

from __future__ import annotations

from typing import Any

from broadsheet.model import PartialDate
from broadsheet.write.citations.names import Name
from broadsheet.write.citations.reference import Reference


def csl_item(reference: Reference) -> dict[str, Any]:
    """A reference as an article of a newspaper; what is not known is left out."""
    said = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.title,
        "author": [_name(name) for name in reference.authors],
        "issued": _date(reference.date) if reference.date else None,
        "container-title": reference.container,
        "publisher-place": reference.place,
        "language": reference.language,
        "URL": reference.url,
    }
    return {key: value for key, value in said.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    said = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in said.items() if value}


def _date(date: PartialDate) -> dict[str, Any]:
    """
    A date in parts; a decade is a span of years.

    >>> _date(PartialDate(1987, 5)), _date(PartialDate(1920, decade=True))
    ({'date-parts': [[1987, 5]]}, {'date-parts': [[1920], [1929]]})
    """
    parts = [[part for part in (date.year, date.month, date.day) if part]]
    said: dict[str, Any] = {"date-parts": [*parts, [date.year + 9]] if date.decade else parts}
    if date.season:
        said["season"] = date.season - 20
    return said | ({"circa": True} if date.approximate else {})
