"""Related articles: those whose words are most alike, by tf-idf and the cosine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadsheet.collect.apart import Apart, here
from broadsheet.collect.gathering.columns import Columns
from broadsheet.model.gathered import SMALL

_TERMS = 128
"""Of an article's words, those of most weight that are compared."""
_LOOKED_UP = 16
"""Of these, those by which others are looked up."""
_ARTICLES = 300
"""Of the articles of a word, those in which it weighs most; so the work grows with the articles, not their square."""
_COMPARED = 40
"""Of the articles that are found so, those that are compared word by word."""
_COMMON = 0.2
"""A word that a larger share of the articles has tells none from another."""
_ALIKE = 0.06
"""The least cosine that is shown."""
_ALIKE_AS_A_WHOLE = 0.04
"""
The least cosine of all their words, those of one article alone included.

Few articles have few words in common, and by these alone any two are alike.  Of two news articles drawn at random, 7 in
100 are as alike; of the first related ones in a collection of 286, 99 in 100.
"""
_IN_COMMON = 4.0
"""
The least that two articles' common words tell, each the logarithm of how few articles have it.

Two of a few lines may have three words in common by chance; in a large collection two rare words are enough.
"""
_SHARES = 320_000
"""Shares that are added up at once: as much memory as stays at the processor's hand."""
_SHARE = 0.02
"""The least share of a cosine, by the words that are looked up, with which an article is compared."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """Weights of terms in articles: in each row those of one article, the heaviest first, zeros behind the last."""

    terms: NDArray[np.int32]
    weights: NDArray[np.float32]
    shares: NDArray[np.float64]
    """For each article, the length of these weights where that of all its words is 1, those of no other included."""

    tells: NDArray[np.float32]
    """What each term tells."""

    @property
    def size(self) -> int:
        """How many terms there are."""
        return int(self.terms.max(initial=-1)) + 1


@dataclass(frozen=True, slots=True)
class _Lists:
    """For each term the articles that have it, those in which it weighs most, and its weight in each; all in a row."""

    articles: NDArray[np.int64]
    weights: NDArray[np.float32]
    starts: NDArray[np.int64]
    """Where those of each term begin."""
    sizes: NDArray[np.int64]


def related_to(columns: Columns, groups: Sequence[int], most: int, apart: Apart = here) -> list[list[int]]:
    """
    For each article the numbers of the most alike ones, as many as asked for; of one cosine, in the order given.

    `groups` names for each article the first of its copies: no copy is related to another, and of several copies
    only the first is shown.  Articles are looked up by their heaviest words, and those that share most of their weight
    are compared by all: of 26,783 news articles, 97 in 100 have the first related article that comparing all with all
    gives, at a twentieth of its cost.  Half of them may be worked out `apart`.
    """
    if not most or not groups:
        return [[] for _ in groups]
    by_article = _weighed(columns, len(groups))
    firsts = np.asarray(groups, dtype=np.int64)
    by_term = _listed(by_article, firsts == np.arange(len(firsts)))
    later = apart(partial(_related, range(len(groups) // 2, len(groups)), by_article, by_term, firsts, most))
    return [*_related(range(len(groups) // 2), by_article, by_term, firsts, most), *later()]


def _related(wanted: range, given: _Weights, by_term: _Lists, firsts: NDArray[np.int64], most: int) -> list[list[int]]:
    weight_of = np.zeros(given.size, dtype=np.float32)
    step = max(1, _SHARES // len(firsts))
    found: list[list[int]] = []
    for some in (wanted[first : first + step] for first in range(0, len(wanted), step)):
        near = _looked_up(some, given, by_term, firsts, max(_COMPARED, 2 * most))
        found += _compared(some, near, given, most, weight_of)
    return found


def _looked_up(
    numbers: range, given: _Weights, by_term: _Lists, firsts: NDArray[np.int64], most: int
) -> list[NDArray[np.int64]]:
    """For each of some articles those that share most of its weight, in order, by its heaviest words."""
    total, some = len(firsts), slice(numbers.start, numbers.stop)
    weights = given.weights[some, :_LOOKED_UP]
    rows, columns = np.nonzero(weights > 0)
    terms = given.terms[some, :_LOOKED_UP][rows, columns]
    sizes = by_term.sizes[terms]
    at = np.arange(sizes.sum()) + np.repeat(by_term.starts[terms] - (sizes.cumsum() - sizes), sizes)
    places = by_term.articles[at] + np.repeat(rows * total, sizes)
    brought = np.repeat(weights[rows, columns], sizes) * by_term.weights[at]
    shares = np.bincount(places, brought, len(numbers) * total).astype(np.float64, copy=False)
    shares[firsts[some] + np.arange(len(numbers)) * total] = 0
    found = np.flatnonzero(shares > _SHARE)
    bounds = np.searchsorted(found, np.arange(len(numbers) + 1) * total).tolist()
    shares = shares[found]
    parts = zip(np.arange(len(numbers)) * total, pairwise(bounds), strict=True)
    return [_largest(found[first:end] - begin, shares[first:end], most) for begin, (first, end) in parts]


def _largest(near: NDArray[np.int64], shares: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Of some articles those of the largest shares, in their order."""
    if len(near) > most:
        least = np.partition(shares, len(near) - most)[len(near) - most]
        near = near[shares >= least][: 2 * most]
    return near


