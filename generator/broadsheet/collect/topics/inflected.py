"""Names that a language declines: “Iranu”, “Iranem” and “Iran” are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile

from broadsheet.collect.gathering.nouns import may_inflect
from broadsheet.collect.gathering.stems import stemmer
from broadsheet.collect.topics.merging import rename
from broadsheet.collect.topics.persons import is_person
from broadsheet.collect.topics.tally import Tally
from broadsheet.collect.topics.uses import Uses, names_of

DECLINING = frozenset("pl ru uk be cs sk sl hr sr bs bg mk lt lv et fi hu tr is el la".split())
"""Languages whose names take endings."""
WITH_ADJECTIVES = frozenset(("de",))
"""Those in which only adjectives in them do."""
STEM = 4
"""Letters that forms of one word have in common, at least."""
_COMMON = 3
"""The same where a stemmer of the language finds one stem."""
_ENDING = 3
"""Letters that they may differ by."""


def merge_inflected(uses: Sequence[Uses], languages: Sequence[str | None], tally: Tally) -> None:
    """
    Count the forms of a declined name as the most usual one.

    Of as many words each, which begin alike and differ in their last letters only; in languages of which only the
    adjectives decline, of names that begin with one (“Deutschen Bank”).  Left alone: words too short to tell.
    """
    at_hand: Counter[tuple[str, str]] = Counter()
    said: Counter[str] = Counter()
    tags = [(language or "").partition("-")[0] for language in languages]
    declined = [(use, tag) for use, tag in zip(uses, tags, strict=True) if tag in DECLINING or tag in WITH_ADJECTIVES]
    for use, tag in declined:
        found = [key for key in names_of(use) if not use[key].initials and _declines(key, tag)]
        at_hand.update((key, tag) for key in found)
        said.update({key: use[key].count for key in found})
    declining, times = tally.counted("declining", at_hand), tally.counted("times of declining", said)
    rename((use for use, _ in declined), tally.decided("declined", lambda: _heads(declining, times)))


def _heads(declining: Mapping[tuple[str, str], int], times: Mapping[str, int]) -> dict[str, str]:
    """For each form the most usual one; a name of several languages is taken for one of that which has it most."""
    counts: Counter[str] = Counter()
    tag_of: dict[str, str] = {}
    for (key, tag), number in sorted(declining.items(), key=lambda item: (item[1], item[0])):
        counts[key] += number
        tag_of[key] = tag
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(counts, key=lambda key: (_oblique(key, tag_of[key]), -counts[key], -times[key], len(key), key)):
        alike[tuple(part[:_COMMON] for part in key.split())].append(key)
    into: dict[str, str] = {}
    for keys in alike.values():
        heads: list[str] = []
        for key in keys:
            head = next((head for head in heads if one_word_each(head, key, tag_of[key])), None)
            if head is None:
                heads.append(key)
            else:
                into[key] = head
    return into


def _declines(key: str, tag: str) -> bool:
    return tag in DECLINING or (" " in key and may_inflect(key.partition(" ")[0]) and not is_person(key))


def _oblique(key: str, tag: str) -> bool:
    """Whether the adjective that a name begins with has an ending that no subject has."""
    return tag in WITH_ADJECTIVES and not key.partition(" ")[0].endswith("e")


def one_word_each(one: str, other: str, tag: str = "") -> bool:
    """Whether two names have as many words, which are alike but for their endings."""
    return all(_alike(a, b, tag) for a, b in zip(one.split(), other.split(), strict=True))


def _alike(one: str, other: str, tag: str) -> bool:
    if one == other:
        return True
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    if stem >= STEM and max(len(one), len(other)) - stem <= _ENDING:
        return True
    stem_of = stemmer(tag) if tag in DECLINING else None
    return stem_of is not None and stem_of(one) == stem_of(other)
