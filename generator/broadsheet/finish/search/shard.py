"""
A shard: the index of some articles that follow one another, from which the index of all is merged.

For each form: in which articles it stands, how much it says of each (its impact), and at which places.  The impact is
that of BM25, with the fields weighed as BM25F does (Robertson and Zaragoza, 2009), against a fixed length in the place
of the collection's average: so it depends on nothing but the article, and a shard stays good when others change.  The
length of an article counts in steps of a sixteenth to an eighth: so a word more seldom changes what all others say.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, compress
from operator import ne
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet.finish.search.record import Record, Texts
from broadsheet.finish.search.varint import Numbers, encoded
from broadsheet.finish.search.vocabulary import Vocabulary, vocabulary

_WEIGHTS = (12, 6, 4, 1)
"""Of a word of the title, of what is known of an article, of its standfirst and of its body."""
_SHORT = 1 << 16
"""Up to so many numbers take two bytes each, and numpy sorts them by these in a tenth of the time."""
_GAP = 16
"""Places between two fields: no phrase goes over from one into the next."""
_SATURATION, _LENGTH, _USUAL = 2.0, 0.6, 400
"""Of BM25: k1, b, and the words of a usual article."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The index of some articles; all by form, the forms in the order of their letters."""

    articles: int
    forms: str
    """A line for each."""
    families: str
    """A line for each form: those of its words, parted by spaces."""
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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of texts of some articles."""

    vocabulary: Vocabulary
    terms: NDArray[np.int32]
    """By their numbers in the vocabulary, one text after another."""
    taken: Numbers
    """For each article (row), how many terms each of its texts (column) has."""


def words_of(languages: Sequence[str], texts: Sequence[Sequence[str]], known: Vocabulary) -> Words:
    """Look up the words of some texts, as many for each article, which comes with its language."""
    found, ends = array("i"), array("i", [0])
    for language, some in zip(languages, texts, strict=True):
        number = known.finder(language)
        for text in some:
            found.extend(map(number, text.split()))
            ends.append(len(found))
    terms, taken = known.resolved(np.asarray(found, dtype=np.int64))
    before = np.append(0, np.cumsum(taken))[np.asarray(ends)]
    return Words(known, terms.astype(np.int32), np.diff(before).reshape(len(languages), -1))


def words_said(records: Sequence[Record], texts: Sequence[Texts]) -> Words:
    """Look up the words of what some articles say; what is known of them may come later."""
    return words_of([record.language for record in records], texts, vocabulary())


def build(records: Sequence[Record], said: Words) -> Shard:
    """Index some articles by the words of what they say, and by what is known of them."""
    known = words_of([record.language for record in records], [(record.known,) for record in records], said.vocabulary)
    found, taken = _together(said, known)
    forms, kin, ranks = _forms(found, said.vocabulary)
    places, docs, weights = _stands(taken)
    of_form = ranks[found]
    order = np.argsort(of_form.astype(np.uint16) if len(forms) <= _SHORT else of_form, kind="stable")
    postings = _postings(of_form[order], docs[order], places[order], weights[order], taken.sum(axis=1))
    return Shard(len(records), "\n".join(forms), "\n".join(kin), *postings)


def _forms(found: NDArray[np.int32], known: Vocabulary) -> tuple[list[str], list[str], NDArray[np.int64]]:
    """The forms of some terms in their order, the families of each, and which of them each term of all has."""
    used = np.flatnonzero(np.bincount(found, minlength=len(known.terms))).tolist()
    used.sort(key=known.terms.__getitem__)  # those of a form stand together, since a space comes before all letters
    parts = [known.terms[number].partition(" ") for number in used]
    forms = [form for form, _, _ in parts]
    begins = list(map(ne, forms, chain([""], forms)))
    kin = list[str]()
    for is_first, (_, _, family) in zip(begins, parts, strict=True):
        if is_first:
            kin.append(family)
        else:
            kin[-1] = f"{kin[-1]} {family}" if kin[-1] else family
    ranks = np.zeros(len(known.terms), dtype=np.int64)
    ranks[used] = np.cumsum(begins) - 1
    return list(compress(forms, begins)), kin, ranks


def _together(said: Words, known: Words) -> tuple[NDArray[np.int32], Numbers]:
    """The terms of all that articles are found by: what is known of them comes after their titles."""
    title_ends = np.cumsum(said.taken.ravel()).reshape(said.taken.shape)[:, 0]
    terms = np.insert(said.terms, np.repeat(title_ends, known.taken[:, 0]), known.terms)
    return terms, np.insert(said.taken, 1, known.taken[:, 0], axis=1)


def _stands(taken: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Of each term in the order of the articles: its place, its article and its weight."""
    flat = taken.ravel()
    begins = np.cumsum(taken + _GAP, axis=1) - (taken + _GAP)  # the place of the first term of each field
    before = np.cumsum(flat) - flat
    places = np.arange(flat.sum()) + np.repeat(begins.ravel() - before, flat)
    docs = np.repeat(np.arange(len(taken)), taken.sum(axis=1))
    return places, docs, np.repeat(np.tile(_WEIGHTS, len(taken)), flat)


def _postings(
    found: Numbers, docs: Numbers, places: Numbers, weights: Numbers, lengths: Numbers
) -> tuple[Sequence[int], Sequence[int], Sequence[int], bytes, Sequence[int], bytes, bytes, Sequence[int]]:
    """The fields of a shard, of occurrences in the order of form, article and place."""
    if not len(found):
        return [], [], [], b"", [], b"", b"", []
    new_form = np.diff(found, prepend=-1) != 0
    pairs = np.flatnonzero(new_form | (np.diff(docs, prepend=-1) != 0))  # where a form begins in an article
    of_doc, opens = docs[pairs], new_form[pairs]
    starts = np.flatnonzero(opens)
    counts = np.diff(starts, append=len(pairs))
    steps, steps_bounds = encoded(np.diff(of_doc, prepend=0)[~opens])
    times = np.diff(pairs, append=len(found))
    gaps = np.diff(places, prepend=0)
    gaps[pairs] = places[pairs]
    said, said_bounds = encoded(np.insert(gaps, pairs, times))
    ends = np.append(starts[1:], len(pairs))
    return (
        numbers(counts),
        numbers(of_doc[starts]),
        numbers(of_doc[ends - 1]),
        steps,
        numbers(steps_bounds[np.cumsum(counts - 1)]),
        _impacts(np.add.reduceat(weights, pairs), lengths[of_doc]).tobytes(),
        said,
        numbers(said_bounds[np.append(pairs[starts[1:]], len(found)) + ends]),
    )


def numbers(values: NDArray[Any]) -> Sequence[int]:
    """In four bytes each: a list takes forty."""
    return array("I", values.astype(np.uintc).tobytes())


def _impacts(weights: Numbers, lengths: Numbers) -> NDArray[np.uint8]:
    """From 1 to 255, where 255 is what no word reaches, however often it occurs."""
    step = 1 << np.maximum(0, np.frexp(lengths)[1].astype(np.int64) - 4)
    about = lengths // step * step + step // 2
    longer = _SATURATION * (1 - _LENGTH + _LENGTH * about / _USUAL)
    impacts: NDArray[np.uint8] = np.maximum(1, np.round(255 * weights / (weights + longer))).astype(np.uint8)
    return impacts