def _compared(
    numbers: range, near: Sequence[NDArray[np.int64]], given: _Weights, most: int, weight_of: NDArray[np.float32]
) -> Iterator[list[int]]:
    """The most alike of those that were looked up; `weight_of` has a place, and a 0, for each term."""
    best, cosines, terms, shared = [], [], [], []
    for number, others in zip(numbers, near, strict=True):
        own_terms, other_terms, other = given.terms[number], given.terms.take(others, 0), given.weights.take(others, 0)
        weight_of[own_terms] = given.weights[number]
        own = weight_of.take(other_terms)
        weight_of[own_terms] = 0
        alike = np.einsum("ij,ij->i", own, other).round(6)
        order = np.argsort(-alike, kind="stable")[:most]
        best.append(others[order])
        cosines.append(alike[order])
        terms.append(other_terms.take(order, 0))
        shared.append(own.take(order, 0) * other.take(order, 0) > 0)
    sizes, cosine = [len(some) for some in best], np.concatenate(cosines)
    one, other_one = np.repeat(numbers, sizes), np.concatenate(best)
    wholes = cosine * given.shares[one] * given.shares[other_one]
    common = np.where(np.concatenate(shared), given.tells[np.concatenate(terms)], 0).sum(axis=1)
    are_alike = (cosine >= _ALIKE) & (wholes >= _ALIKE_AS_A_WHOLE) & (common >= _IN_COMMON)
    for some, kept in zip(best, np.split(are_alike, np.cumsum(sizes)[:-1]), strict=True):
        yield some[kept].tolist()


def _weighed(words: Columns, total: int) -> _Weights:
    """The tf-idf of each word in each article, of length 1 together; words of one article or of too many left out."""
    terms, owners, tallies, counts = words.words, words.owners, words.tallies & (SMALL - 1), words.articles
    articles = counts[terms]
    kept = articles <= max(3, _COMMON * total)
    terms, owners, tallies, articles = terms[kept], owners[kept], tallies[kept], articles[kept]
    weights = (1 + np.log(np.arange(SMALL).clip(1)))[tallies] * np.log(total / articles + 1)
    whole = np.sqrt(np.bincount(owners, weights**2, total))
    kept = articles > 1
    terms, owners, weights = terms[kept], owners[kept], weights[kept]
    lengths = np.sqrt(np.bincount(owners, weights**2, total))
    weights /= lengths[owners]
    order = np.argsort(owners + (1 - weights) / 2, kind="stable")
    owners, ranks = owners[order], np.arange(len(order))
    ranks -= np.searchsorted(owners, np.arange(total))[owners]
    kept = ranks < _TERMS
    rows, columns, order = owners[kept], ranks[kept], order[kept]
    tells = np.log(total / counts + 1).astype(np.float32)
    shares = lengths / np.maximum(whole, np.finfo(np.float64).tiny)
    found = _Weights(np.zeros((total, _TERMS), np.int32), np.zeros((total, _TERMS), np.float32), shares, tells)
    found.terms[rows, columns] = terms[order]
    found.weights[rows, columns] = weights[order]
    return found


def _listed(given: _Weights, shown: NDArray[np.bool_]) -> _Lists:
    """The same by term, for the articles that are shown."""
    rows, columns = np.nonzero((given.weights > 0) & shown[:, np.newaxis])
    terms, weights = given.terms[rows, columns], given.weights[rows, columns]
    order = np.argsort(terms + (1 - weights.astype(np.float64)) / 2, kind="stable")
    bounds = np.searchsorted(terms[order], np.arange(given.size + 1))
    sizes = np.diff(bounds)
    kept = np.arange(len(order)) - np.repeat(bounds[:-1], sizes) < _ARTICLES
    order, sizes = order[kept], sizes.clip(max=_ARTICLES)
    return _Lists(rows[order], weights[order], sizes.cumsum() - sizes, sizes)
