"""
What the words of articles weigh, by tf-idf, and in which articles each weighs most.

How many articles there are, and how many have a word, is told in steps.  So an article more or less, or another word
in one of them, changes what few others are compared by.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from broadsheet.collect.gathering.columns import Columns
from broadsheet.collect.steps import in_steps
from broadsheet.model.gathered import SMALL

_TERMS = 128
"""Of an article's words, those of most weight that are compared."""
LOOKED_UP = 16
"""Of these, those by which others are looked up."""
_ARTICLES = 300
"""Of the articles of a word, those in which it weighs most; so the work grows with the articles, not their square."""
_COMMON = 0.2
"""A word that a larger share of the articles has tells none from another."""
LIGHTEST = 63
"""The last step of weights."""
_STEPS = 4
"""Steps of weights from one to its half."""


@dataclass(frozen=True, slots=True)
class Weights:
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
class Lists:
    """For each term the articles that have it, those in which it weighs most, and its weight in each; all in a row."""

    articles: NDArray[np.int64]
    weights: NDArray[np.float32]
    starts: NDArray[np.int64]
    """Where those of each term begin."""
    sizes: NDArray[np.int64]
    steps: NDArray[np.int64]
    """The last step of weights that the list of each term takes in."""
    taken: NDArray[np.bool_]
    """Of each weight in its row, whether it is in a list."""


def weighed(words: Columns, total: int) -> Weights:
    """The tf-idf of each word in each article, of length 1 together; words of one article or of too many left out."""
    terms, owners, tallies, counts = words.words, words.owners, words.tallies & (SMALL - 1), in_steps(words.articles)
    about = in_steps(total)
    articles = counts[terms]
    kept = articles <= max(3, _COMMON * about)
    terms, owners, tallies, articles = terms[kept], owners[kept], tallies[kept], articles[kept]
    weights = (1 + np.log(np.arange(SMALL).clip(1)))[tallies] * np.log(about / articles + 1)
    whole = np.sqrt(np.bincount(owners, weights**2, total))
    kept = words.articles[terms] > 1
    terms, owners, weights = terms[kept], owners[kept], weights[kept]
    lengths = np.sqrt(np.bincount(owners, weights**2, total))
    weights /= lengths[owners]
    order = np.argsort(owners + (1 - weights) / 2, kind="stable")
    owners, ranks = owners[order], np.arange(len(order))
    ranks -= np.searchsorted(owners, np.arange(total))[owners]
    kept = ranks < _TERMS
    rows, columns, order = owners[kept], ranks[kept], order[kept]
    tells = np.log(about / counts + 1).astype(np.float32)
    shares = lengths / np.maximum(whole, np.finfo(np.float64).tiny)
    found = Weights(np.zeros((total, _TERMS), np.int32), np.zeros((total, _TERMS), np.float32), shares, tells)
    found.terms[rows, columns] = terms[order]
    found.weights[rows, columns] = weights[order]
    return found


def listed(given: Weights, shown: NDArray[np.bool_]) -> Lists:
    """The same by term, for the articles that are shown."""
    rows, columns = np.nonzero((given.weights > 0) & shown[:, np.newaxis])
    terms, weights = given.terms[rows, columns], given.weights[rows, columns]
    steps = (-_STEPS * np.log2(weights)).clip(0, LIGHTEST).astype(np.int64)
    last = _last_steps(terms, steps, given.size)
    kept = steps <= last[terms]
    taken = np.zeros(given.weights.shape, dtype=np.bool_)
    taken[rows[kept], columns[kept]] = True
    rows, terms, weights = rows[kept], terms[kept], weights[kept]
    order, sizes = np.argsort(terms, kind="stable"), np.bincount(terms, minlength=given.size)
    return Lists(rows[order], weights[order], sizes.cumsum() - sizes, sizes, last, taken)


def _last_steps(terms: NDArray[np.int32], steps: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """For each term the last step of weights in which there are not too many articles, of those down to it."""
    last = np.full(size, LIGHTEST)
    many = np.flatnonzero(np.bincount(terms, minlength=size) > _ARTICLES)
    place = np.full(size, -1)
    place[many] = np.arange(len(many))
    held = place[terms] >= 0
    at = place[terms[held]] * (LIGHTEST + 1) + steps[held]
    below = np.bincount(at, minlength=len(many) * (LIGHTEST + 1)).reshape(len(many), LIGHTEST + 1).cumsum(axis=1)
    last[many] = (below <= _ARTICLES).sum(axis=1) - 1
    return last
