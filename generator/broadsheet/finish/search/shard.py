"""
A shard: the index of some articles that follow one another, from which the index of all is merged.

For each form: in which articles it stands, how much it says of each (its impact), and at which places.  The impact is
that of BM25, with the fields weighed as BM25F does (Robertson and Zaragoza, 2009), against a fixed length in the place
of the collection's average: so it depends on nothing but the article, and a shard stays good when others change.
"""

from __future__ import annotations

import zipfile
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet.finish.search.record import Record
from broadsheet.finish.search.varint import Numbers, encode, sizes
from broadsheet.finish.search.words import family_finder, forms_of, pattern

_WEIGHTS = (12, 6, 4, 1)
"""Of a word in each of `Record.fields`."""
_GAP = 16
"""Places between two fields: no phrase goes over from one into the next."""
_SATURATION, _LENGTH, _USUAL = 2.0, 0.6, 400
"""Of BM25: k1, b, and the words of a usual article."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The index of some articles; all by form, the forms in the order of their letters."""

    articles: int
    forms: list[str]
    families: list[str]
    """Of each form, those of its words, parted by spaces."""
    counts: Sequence[int]
    """In how many articles each stands."""
    firsts: Sequence[int]
    """The first of these."""
    lasts: Sequence[int]
    docs: bytes
    """Of the others, how far each is from the one before."""
    docs_ends: Sequence[int]
    impacts: bytes
    """One byte for each article of each form."""
    places: bytes
    """For each article of each form, how many places follow, and how far each is from the one before."""
    places_ends: Sequence[int]


class _Forms(dict[str, int]):
    """The words of one language with the numbers of their forms; of an unspaced run, its own number below 0."""

    def __init__(self, language: str, numbers: dict[str, int], families: list[set[str]]) -> None:
        super().__init__()
        self._numbers, self._families, self._family = numbers, families, family_finder(language)
        self.runs: list[list[int]] = []

    def __missing__(self, word: str) -> int:
        forms = forms_of(word)
        found = [self._numbers.setdefault(form, len(self._numbers)) for form in forms]
        self._families.extend(set() for _ in range(len(self._numbers) - len(self._families)))
        if len(found) == 1:
            if family := self._family(word):
                self._families[found[0]].add(family)
            self[word] = found[0]
        else:
            self.runs.append(found)
            self[word] = -len(self.runs)
        return self[word]


def build(records: Sequence[Record]) -> Shard:
    """Index some articles."""
    numbers: dict[str, int] = {}
    families: list[set[str]] = []
    parts = list(_occurrences(records, numbers, families))
    forms = sorted(numbers)
    rank = np.empty(len(forms), dtype=np.int64)
    rank[[numbers[form] for form in forms]] = np.arange(len(forms))
    found, docs, places, weights = (
        np.concatenate([part[column] for part in parts] or [np.zeros(0, dtype=np.int64)]) for column in range(4)
    )
    found = rank[found] if len(found) else found
    order = np.argsort(found, kind="stable")
    lengths = np.bincount(docs, minlength=len(records))
    postings = _postings(len(forms), found[order], docs[order], places[order], weights[order], lengths)
    return Shard(len(records), forms, [" ".join(sorted(families[numbers[form]])) for form in forms], *postings)


def _occurrences(
    records: Sequence[Record], numbers: dict[str, int], families: list[set[str]]
) -> Iterator[tuple[Numbers, Numbers, Numbers, Numbers]]:
    """Of each field of each article: the forms, the article, the places and the weights."""
    find, known = pattern().findall, dict[str, _Forms]()
    for doc, record in enumerate(records):
        forms = known.setdefault(record.language, _Forms(record.language, numbers, families))
        place = 0
        for text, weight in zip(record.fields, _WEIGHTS, strict=True):
            found = [forms[word] for word in find(text)]
            if found and min(found) < 0:
                found = [form for one in found for form in ([one] if one >= 0 else forms.runs[-one - 1])]
            size = len(found)
            yield (
                np.array(found, dtype=np.int64),
                np.full(size, doc),
                np.arange(place, place + size),
                np.full(size, weight),
            )
            place += size + _GAP


