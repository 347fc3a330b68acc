"""The topics of a collection of which most articles were gone through in an earlier build."""

from __future__ import annotations

import hashlib
import pickle
import re
from array import array
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any
from zlib import crc32

import numpy as np

from broadsheet.cache import Store, code_version
from broadsheet.collect.kept import NOTHING, Kept
from broadsheet.collect.topics.choosing import Found, Said, Setting, about, choose, languages_of
from broadsheet.collect.topics.concerned import concerned
from broadsheet.collect.topics.tally import Before, Forms, Now, Tally
from broadsheet.collect.topics.weighing import Weighing
from broadsheet.model import Article, TopicRules
from broadsheet.model.gathered import Gathered

_LAST = b"memory of topics"
"""Under this key the store has the one under which the last memory is."""
_MOST = 10
"""If more than one of so many articles has to be gone through, all are."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What an earlier build found."""

    articles: tuple[bytes, ...]
    """The keys of its articles."""
    said: tuple[Said, ...]
    counts: dict[str, Mapping[Any, int]]
    decisions: dict[str, Mapping[str, object]]
    forms: Forms
    words: tuple[str, ...]
    """Those whose numbers were asked for."""
    asked: tuple[tuple[str, int, str], ...]
    """The mentions that were read: form, sort, and language."""
    text: str
    """Their forms in small letters, each behind a line end."""
    lines: bytes
    """Where in it each begins."""
    had: bytes
    """For each article the checksums of all keys that it had at any step, and of its forms."""
    ends: bytes
    """Where those of each article end."""

    @classmethod
    def of(cls, articles: Sequence[Article], found: Found, words: Collection[str], tally: Tally) -> Memory:
        """Remember what was found."""
        sum_of = _Sums().__getitem__
        had, ends = array("I"), array("q")
        for use in found.uses:
            had.extend(set(map(sum_of, chain(use.had, use.forms))))
            ends.append(len(had))
        asked = tuple(found.reader.asked)
        text = "".join([f"\n{form}" for form, _, _ in asked]).casefold()
        lines = array("q", [match.start() for match in re.finditer("\n", text)])
        return cls(
            tuple(article.key for article in articles),
            tuple(found.said),
            dict(tally.counts),
            dict(tally.decisions),
            dict(tally.forms),
            tuple(words),
            asked,
            text,
            lines.tobytes(),
            had.tobytes(),
            ends.tobytes(),
        )

    def beginning(self, words: Collection[str]) -> Iterator[tuple[str, int, str]]:
        """The mentions in which a word begins with one of some folded words."""
        text, lines = self.text, memoryview(self.lines).cast("q")
        for word in words:
            at = text.find(word)
            while at > 0:
                if not text[at - 1].isalnum():
                    yield self.asked[bisect(lines, at) - 1]
                at = text.find(word, at + 1)

    def with_any(self, sums: Collection[int]) -> set[int]:
        """The places of the articles that had a key with one of these checksums."""
        had, ends = np.frombuffer(self.had, np.uint32), np.frombuffer(self.ends, np.int64)
        hits = np.flatnonzero(np.isin(had, np.fromiter(sums, np.uint32)))
        return set(np.searchsorted(ends, hits, side="right").tolist())


class _Sums(dict[str, int]):
    """The checksums of keys."""

    def __missing__(self, key: str) -> int:
        found = self[key] = crc32(key.encode("utf-8", "surrogatepass"))
        return found


