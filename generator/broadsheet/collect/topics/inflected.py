"""Names that a language declines: “Iranu”, “Iranem” and “Iran” are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile

from broadsheet.collect.topics.merging import rename
from broadsheet.collect.topics.uses import Uses
from broadsheet.model.gathered import Sort

_DECLINING = frozenset("pl ru uk be cs sk sl hr sr bs bg mk lt lv et fi hu tr is el la".split())
"""Languages whose names take endings."""
_STEM = 4
"""Letters that forms of one word have in common, at least."""
_ENDING = 3
"""Letters that they may differ by."""


def merge_inflected(uses: Sequence[Uses], languages: Sequence[str | None], forms: Mapping[str, Counter[str]]) -> None:
    """
    Count the forms of a declined name as the most usual one.

    Of as many words each, which begin alike and differ in their last letters only.  Left alone: languages that do not
    decline names, and words too short to tell.
    """
    counts: Counter[str] = Counter()
    for use, language in zip(uses, languages, strict=True):
        if (language or "").partition("-")[0] in _DECLINING:
            counts.update(key for key, u in use.items() if u.sort == Sort.NAME and not u.initials)
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(counts, key=lambda key: (-counts[key], len(key), key)):
        alike[tuple(part[:_STEM] for part in key.split())].append(key)
    into: dict[str, str] = {}
    for keys in alike.values():
        heads: list[str] = []
        for key in keys:
            head = next((head for head in heads if _one_word_each(head, key)), None)
            if head is None:
                heads.append(key)
            else:
                into[key] = head
    rename((use for use, tag in zip(uses, languages, strict=True) if (tag or "").partition("-")[0] in _DECLINING), into)


def _one_word_each(one: str, other: str) -> bool:
    return all(_alike(a, b) for a, b in zip(one.split(), other.split(), strict=True))


def _alike(one: str, other: str) -> bool:
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or (stem >= _STEM and max(len(one), len(other)) - stem <= _ENDING)
