"""The reference that readers see, in the Harvard style of *Cite Them Right*."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from broadsheet.model import PartialDate
from broadsheet.write.citations.names import Name
from broadsheet.write.citations.reference import Reference
from broadsheet.write.dates import month_name, season_name

_MOST = 3
"""Authors that are named; of more, the first and "et al."."""


def harvard(reference: Reference) -> str:
    """
    Write a reference as HTML; what may run in the other direction is kept apart.

    >>> harvard(Reference("k", "Ink", (Name("Day", "Benjamin"),), PartialDate(1833, 9, 3), "The Sun", "", "en", ""))
    '<bdi>Day, B.</bdi> (1833) “<bdi>Ink</bdi>”, <cite><bdi>The Sun</bdi></cite>, 3 September.'
    """
    container = f"<bdi>{escape(reference.container)}</bdi>"
    names = _names(reference.authors)
    who = f"<bdi>{escape(names)}</bdi>" if names else container
    title = f"“<bdi>{escape(reference.title)}</bdi>”"
    day = _day(reference.date) if reference.date else ""
    parts = [f"{who} ({_year(reference.date)}) {title}", f"<cite>{container}</cite>", *([day] if day else [])]
    where = f" Available at: {_link(reference.url)}." if reference.url else ""
    return f"{', '.join(parts)}.{where}"


def _names(names: Sequence[Name]) -> str:
    """
    The authors, the last after "and".

    >>> _names([Name("Day", "Benjamin H."), Name("Archive desk")])
    'Day, B.H. and Archive desk'
    """
    written = [_name(name) for name in names]
    if len(written) > _MOST:
        return f"{written[0]} et al."
    return " and ".join([", ".join(written[:-1]), written[-1]] if len(written) > 1 else written)


def _name(name: Name) -> str:
    initials = "".join(_initials(word) for word in name.given.replace(".", ". ").split())
    return ", ".join(part for part in (name.family, initials, name.suffix) if part)


def _initials(word: str) -> str:
    """
    The initials of a given name; those of its halves stay together.

    >>> _initials("Jean-Paul"), _initials("B.")
    ('J.-P.', 'B.')
    """
    return "-".join(f"{part[0]}." for part in word.rstrip(".").split("-") if part)


def _year(date: PartialDate | None) -> str:
    if date is None:
        return "no date"
    about = "c. " if date.approximate else ""
    return f"{about}{date.year}{'s' if date.decade else ''}"


def _day(date: PartialDate) -> str:
    if date.season:
        return season_name(date.season)
    if not date.month:
        return ""
    return f"{date.day} {month_name(date.month)}" if date.day else month_name(date.month)


def _link(url: str) -> str:
    return f'<a href="{escape(url)}">{escape(url)}</a>'