def choose_again(
    articles: Sequence[Article], gathered: Sequence[Gathered], setting: Setting, store: Store | None
) -> tuple[Found, Kept]:
    """
    Find the topics of all articles; of those that say the same as in an earlier build, remember them.

    An article says the same if it is the same, and if all that it looks up is: the counts and decisions of each step
    under its keys, and what its forms are read as.  So the articles that changed are gone through twice, as they were
    and as they are; then those that looked up what comes out otherwise; and so on, until nobody else is concerned.
    """
    if store is None or not all(article.key and article.gathered for article in articles):
        return choose(articles, gathered, setting, Tally()), NOTHING
    key = _key(setting.about, setting.languages, setting.rules, setting.most)
    memory: Memory | None
    [memory] = store.values([key])
    if memory is not None:
        found = _since(memory, articles, gathered, setting, store)
        if found is not None:
            return found, Kept({}, {key, _LAST, *memory.articles})
    tally = Tally()
    found = choose(articles, gathered, setting, tally)
    memory = Memory.of(articles, found, setting.words.asked, tally)
    found.forget_uses()  # or the memory would hold both
    return found, Kept({key: pickle.dumps(memory, 5), _LAST: pickle.dumps(key)}, {key, _LAST})


def lay_out(store: Store) -> None:
    """Have the memory of the last build at hand, and its articles, before they are wanted."""
    [key] = store.values([_LAST])
    store.lay_out([key] if key else [])
    [memory] = store.values([key])
    store.lay_out(memory.articles if memory else ())


def are_known(articles: Sequence[Article], rules: TopicRules, most: int, store: Store | None) -> bool:
    """Whether the store has the topics of about these articles, so that most of them need not be gone through."""
    return bool(store and store.has(_key(about(len(articles)), languages_of(articles), rules, most)))


def _key(number: int, languages: frozenset[str], rules: TopicRules, most: int) -> bytes:
    asked = (number, sorted(languages), rules, most)
    return hashlib.blake2b(code_version() + repr(asked).encode("utf-8", "surrogatepass"), digest_size=20).digest()


def _since(
    memory: Memory, articles: Sequence[Article], gathered: Sequence[Gathered], setting: Setting, store: Store
) -> Found | None:
    """The same by what is remembered; ``None`` where too many articles are concerned."""
    place = {key: number for number, key in enumerate(memory.articles)}
    number_of = {place[article.key]: number for number, article in enumerate(articles) if article.key in place}
    new = [number for number, article in enumerate(articles) if article.key not in place]
    if len(new) * _MOST > len(articles):
        return None
    were = _recalled([key for key in memory.articles if place[key] not in number_of], store)
    if were is None:
        return None
    then = _then(setting, [articles[number] for number in new], were)
    others: set[int] = set()
    while (len(new) + len(others)) * _MOST <= len(articles):
        same = [number_of[was] for was in sorted(others)]
        before = Before(memory.counts, memory.decisions, memory.forms)
        at_hand = [*were, *(articles[number] for number in same)]
        old = choose(at_hand, _gathered(at_hand), then, before)
        now, numbers = Now(before), [*new, *same]
        found = choose([articles[n] for n in numbers], [gathered[n] for n in numbers], setting, now)
        more = memory.with_any(concerned(memory, old, found, then, setting, now)) & number_of.keys()
        if more <= others:
            said = {number: memory.said[was] for was, number in number_of.items()}
            said |= zip(numbers, found.said, strict=True)
            weighing = Weighing(dict(now.sums["articles"].items()), setting.about, setting.words)
            return replace(found, said=[said[number] for number in range(len(articles))], weighing=weighing)
        others |= more
    return None


def _recalled(keys: Sequence[bytes], store: Store) -> list[Article] | None:
    """Articles as they were; ``None`` where one is not kept any more."""
    values = [value for value in store.get(keys) if value is not None]
    return list(map(pickle.loads, values)) if len(values) == len(keys) else None


def _then(setting: Setting, new: Sequence[Article], were: Sequence[Article]) -> Setting:
    """The setting of the earlier build, which had other articles in the place of the new ones."""
    stated = Counter(setting.stated)
    stated.subtract(Counter(_topics(new)))
    stated.update(_topics(were))
    return replace(setting, stated=+stated, words=setting.words.with_others(_gathered(new), _gathered(were)))


def _topics(articles: Sequence[Article]) -> Iterator[str]:
    return chain.from_iterable(article.metadata.topics for article in articles)


def _gathered(articles: Sequence[Article]) -> list[Gathered]:
    return [article.gathered for article in articles if article.gathered]
