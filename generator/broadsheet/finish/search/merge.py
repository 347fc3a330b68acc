"""
The index of all articles, merged from the shards and cut into chunks.

A reader loads the chunk of each word that is searched for, and no other.  So what a search weighs does not depend on
how many shards there are, and hardly on how many articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any
from zlib import crc32

import numpy as np

from broadsheet.cache import Print
from broadsheet.finish.search.forms import Forms, forms_of_all
from broadsheet.finish.search.kin import Kin, kin_of, kin_said
from broadsheet.finish.search.script import Shelf, packed
from broadsheet.finish.search.shard import Shard
from broadsheet.finish.search.varint import Numbers
from broadsheet.pipeline.crew import each

_CHUNK = 28_000
"""Bytes of a chunk before it is compressed, at most; a form that has more stands alone."""
_PLACES = 56_000
"""Bytes of the places of a chunk, which are loaded for phrases, and to see which words stand side by side."""
_LEAST = 0.7
"""Of either, what a chunk has before it may end."""
_FORM = 12
"""Bytes that a form takes in the header, about."""
_COMMON = 4
"""A word that stands in more than one of so many articles is left out of queries that have others..."""
_COMMON_FROM = 3000
"""...if it is in so many: in a small collection, no word costs much."""
_TASK = 8
"""Chunks of one task."""


def merge(shards: Sequence[Shard], shelf: Shelf, *, alone: bool) -> dict[str, Any]:
    """
    Write the chunks (``w/…``: in which articles; ``p/…``: at which places), and tell what each begins with.

    It also tells how they are called, how many bytes of places each has, and the common forms with the numbers of their
    articles.  It does so `alone` where the other processors have other work.
    """
    forms, articles = forms_of_all(shards), sum(shard.articles for shard in shards)
    kin = kin_of(forms)
    cuts = list(cuts_of(forms.names, forms.docs.sums + forms.counts + _FORM, forms.places.sums))
    chunks = list(pairwise(cuts))

    def write(task: int) -> tuple[list[tuple[str, str]], dict[str, Print]]:
        own = shelf.another
        names = [_put(forms, kin, *chunk, own) for chunk in chunks[task * _TASK : (task + 1) * _TASK]]
        return names, own.prints

    names, tasks = list[tuple[str, str]](), -(-len(chunks) // _TASK)
    alone = alone or not shelf.empty  # to take most of them from the last site is soon done
    made = map(write, range(tasks)) if alone else each(write, tasks)
    for some, prints in made:
        names += some
        shelf.prints.update(prints)
    often = np.flatnonzero(forms.counts > max(_COMMON_FROM, articles // _COMMON)).tolist()
    return {
        "words": "".join(words for words, _ in names),
        "places": "".join(places for _, places in names),
        "firsts": [forms.names[first] for first, _ in chunks],
        "sizes": [int(forms.places.sums[first:end].sum()) for first, end in chunks],
        "common": [(forms.names[form], int(forms.counts[form])) for form in often],
    }


def _put(forms: Forms, kin: Kin, first: int, end: int, shelf: Shelf) -> tuple[str, str]:
    """Write one chunk: some forms that follow one another, with all their postings."""
    header = {
        "forms": forms.names[first:end],
        "counts": forms.counts[first:end].tolist(),
        "docs": forms.docs.sums[first:end].tolist(),
        **kin_said(kin, forms.names, first, end),
    }
    places = {"places": forms.places.sums[first:end].tolist()}
    return (
        shelf.put("w/", packed(header, forms.docs.joined(first, end), forms.impacts.joined(first, end))),
        shelf.put("p/", packed(places, forms.places.joined(first, end)), repeats=False),
    )


def cuts_of(names: Sequence[str], sizes: Numbers, places: Numbers) -> Iterator[int]:
    """
    Where chunks begin and end, by the bytes of each form and of its places.

    Of the forms before which a chunk may end, it ends before the one whose checksum is the least.  So a word more moves
    the bounds of its own chunk at most, and those that follow are the same as before.
    """
    ends = [(np.append(0, np.cumsum(taken)), most) for taken, most in ((sizes, _CHUNK), (places, _PLACES))]
    at, end = 0, len(names)
    yield 0
    while at < end:
        most = max(at + 1, min(int(np.searchsorted(sums, sums[at] + room, "right")) - 1 for sums, room in ends))
        least = max(at + 1, min(int(np.searchsorted(sums, sums[at] + _LEAST * room)) for sums, room in ends))
        may_end = range(min(least, most), most + 1)
        at = end if most >= end else min(may_end, key=lambda form: crc32(names[form].encode()))
        yield at
