"""All forms of all shards side by side, as columns: in which order they stand, and what each shard has of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, count

import numpy as np
from numpy.typing import NDArray

from broadsheet.finish.search.shard import Shard
from broadsheet.finish.search.varint import Numbers, encode, sizes

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Some bytes of each form, in pieces that lie anywhere."""

    source: Bytes
    starts: Numbers
    lengths: Numbers
    bounds: Numbers
    """Which pieces each form has: where they begin, and an end."""
    sums: Numbers
    """How many bytes each form has."""

    @classmethod
    def of(cls, source: Bytes, starts: Numbers, lengths: Numbers, bounds: Numbers) -> Pieces:
        """Add them up."""
        sums = np.add.reduceat(lengths, bounds[:-1]) if len(lengths) else lengths
        return cls(source, starts, lengths, bounds, sums)

    def joined(self, first: int, end: int) -> bytes:
        """Those of some forms that follow one another."""
        some = slice(*self.bounds[[first, end]])
        starts, lengths = self.starts[some], self.lengths[some]
        ends = np.cumsum(lengths)
        at = np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths)
        return bytes(self.source[at])


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a collection, in the order of JavaScript; what is said of each comes in the order of the shards."""

    names: list[str]
    counts: Numbers
    """In how many articles each stands."""
    docs: Pieces
    """How far the first article of a shard is from the last one before it, and what the shard says of the others."""
    impacts: Pieces
    places: Pieces
    families: list[str]
    """Those of the words of some form, parted by spaces; each once."""
    kin: tuple[Numbers, Numbers]
    """The numbers of these, and of the forms that have them."""


def forms_of_all(shards: Sequence[Shard]) -> Forms:
    """Bring the forms of all shards together."""
    numbers, found = _numbered(_lines(shard.forms, shard) for shard in shards)
    families, kin = _numbered(_lines(shard.families, shard) for shard in shards)
    names = sorted(numbers)
    if max("".join(names), default="") > "\uffff":
        names.sort(key=lambda form: form.encode("utf-16-be"))
    rank = np.empty(len(names), dtype=np.int32)
    rank[np.fromiter(map(numbers.__getitem__, names), dtype=np.int32, count=len(names))] = np.arange(len(names))
    ranks = rank[found]
    order = np.argsort(ranks, kind="stable")
    forms = ranks[order]
    begins = np.flatnonzero(np.diff(forms, prepend=-1))
    bounds = np.append(begins, len(forms))

    def pieces(name: str, lengths: Sequence[Numbers]) -> Pieces:
        source = np.frombuffer(b"".join(getattr(shard, name) for shard in shards), dtype=np.uint8)
        taken = _joined(lengths)
        return Pieces.of(source, (np.cumsum(taken) - taken)[order], taken[order], bounds)

    impacts = pieces("impacts", [_numbers(shard.counts) for shard in shards])
    return Forms(
        names=names,
        counts=impacts.sums,  # a byte for each article
        docs=_led(_leads(shards, order, begins), pieces("docs", [_lengths(shard.docs_ends) for shard in shards])),
        impacts=impacts,
        places=pieces("places", [_lengths(shard.places_ends) for shard in shards]),
        families=list(families),
        kin=(kin[order], forms.astype(np.int64)),
    )


def _lines(text: str, shard: Shard) -> list[str]:
    """Those of the forms of a shard; a text that is empty may be one line, or none."""
    return text.split("\n") if shard.counts else []


def _numbered(texts: Iterable[Sequence[str]]) -> tuple[dict[str, int], Numbers]:
    """A number for each line, and all lines as numbers."""
    numbers = defaultdict[str, int](count().__next__)
    found = [np.fromiter(map(numbers.__getitem__, lines), dtype=np.int64, count=len(lines)) for lines in texts]
    return numbers, _joined(found)


def _joined(parts: Sequence[Numbers]) -> Numbers:
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def _numbers(values: Sequence[int]) -> Numbers:
    return np.asarray(values, dtype=np.int64)


def _lengths(ends: Sequence[int]) -> Numbers:
    lengths: Numbers = np.diff(_numbers([0, *ends]))
    return lengths


def _leads(shards: Sequence[Shard], order: Numbers, begins: Numbers) -> Numbers:
    """How far the first article of each form in each shard is from the last one before it."""
    bases = [0, *accumulate(shard.articles for shard in shards)][: len(shards)]
    base = np.repeat(_numbers(bases), [len(shard.counts) for shard in shards])
    firsts, lasts = (base + _joined([_numbers(getattr(s, name)) for s in shards]) for name in ("firsts", "lasts"))
    before = np.append(0, lasts[order])[:-1]
    before[begins] = 0
    leads: Numbers = firsts[order] - before
    return leads


def _led(leads: Numbers, pieces: Pieces) -> Pieces:
    """The same, with a number before each."""
    taken = sizes(leads)
    source = np.concatenate([np.frombuffer(encode(leads), dtype=np.uint8), pieces.source])
    starts = np.stack([np.cumsum(taken) - taken, pieces.starts + taken.sum()], axis=1)
    lengths = np.stack([taken, pieces.lengths], axis=1)
    return Pieces.of(source, starts.ravel(), lengths.ravel(), pieces.bounds * 2)
