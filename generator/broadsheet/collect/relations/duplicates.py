"""Articles that are in the collection more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from broadsheet.collect.gathering.minhash import LENGTH, shared
from broadsheet.model import Article
from broadsheet.model.copies import Copy
from broadsheet.model.gathered import Gathered

_ALIKE = 0.8
"""The share of their text that near copies have in common."""
_ROWS = 6
"""Numbers of a signature that are looked up together: of texts that share 0.8, 998 in 1000 meet (1 - (1 - 0.8⁶)²¹)."""
_FACTORS = np.array([0x9E3779B97F4A7C15 * odd % 2**64 for odd in range(1, 2 * _ROWS, 2)], np.uint64)
"""What makes one number of those that are looked up together."""
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
    may_be_near = _meeting(gathered)
    for number in order:
        article, one = articles[number], gathered[number]
        title = article.metadata.title.casefold() if article.words < _SHORT else ""
        if not one.digest:
            continue
        first = exact.setdefault((one.digest, title), number)
        if first != number:
            found[article.path] = Copy(articles[first].path, 1.0)
            continue
        if number not in may_be_near:
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


def _best(signature: bytes, candidates: Iterable[int], gathered: Sequence[Gathered]) -> tuple[float, int]:
    best = (0.0, 0)
    for other in candidates:
        best = max(best, (shared(signature, gathered[other].signature), -other))
    return best[0], -best[1]


def _meeting(gathered: Sequence[Gathered]) -> set[int]:
    """The numbers of the articles that have numbers of a signature in common with another; in most collections few."""
    signed = [number for number, one in enumerate(gathered) if one.signature]
    numbers = np.frombuffer(b"".join([gathered[number].signature for number in signed]), np.uint32)
    count = LENGTH // _ROWS
    bands = numbers.reshape(len(signed), LENGTH)[:, : count * _ROWS].reshape(len(signed), count, _ROWS)
    sums = bands.astype(np.uint64) @ _FACTORS  # those that are equal by chance are told apart later
    met = np.zeros(len(signed), bool)
    for band in sums.T:
        order = np.argsort(band)
        same = np.flatnonzero(band[order[1:]] == band[order[:-1]])
        met[order[same]] = met[order[same + 1]] = True
    return {signed[at] for at in np.flatnonzero(met).tolist()}


def _bands(signature: bytes) -> list[tuple[int, bytes]]:
    size = _ROWS * _NUMBER
    return [(at, signature[at : at + size]) for at in range(0, LENGTH // _ROWS * size, size)]


def _earliest(article: Article) -> tuple[bool, tuple[int, ...], str]:
    date = article.metadata.date
    return date is None, date.sort_key if date else (), article.path
