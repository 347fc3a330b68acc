"""The keys of names, and how often each name is used."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from broadsheet.collect.topics.persons import is_person
from broadsheet.model.gathered import NAME, Gathered

_MARKS = re.compile(r"[-‐‑'’.&\s]+")


@cache
def key_of(form: str) -> str:
    """
    What all ways to write a name have in common.

    >>> key_of("Kim Jong-un") == key_of("Kim Jong Un"), key_of("O’Shaughnessy")
    (True, 'o shaughnessy')
    """
    folded = form.casefold()
    return folded if folded.isalpha() else _MARKS.sub(" ", folded).strip()


class NameCounts(NamedTuple):
    """How often names are used, by their keys."""

    articles: Counter[str]
    """In how many articles each stands."""
    times: Counter[str]
    """How often it does."""
    inside: Counter[str]
    """In how many articles it stands inside a sentence."""
    parts: Counter[str]
    """In how many articles a word has a capital that no beginning of a sentence explains."""
    surnames: Counter[str]
    """In how many a word is the last one of a person's name."""


def counts_of_names(gathered: Iterable[Gathered]) -> NameCounts:
    """Count the names of all articles."""
    counts = tuple(defaultdict[str, int](int) for _ in NameCounts._fields)
    articles, times, inside, parts, surnames = counts
    for form, (has, count, within) in _forms(gathered).items():
        key = key_of(form)
        articles[key] += has
        times[key] += count
        inside[key] += within
        first, _, rest = key.partition(" ")
        parts[first] += within
        for word in rest.split():
            parts[word] += has
        if rest and is_person(form):
            surnames[key.rpartition(" ")[2]] += has
    return NameCounts(*map(Counter, counts))


def _forms(gathered: Iterable[Gathered]) -> dict[str, list[int]]:
    """Of each form of a name: how many articles have it, how often it stands there, how many have it in a sentence."""
    found: dict[str, list[int]] = {}
    for one in gathered:
        for form, sort, times, opening, _ in one.mentions:
            if sort == NAME:
                if (counts := found.get(form)) is None:
                    counts = found[form] = [0, 0, 0]
                counts[0] += 1
                counts[1] += times
                counts[2] += times > opening
    return found
