"""Articles that are in the collection more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from broadsheet.collect.gathering.minhash import LENGTH, shared
from broadsheet.errors import Finding
from broadsheet.model import Article
from broadsheet.model.copies import Copy
from broadsheet.model.gathered import Gathered

_ALIKE = 0.8
"""The share of their text that near copies have in common."""
_ROWS = 6
"""Numbers of a signature that are looked up together: of texts that share 0.8, 998 in 1000 meet (1 - (1 - 0.8⁶)²¹)."""
_NUMBER = 4
"""Bytes of a number."""
_COMPARED = 8
"""Articles with the same numbers that one is compared with; more have only a form in common."""
_SHORT = 20
"""Words below which two articles of one text are one only if their headlines are too."""


def copies_of(articles: Sequence[Article], gathered: Sequence[Gathered]) -> dict[str, Copy]:
    """
    The later copies, by path, each with the first: the one of the earliest date, of one date by path.

    Copies have the same words, or, by their MinHash, four fifths of them in the same order.  Left alone: short texts
    under different headlines.
    """
    order = sorted(range(len(articles)), key=lambda number: _earliest(articles[number]))
    found: dict[str, Copy] = {}
    exact: dict[tuple[bytes, str], int] = {}
    near: defaultdict[tuple[int, bytes], list[int]] = defaultdict(list)
    for number in order:
        article, one = articles[number], gathered[number]
        title = article.metadata.title.casefold() if article.words < _SHORT else ""
        if not one.digest:
            continue
        first = exact.setdefault((one.digest, title), number)
        if first != number:
            found[article.path] = Copy(articles[first].path, 1.0)
            continue
        if not one.signature:
            continue
        bands = _bands(one.signature)
        candidates = dict.fromkeys(other for band in bands if band in near for other in near[band][:_COMPARED])
        share, first = _best(one.signature, candidates, gathered)
        if share >= _ALIKE:
            found[article.path] = Copy(articles[first].path, share)
            continue
        for band in bands:
            near[band].append(number)
    return found


def reported(found: Mapping[str, Copy]) -> Iterable[Finding]:
    """A finding for each later copy."""
    for path, copy in found.items():
        if copy.share == 1:
            yield Finding(path, 0, 0, "duplicate", f"as {copy.first}")
        else:
            yield Finding(path, 0, 0, "near-duplicate", f"{copy.share:.0%} as {copy.first}")


def _best(signature: bytes, candidates: Iterable[int], gathered: Sequence[Gathered]) -> tuple[float, int]:
    best = (0.0, 0)
    for other in candidates:
        best = max(best, (shared(signature, gathered[other].signature), -other))
    return best[0], -best[1]


def _bands(signature: bytes) -> list[tuple[int, bytes]]:
    size = _ROWS * _NUMBER
    return [(at, signature[at : at + size]) for at in range(0, LENGTH // _ROWS * size, size)]


def _earliest(article: Article) -> tuple[bool, tuple[int, ...], str]:
    date = article.metadata.date
    return date is None, date.sort_key if date else (), article.path
