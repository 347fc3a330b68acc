"""Related articles: those whose words are most alike, by tf-idf and the cosine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from broadsheet.model.gathered import SMALL, Gathered

_TERMS = 128
"""Of an article's words, those of most weight that others are looked up by."""
_ARTICLES = 300
"""Of the articles of a word, those in which it weighs most; so the work grows with the articles, not their square."""
_COMMON = 0.2
"""A word that a larger share of the articles has tells none from another."""
_ALIKE = 0.06
"""The least cosine that is shown."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """Weights by article: of article `n` from ``starts[n]`` to ``starts[n + 1]``, the heaviest first."""

    starts: NDArray[np.int64]
    terms: NDArray[np.int64]
    weights: NDArray[np.float32]


def related_to(gathered: Sequence[Gathered], groups: Sequence[int], most: int) -> list[list[int]]:
    """
    For each article the numbers of the most alike ones, as many as asked for; of one cosine, in the order given.

    `groups` names for each article the first of its copies: no copy is related to another, and of several copies
    only the first is shown.
    """
    total = len(gathered)
    if not most:
        return [[] for _ in gathered]
    found: list[list[int]] = []
    by_article = _weighed(gathered)
    firsts = np.asarray(groups, dtype=np.int64)
    shown = firsts == np.arange(total)
    starts, articles, weights = _by_term(by_article)
    for number in range(total):
        mine = slice(by_article.starts[number], min(by_article.starts[number] + _TERMS, by_article.starts[number + 1]))
        looked_up = [slice(starts[term], starts[term + 1]) for term in by_article.terms[mine]]
        if not looked_up:
            found.append([])
            continue
        reached = np.concatenate([articles[part] for part in looked_up])
        parts = zip(by_article.weights[mine], looked_up, strict=True)
        cosines = np.bincount(reached, np.concatenate([weight * weights[part] for weight, part in parts]), total)
        cosines[firsts[number]] = 0
        near = np.flatnonzero((cosines >= _ALIKE) & shown)
        if len(near) > most:
            least = np.partition(cosines[near], len(near) - most)[len(near) - most]
            near = near[cosines[near] >= least]
        order = np.lexsort((near, -cosines[near].round(6)))[:most]
        found.append([int(other) for other in near[order]])
    return found


def _weighed(gathered: Sequence[Gathered]) -> _Weights:
    """The tf-idf of each word in each article, of length 1 together; words of one article or of too many left out."""
    checks = np.frombuffer(b"".join(one.terms for one in gathered), np.uint32)
    tallies = np.frombuffer(b"".join(one.tallies for one in gathered), np.uint8) & (SMALL - 1)
    owners = np.repeat(np.arange(len(gathered)), [len(one.tallies) for one in gathered])
    _, terms, counts = np.unique(checks, return_inverse=True, return_counts=True)
    total = len(gathered)
    kept = (counts[terms] > 1) & (counts[terms] <= max(3, _COMMON * total))
    terms, owners, tallies = terms[kept], owners[kept], tallies[kept]
    weights = (1 + np.log(tallies)) * np.log(total / counts[terms] + 1)
    lengths = np.sqrt(np.bincount(owners, weights**2, total))
    weights = (weights / lengths[owners]).astype(np.float32)
    order = np.lexsort((terms, -weights, owners))
    starts = np.searchsorted(owners[order], np.arange(total + 1))
    return _Weights(starts, terms[order], weights[order])


def _by_term(given: _Weights) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """The same by term: where each begins, and the articles that have it, with their weights."""
    owners = np.repeat(np.arange(len(given.starts) - 1), np.diff(given.starts))
    order = np.lexsort((owners, -given.weights, given.terms))
    terms = given.terms[order]
    size = int(terms[-1]) + 1 if len(terms) else 0
    begins = np.searchsorted(terms, np.arange(size + 1))
    rank = np.arange(len(terms)) - begins[terms]
    kept = rank < _ARTICLES
    begins = np.searchsorted(terms[kept], np.arange(size + 1))
    return begins, owners[order][kept], given.weights[order][kept]
