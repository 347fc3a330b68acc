"""Which articles are alike, as an earlier build found it, and whom an edit concerns."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from broadsheet.cache import Store, code_version
from broadsheet.collect.kept import Kept
from broadsheet.collect.relations.weights import LIGHTEST, LOOKED_UP, Lists, Weights

_MOST = 20
"""If the words of more than one of so many articles weigh otherwise, all articles are compared anew."""
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)
NONE = -1
"""In the place of a number: there is no such article, or none any more."""
_GRAIN = 1e-4
"""By so much two sums of the same shares may differ that were added in another order."""


class Found(NamedTuple):
    """What comes of looking articles up and comparing them; a row for each."""

    near: NDArray[np.int32]
    """The numbers of those that it was compared with."""
    least: NDArray[np.float64]
    """The share that another one must have to be among them."""
    related: NDArray[np.int32]
    """The numbers of the most alike ones."""

    @property
    def lists(self) -> list[list[int]]:
        """The most alike ones as lists."""
        return [[number for number in row if number != NONE] for row in self.related.tolist()]


@dataclass(frozen=True, slots=True)
class Seen:
    """What tells whether an article is compared by the same as before."""

    keys: tuple[bytes, ...]
    sums: NDArray[np.uint64]
    """Of each article, a checksum of the weights of its words, and of which is the first of its copies."""
    narrow: dict[int, int]
    """By the checksum of a word that too many articles have, the last step of weights that its list takes in."""

    @classmethod
    def of(
        cls,
        keys: Sequence[bytes],
        checks: NDArray[np.uint32],
        given: Weights,
        by_term: Lists,
        firsts: NDArray[np.int64],
    ) -> Seen:
        """Look at articles; `checks` are the checksums of the terms."""
        mixed = checks[given.terms].astype(np.uint64) << np.uint64(32)
        mixed |= given.weights.view(np.uint32)
        mixed *= _ODD[0]
        mixed ^= mixed >> np.uint64(29)
        mixed *= _ODD[1]
        mixed[given.weights == 0] = 0
        own = np.frombuffer(b"".join([key[:8] for key in keys]), np.uint64)
        sums = mixed.sum(axis=1) + given.shares.view(np.uint64) * _ODD[2] + own[firsts] * _ODD[3]
        narrow = np.flatnonzero(by_term.steps < LIGHTEST)
        return cls(tuple(keys), sums, dict(zip(checks[narrow].tolist(), by_term.steps[narrow].tolist(), strict=True)))


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier build found."""

    seen: Seen
    found: Found

    @classmethod
    def of(cls, store: Store, most: int) -> Earlier | None:
        """What the store has of it."""
        [kept] = store.get([_key(most)])
        return cls(Seen(*(parts := pickle.loads(kept))[:3]), Found(*parts[3:])) if kept is not None else None

    @property
    def parts(self) -> tuple[object, ...]:
        """All values; of `near` as many columns as are needed."""
        near, *rest = self.found
        columns = int((near != NONE).sum(axis=1).max(initial=0))
        return self.seen.keys, self.seen.sums, self.seen.narrow, near[:, :columns], *rest

    def kept(self, most: int) -> Kept:
        """The same for the store."""
        return Kept({_key(most): pickle.dumps(self.parts, 5)}, {_key(most)})

    def since(self, seen: Seen, given: Weights, by_term: Lists, checks: NDArray[np.uint32]) -> Since | None:
        """What is the same, and whom the changes concern; ``None`` where that is not worth its cost."""
        place = {key: number for number, key in enumerate(self.seen.keys)}
        was = np.fromiter((place.get(key, NONE) for key in seen.keys), np.int64, len(seen.keys))
        others = (was == NONE) | (self.seen.sums[was] != seen.sums)
        same = np.zeros(len(place) + 1, np.bool_)  # the last place is that of none
        same[was[~others]] = same[NONE] = True
        if np.count_nonzero(others) * _MOST > len(was) or np.count_nonzero(~same) * _MOST > len(was):
            return None
        concerned = others | ~same[self.found.near[was]].all(axis=1)
        turned = self.seen.narrow.items() ^ seen.narrow.items()
        turned_words = np.isin(checks, np.fromiter({word for word, _ in turned}, np.uint32))
        terms, weights = given.terms[:, :LOOKED_UP], given.weights[:, :LOOKED_UP]
        concerned |= (turned_words[terms] & (weights > 0)).any(axis=1)
        weight_of, least = np.zeros(given.size, np.float32), self.found.least[was] - _GRAIN
        for number in np.flatnonzero(others).tolist():
            taken = by_term.taken[number]
            weight_of[given.terms[number, taken]] = given.weights[number, taken]
            concerned |= np.einsum("ij,ij->i", weight_of[terms], weights) >= least
            weight_of[given.terms[number]] = 0
        now = np.full(len(place) + 1, NONE, np.int32)
        now[was[was != NONE]] = np.flatnonzero(was != NONE)
        return Since(was, now, np.flatnonzero(concerned))


class Since(NamedTuple):
    """What has become of the articles of an earlier build."""

    was: NDArray[np.int64]
    """Which number each had then."""
    now: NDArray[np.int32]
    """Which number each of then has now, and that of none."""
    concerned: NDArray[np.int64]
    """The numbers of those that have to be compared anew."""

    def over(self, found: Found, anew: Found) -> Found:
        """What was found then, with what was found anew of those that are concerned."""
        near = np.full((len(self.was), anew.near.shape[1]), NONE, np.int32)
        near[:, : found.near.shape[1]] = self.now[found.near[self.was]]
        near[self.concerned] = anew.near
        least, related = found.least[self.was], self.now[found.related[self.was]]
        least[self.concerned], related[self.concerned] = anew.least, anew.related
        return Found(near, least, related)


def _key(most: int) -> bytes:
    return hashlib.blake2b(code_version() + b"related %d" % most, digest_size=20).digest()
