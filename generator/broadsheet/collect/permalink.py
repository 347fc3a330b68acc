"""Permalinks: a place in the site for each article, from its date and title."""

from __future__ import annotations

import re
from collections.abc import Collection as Sized
from collections.abc import Iterable
from unicodedata import normalize

from anyascii import anyascii

from broadsheet.errors import Finding
from broadsheet.model import Article, PartialDate

_LONGEST = 80
_RESERVED = frozenset(
    ["index", "readme", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
"""Names with a meaning to MkDocs or to Windows."""


def slug(title: str) -> str:
    """
    The words of a title in lower-case ASCII, joined by hyphens, at most 80 characters, cut at a word.

    Other scripts are transliterated (by anyascii); what leaves no letter gives ``article``.

    >>> slug("O’Shaughnessy’s “drill”: 1,000 Fälle")
    'oshaughnessys-drill-1000-falle'
    """
    latin = anyascii(normalize("NFC", title).replace("’", "'")).lower()
    joined = re.sub(r"(?<=\w)['’`](?=\w)|(?<=\d),(?=\d{3})", "", latin)
    words = re.findall(r"[a-z0-9]+", joined)
    text = "-".join(words)
    if len(text) > _LONGEST:
        text = text[: _LONGEST + 1].rpartition("-")[0] or text[:_LONGEST]
    return text or "article"


def assign(articles: Iterable[Article], occupied: Sized[str]) -> tuple[dict[str, str], list[Finding]]:
    """
    Give each article its permalink, by its path; of two with one title and month, the later path gets a number.

    If the date is the same too, they may be one article twice, and a finding says so.

    `occupied` holds permalinks, in lower case, that are taken by pages of the owner.
    """
    given: dict[str, str] = {}
    holders: set[str] = set()
    seen: dict[tuple[str, PartialDate | None], str] = {}
    last: dict[str, int] = {}
    findings = []
    for article in sorted(articles, key=lambda a: a.path):
        base = _folder(article) + slug(article.metadata.title)
        number = last.get(base, 1)  # all before it are given, so they need not be tried again
        name = base if number == 1 else f"{base}-{number}"
        while name in holders or name in occupied or name.rpartition("/")[2] in _RESERVED:
            number += 1
            name = f"{base}-{number}"
        last[base] = number
        same = (article.metadata.title.casefold(), article.metadata.date)
        if same in seen:
            findings.append(Finding(article.path, 0, 0, "same-permalink", f"as {seen[same]}; it gets {name}"))
        seen.setdefault(same, article.path)
        holders.add(name)
        given[article.path] = name
    return given, findings


def _folder(article: Article) -> str:
    date = article.metadata.date
    if date is None:
        return "undated/"
    return f"{date.year:04}/{date.month:02}/" if date.month else f"{date.year:04}/"
