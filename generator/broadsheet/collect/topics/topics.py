"""The topics of a collection: which names, words and phrases its articles are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.cache import Store
from broadsheet.collect.topics.choosing import Said, Setting
from broadsheet.collect.topics.remembered import Kept, choose_again
from broadsheet.collect.topics.variants import key_of
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

    def common(self, one: int, other: int) -> tuple[str, ...]:
        """
        What two articles have in common, that of the fewest articles first.

        Topics of both; if there are none, what both mention.
        """
        both = self._keys[one] & self._keys[other]
        if not both:
            both = frozenset(self._mentioned(one, other))
        often = self._weighing.articles
        return self._written.all_of(sorted(both, key=lambda key: (often.get(key, 0), key))[:_REASONS])

    def _mentioned(self, one: int, other: int) -> Iterator[str]:
        """What two articles mention and not too many others, by what it is in the first."""
        mentioned = {*self._said[other].names, *self._said[other].others}
        for keys, is_name in ((self._said[one].names, True), (self._said[one].others, False)):
            yield from (key for key in keys if key in mentioned and self._weighing.tells(key, is_name=is_name))


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
