"""
The index of all articles, merged from the shards and cut into chunks.

A reader loads the chunk of each word that is searched for, and no other.  So what a search weighs does not depend on
how many shards there are, and hardly on how many articles.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any

from broadsheet.finish.search.script import Shelf
from broadsheet.finish.search.shard import Shard
from broadsheet.finish.search.varint import encode_one

_CHUNK = 24_000
"""Bytes of a chunk before it is compressed; a form that has more stands alone."""
_PLACES = 48_000
"""Bytes of the places of a chunk, which are loaded for phrases, and to see which words stand side by side."""
_FORM = 12
"""Bytes that a form takes in the header, about."""
_COMMON = 4
"""A word that stands in more than one of so many articles is left out of queries that have others..."""
_COMMON_FROM = 3000
"""...if it is in so many: in a small collection, no word costs much."""


@dataclass(slots=True)
class _Chunk:
    """Forms that follow one another, with all their postings."""

    forms: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    docs: list[bytes] = field(default_factory=list)
    impacts: list[bytes] = field(default_factory=list)
    places: list[bytes] = field(default_factory=list)
    size: int = 0
    places_size: int = 0


def merge(shards: Sequence[Shard], shelf: Shelf) -> dict[str, Any]:
    """
    Write the chunks (``w/0``: in which articles; ``p/0``: at which places), and tell what each begins with.

    It also tells how many bytes of places each has, and the common forms with the numbers of their articles.
    """
    families = _families(shards)
    firsts, sizes, common = list[str](), list[int](), list[tuple[str, int]]()
    articles = sum(shard.articles for shard in shards)
    for number, chunk in enumerate(_chunks(shards)):
        firsts.append(chunk.forms[0])
        sizes.append(chunk.places_size)
        common += [
            (form, count)
            for form, count in zip(chunk.forms, chunk.counts, strict=True)
            if count > max(_COMMON_FROM, articles // _COMMON)
        ]
        header = {
            "forms": chunk.forms,
            "counts": chunk.counts,
            "docs": [len(docs) for docs in chunk.docs],
            **_kin(chunk.forms, families),
        }
        shelf.put(f"w/{number}", header, *chunk.docs, *chunk.impacts)
        shelf.put(f"p/{number}", {"places": [len(places) for places in chunk.places]}, *chunk.places)
    return {"firsts": firsts, "places": sizes, "common": common}


def _families(shards: Sequence[Shard]) -> dict[str, list[tuple[str, ...]]]:
    """Of each form, the families that it has others in."""
    alone = dict[str, str]()  # most families have but one form: a set for each of them would fill the memory
    members = defaultdict[str, set[str]](set)
    for shard in shards:
        for form, families in zip(shard.forms, shard.families, strict=True):
            for name in families.split():
                if (first := alone.setdefault(name, form)) != form:
                    members[name].update((first, form))
    found = defaultdict[str, set[tuple[str, ...]]](set)
    for forms in members.values():
        family = tuple(sorted(forms))
        for form in family:
            found[form].add(family)
    return {form: sorted(families) for form, families in found.items()}


def _kin(forms: Sequence[str], families: dict[str, list[tuple[str, ...]]]) -> dict[str, Any]:
    """For a header: of each form that has some, the numbers of its families; of each family, who is elsewhere."""
    here, numbers = set(forms), dict[tuple[str, ...], int]()
    kin = {
        str(at): [numbers.setdefault(family, len(numbers)) for family in families[form]]
        for at, form in enumerate(forms)
        if form in families
    }
    return {"kin": kin, "elsewhere": [[form for form in family if form not in here] for family in numbers]}


def _chunks(shards: Sequence[Shard]) -> Iterator[_Chunk]:
    """All forms in the order of their letters."""
    bases = [0, *accumulate(shard.articles for shard in shards)]
    starts = [array("I", [0, *accumulate(shard.counts)]) for shard in shards]
    chunk = _Chunk()
    for form, found in groupby(_forms(shards), key=itemgetter(0)):
        docs, impacts, places, count, last = list[bytes](), list[bytes](), list[bytes](), 0, 0
        for _, number, at in found:
            shard, base = shards[number], bases[number]
            docs.append(encode_one(base + shard.firsts[at] - last))
            docs.append(shard.docs[shard.docs_ends[at - 1] if at else 0 : shard.docs_ends[at]])
            impacts.append(shard.impacts[starts[number][at] : starts[number][at + 1]])
            places.append(shard.places[shard.places_ends[at - 1] if at else 0 : shard.places_ends[at]])
            count += shard.counts[at]
            last = base + shard.lasts[at]
        size, places_size = sum(map(len, docs)) + count + _FORM, sum(map(len, places))
        if chunk.forms and (chunk.size + size > _CHUNK or chunk.places_size + places_size > _PLACES):
            yield chunk
            chunk = _Chunk()
        chunk.forms.append(form)
        chunk.counts.append(count)
        chunk.docs.append(b"".join(docs))
        chunk.impacts.append(b"".join(impacts))
        chunk.places.append(b"".join(places))
        chunk.size += size
        chunk.places_size += places_size
    if chunk.forms:
        yield chunk


def _forms(shards: Sequence[Shard]) -> Iterator[tuple[str, int, int]]:
    """Each form of each shard with their numbers, in the order of JavaScript; of one form, in that of the shards."""
    ends = [0, *accumulate(len(shard.forms) for shard in shards)]
    forms = [form for shard in shards for form in shard.forms]
    order = sorted(range(len(forms)), key=forms.__getitem__)  # the forms of each shard are sorted: this merges them
    if max(map(max, forms), default="") > "\uffff":
        order.sort(key=lambda at: forms[at].encode("utf-16-be"))
    for at in order:
        number = bisect_right(ends, at) - 1
        yield forms[at], number, at - ends[number]