def _postings(
    forms: int, found: Numbers, docs: Numbers, places: Numbers, weights: Numbers, lengths: Numbers
) -> tuple[Sequence[int], Sequence[int], Sequence[int], bytes, Sequence[int], bytes, bytes, Sequence[int]]:
    """The fields of a shard, of occurrences in the order of form, article and place."""
    if not len(found):
        return [], [], [], b"", [], b"", b"", []
    new_form = np.diff(found, prepend=-1) != 0
    pairs = np.flatnonzero(new_form | (np.diff(docs, prepend=-1) != 0))  # where a form begins in an article
    of_form, of_doc, opens = found[pairs], docs[pairs], new_form[pairs]
    starts = np.flatnonzero(opens)
    counts = np.diff(starts, append=len(pairs))
    steps = np.diff(of_doc, prepend=0)[~opens]
    steps_taken = np.bincount(of_form[~opens], weights=sizes(steps), minlength=forms).astype(np.int64)
    times = np.diff(pairs, append=len(found))
    gaps = np.diff(places, prepend=0)
    gaps[pairs] = places[pairs]
    said = np.insert(gaps, pairs, times)
    said_of = np.insert(found, pairs, of_form)
    said_taken = np.bincount(said_of, weights=sizes(said), minlength=forms).astype(np.int64)
    return (
        _numbers(counts),
        _numbers(of_doc[starts]),
        _numbers(of_doc[np.append(starts[1:], len(pairs)) - 1]),
        encode(steps),
        _numbers(np.cumsum(steps_taken)),
        _impacts(np.add.reduceat(weights, pairs), lengths[of_doc]).tobytes(),
        encode(said),
        _numbers(np.cumsum(said_taken)),
    )


def _numbers(values: NDArray[Any]) -> Sequence[int]:
    """In four bytes each: a list takes forty."""
    return array("I", values.astype(np.uintc).tobytes())


def _impacts(weights: Numbers, lengths: Numbers) -> NDArray[np.uint8]:
    """From 1 to 255, where 255 is what no word reaches, however often it occurs."""
    longer = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / _USUAL)
    return np.maximum(1, np.round(255 * weights / (weights + longer))).astype(np.uint8)


def save(shard: Shard, file: Path) -> None:
    """Keep a shard; whole, or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    with new.open("wb") as stream:
        np.savez(
            stream,
            articles=shard.articles,
            forms=_bytes("\n".join(shard.forms)),
            families=_bytes("\n".join(shard.families)),
            docs=_bytes(shard.docs),
            impacts=_bytes(shard.impacts),
            places=_bytes(shard.places),
            numbers=np.array(
                [shard.counts, shard.firsts, shard.lasts, shard.docs_ends, shard.places_ends], dtype=np.uint32
            ),
        )
    new.replace(file)


def load(file: Path) -> Shard | None:
    """Give a shard that was kept; ``None`` where there is none, or the file is damaged."""
    try:
        with file.open("rb") as stream, np.load(stream) as kept:
            numbers = [_numbers(column) for column in kept["numbers"]]
            forms, families = (kept[name].tobytes().decode("utf-8").split("\n") for name in ("forms", "families"))
            docs, impacts, places = (kept[name].tobytes() for name in ("docs", "impacts", "places"))
            articles = int(kept["articles"])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    if not numbers[0]:
        forms, families = [], []
    counts, firsts, lasts, docs_ends, places_ends = numbers
    return Shard(articles, forms, families, counts, firsts, lasts, docs, docs_ends, impacts, places, places_ends)


def _bytes(content: bytes | str) -> NDArray[np.uint8]:
    data = content.encode("utf-8") if isinstance(content, str) else content
    return np.frombuffer(data, dtype=np.uint8)
