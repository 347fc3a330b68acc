"""What a topic weighs in an article."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property

from broadsheet.collect.gathering.chunks import UNSPACED
from broadsheet.collect.topics.uses import Use
from broadsheet.collect.topics.vocabulary import Vocabulary
from broadsheet.model.gathered import NAME, PHRASE

_SMALL_COLLECTION = 500
"""Articles below which a topic may have one article, as an index has names that stand on one page."""
_NAMES_IN, _WORDS_IN = 0.25, 0.05
"""The share of all articles that a name, or a word, may stand in and still tell one from another."""
_FEW = 6
"""Articles in which it may stand in any case."""
_PLACE = (1.0, 1.2, 1.8)
"""By where it stands: in the text, in the first lines, in the headline."""
_LONG = 1.2
"""Of a name that has several words in one of its forms."""
_SHORT = 4
"""Letters and figures of a code such as “B12”, which is a topic only if the beginning has it."""
_PASSING = 300
"""Words that tell something, for each mention of what an article is about."""
_LONE = 100
"""The same of a single word that the beginning does not have."""
_STATES = frozenset(("us", "usa", "uk", "eu", "un"))
"""Initials that are mentioned as often as words are."""
_BURSTS = 1.9
"""How often a word must stand in the articles that have it, on average, to be a subject and no manner of speech
(Church and Gale, 1995)."""


def _in_passing(key: str, use: Use, length: int) -> bool:
    """Whether a long article says little of what is not in its headline."""
    initials = use.initials and key not in _STATES
    lone = not (use.weight or use.long or initials) and use.sort == NAME
    return use.weight < 2 and use.count * (_LONE if lone else _PASSING) < length


class Weighing:
    """Weighs uses, by the numbers of the collection."""

    def __init__(self, articles: Mapping[str, int], total: int, words: Vocabulary) -> None:
        self.articles = articles
        self.total = total
        self.words = words
        self.fewest = 1 if total < _SMALL_COLLECTION else 2
        """Articles that a topic needs."""
        self._most_of_words, self._most_of_names = (max(_FEW, share * total) for share in (_WORDS_IN, _NAMES_IN))

    def of(self, key: str, use: Use, length: int) -> float:
        """The weight of a use in an article of so many words that tell something; 0 where it is no topic of it."""
        articles = self.articles[key]
        if articles < self.fewest:
            return 0
        if (
            not self.tells(key, is_name=use.sort == NAME)
            or not self._salient(key, use, articles)
            or _in_passing(key, use, length)
        ):
            return 0
        if not (use.inside or (use.long and use.weight)) and use.sort == NAME and key.upper() != key.lower():
            return 0
        return math.sqrt(use.count + 1) * self._rarity(articles) * self._kind(key, use) * _PLACE[use.weight]

    def tells(self, key: str, *, is_name: bool) -> bool:
        """Whether so few articles have it that it tells one from another."""
        return self.articles[key] <= (self._most_of_names if is_name else self._most_of_words)

    @cached_property
    def telling(self) -> tuple[frozenset[str], frozenset[str]]:
        """The keys that several articles have and tell from others: as names, and as words and phrases."""
        shared = [(key, articles) for key, articles in self.articles.items() if articles > 1]
        names, others = (
            frozenset([key for key, articles in shared if articles <= most])
            for most in (self._most_of_names, self._most_of_words)
        )
        return names, others

    def _salient(self, key: str, use: Use, articles: int) -> bool:
        """Whether the article says enough of it; a topic of this article alone must be a name."""
        headline = use.weight == 2
        if len(key) < 3 and UNSPACED.match(key) and not headline:
            return False
        if use.sort == NAME and not headline and len(key) < _SHORT and not key.isalpha() and key.isalnum():
            return use.count > 2 and use.weight > 0
        if articles < 2:
            return use.sort == NAME and use.count > (1 if headline or len(key) < 6 else 2)
        if use.sort == NAME:
            return use.count > 1 or (headline and (use.count > 0 or use.long))
        if use.sort == PHRASE:
            return use.count > (1 if headline else 2)
        named = not self.words.is_common(key)
        return use.count > 3 - named and (headline or named) and self._bursts(key) >= _BURSTS

    def _rarity(self, articles: int) -> float:
        return math.sqrt(math.log((self.total + 2) / max(articles, 3) + 1))

    def _kind(self, key: str, use: Use) -> float:
        if use.sort == NAME:
            return _LONG if use.long else 1.0
        if use.sort == PHRASE:
            return 1.0
        return min(0.9, 0.35 * (self._bursts(key) - 0.8))

    def _bursts(self, word: str) -> float:
        articles, _, total = self.words.of(word)
        return total / articles if articles else 0
