"""The topics of a collection: which names, words and phrases its articles are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from broadsheet.cache import Store
from broadsheet.collect.kept import Kept
from broadsheet.collect.topics.choosing import Said, Setting
from broadsheet.collect.topics.keys import key_of
from broadsheet.collect.topics.remembered import choose_again
from broadsheet.collect.topics.vocabulary import Vocabulary
from broadsheet.collect.topics.weighing import Weighing
from broadsheet.collect.topics.written import Written
from broadsheet.model import Article, TopicRules
from broadsheet.model.gathered import Gathered

_REASONS = 3
"""Topics that are named as what two articles have in common."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of each article, in the order of the articles."""

    shown: list[tuple[str, ...]]
    """Those that its header gives, then those found, the weightiest first."""
    _keys: list[frozenset[str]]
    """Of those that it says enough of, shown or not."""
    _said: Sequence[Said]
    _weighing: Weighing
    _written: Written
    kept: Kept
    """What the store is to have of it."""
    _tell: dict[int, frozenset[str]] = field(default_factory=dict)
    """That of one article, since it is asked for several times in a row, and those of all would fill the memory."""

    def common(self, one: int, other: int) -> tuple[str, ...]:
        """
        What two articles have in common, that of the fewest articles first.

        Topics of both; if there are none, what both mention, and what tells one from another as the first has it.
        """
        said, often = self._said[other], self._weighing.articles
        both = self._keys[one] & self._keys[other] or self._telling(one).intersection(chain(said.names, said.others))
        return self._written.all_of(sorted(both, key=lambda key: (often.get(key, 0), key))[:_REASONS])

    def _telling(self, number: int) -> frozenset[str]:
        if number not in self._tell:
            self._tell.clear()
            said, (names, others) = self._said[number], self._weighing.telling
            self._tell[number] = names.intersection(said.names) | others.intersection(said.others)
        return self._tell[number]


def topics_of(
    articles: Sequence[Article],
    gathered: Sequence[Gathered],
    words: Vocabulary,
    rules: TopicRules,
    most: int,
    store: Store | None = None,
) -> Topics:
    """Find the topics of each article, at most so many besides those that its header gives."""
    found, kept = choose_again(articles, gathered, Setting.of(articles, words, rules, most), store)
    named = found.written
    often = Counter(key for said in found.said for key in said.chosen)
    topics = {key for key, number in often.items() if number >= found.weighing.fewest or key in named.pinned}
    stated = [[key_of(topic) for topic in article.metadata.topics] for article in articles]
    known = topics.union(*stated)
    return Topics(
        [
            named.all_of([*keys, *(key for key in said.chosen if key in topics)])
            for keys, said in zip(stated, found.said, strict=True)
        ],
        [
            frozenset([*keys, *(key for key in said.weighty if key in known)])
            for keys, said in zip(stated, found.said, strict=True)
        ],
        found.said,
        found.weighing,
        named,
        kept,
    )
