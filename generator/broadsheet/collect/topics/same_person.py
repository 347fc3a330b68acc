"""Forms of one person's name in an article, counted as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from broadsheet.collect.topics.persons import is_person
from broadsheet.collect.topics.tally import Tally
from broadsheet.collect.topics.uses import Uses, add_use, names_of


def merge_persons(uses: Sequence[Uses], tally: Tally) -> None:
    """
    Count the names of one person in an article as one: “G Hopper”, “Grace Hopper”, “Grace Murray Hopper”.

    Those that end alike, and begin alike, or one of which is the end of the other; under the most usual one that has
    no initial first.
    """
    names = [[key for key in names_of(use) if " " in key] for use in uses]
    articles = tally.counted("persons", Counter(chain.from_iterable(names)))
    for use, some in zip(uses, names, strict=True):
        families: defaultdict[str, list[str]] = defaultdict(list)
        for key in some if len(some) > 1 else ():
            families[key.rpartition(" ")[2]].append(key)
        for keys in families.values():
            if len(keys) > 1:
                _merge_family(use, sorted(keys, key=lambda key: (key[1] == " ", -articles[key], -len(key), key)))


def _merge_family(use: Uses, keys: Sequence[str]) -> None:
    heads: list[str] = []
    for key in keys:
        fitting = [head for head in heads if (is_person(head) or not use[key].long) and _is_form(key, head)]
        if len(fitting) == 1:
            add_use(use, fitting[0], use.pop(key))
        else:
            heads.append(key)


def _is_form(key: str, head: str) -> bool:
    """Whether a name is one of the same person as another that ends in the same word."""
    first, full = key.partition(" ")[0], head.partition(" ")[0]
    return first == full or (len(first) == 1 and full.startswith(first)) or head.endswith(f" {key}")
