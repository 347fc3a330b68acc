"""Families: which forms are inflections of one word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from typing import Any

import numpy as np

from broadsheet.finish.search.forms import Forms
from broadsheet.finish.search.varint import Numbers

Kin = dict[int, list[tuple[int, ...]]]
"""Of each form, by its number, the families that it has others in: the numbers of all their forms."""


def kin_of(forms: Forms) -> Kin:
    """Bring together the forms of each family."""
    numbers = defaultdict[str, int](count().__next__)
    flat = np.fromiter(map(numbers.__getitem__, " ".join(forms.families).split()), dtype=np.int64)
    many = np.fromiter(map(len, map(str.split, forms.families)), dtype=np.int64, count=len(forms.families))
    found = dict[int, list[tuple[int, ...]]]()
    for family in sorted(set(_members(*_pairs(flat, many, *forms.kin)))):
        for form in family:
            found.setdefault(form, []).append(family)
    return found


def _pairs(flat: Numbers, many: Numbers, some: Numbers, forms: Numbers) -> tuple[Numbers, Numbers]:
    """
    Families and forms, each pair once, from the families that stand together and their forms.

    `flat` are all families, of which `many` each time stand together; `some` says which of these a form has.
    """
    some, forms = _distinct(some, forms)
    taken = many[some] if len(some) else some
    at = np.arange(taken.sum()) + np.repeat((np.cumsum(many) - many)[some] - (np.cumsum(taken) - taken), taken)
    return _distinct(flat[at], np.repeat(forms, taken))


def _distinct(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """Each pair once, in order."""
    both = np.unique(one << 32 | other)
    return both >> 32, both & (1 << 32) - 1


def _members(families: Numbers, forms: Numbers) -> list[tuple[int, ...]]:
    """The forms of each family that has two or more."""
    begins = np.flatnonzero(np.diff(families, prepend=-1))
    ends = np.append(begins[1:], len(families))
    several, numbers = ends - begins > 1, forms.tolist()
    bounds = zip(begins[several].tolist(), ends[several].tolist(), strict=True)
    return [tuple(numbers[first:end]) for first, end in bounds]


def kin_said(kin: Kin, names: Sequence[str], first: int, end: int) -> dict[str, Any]:
    """Of a chunk: of each form that has some, the numbers of its families; of each family, who is elsewhere."""
    numbers = dict[tuple[int, ...], int]()
    here = {
        str(form - first): [numbers.setdefault(family, len(numbers)) for family in kin[form]]
        for form in range(first, end)
        if form in kin
    }
    elsewhere = [[names[form] for form in family if not first <= form < end] for family in numbers]
    return {"kin": here, "elsewhere": elsewhere}
