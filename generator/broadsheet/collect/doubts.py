"""How sure the values of a collection are: by which rules they were found, and which are doubtful."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from broadsheet.model import Article, Evidence

FIELDS = ("title", "authors", "date", "language")
NOT_FOUND = "not found"
_SURE = 0.7
"""A value of less weight is doubtful: the rules below it go by the neighbourhood of a line, or by the file's name."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many values of one field one rule gave."""

    field: str
    rule: str
    articles: int
    weight: float | None
    """The mean; ``None`` where nothing was found."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One value that is doubtful."""

    path: str
    evidence: Evidence


def how_found(articles: Iterable[Article]) -> list[Found]:
    """For each field, the rules that gave it, the commonest first, and last the articles in which none did."""
    weights: dict[tuple[str, str], list[float]] = {}
    total = 0
    for article in articles:
        total += 1
        for known in article.metadata.evidence:
            weights.setdefault((known.field, known.rule), []).append(known.weight)
    found = []
    for field in FIELDS:
        rules = [Found(field, rule, len(w), round(fmean(w), 2)) for (of, rule), w in weights.items() if of == field]
        found += sorted(rules, key=lambda f: (-f.articles, f.rule))
        if missing := total - sum(rule.articles for rule in rules):
            found.append(Found(field, NOT_FOUND, missing, None))
    return found


def doubtful(articles: Iterable[Article]) -> list[Doubt]:
    """The values of little weight, the least sure first."""
    doubts = [
        Doubt(article.path, known)
        for article in articles
        for known in article.metadata.evidence
        if known.field in FIELDS and known.weight < _SURE
    ]
    return sorted(doubts, key=lambda d: (d.evidence.weight, d.path, FIELDS.index(d.evidence.field)))
