"""Articles to what each says: the names, words and phrases that it uses, and which of them are its topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from broadsheet.collect.gathering.chunks import UNSPACED
from broadsheet.collect.steps import in_steps
from broadsheet.collect.topics.countries import merge_countries
from broadsheet.collect.topics.inflected import merge_inflected
from broadsheet.collect.topics.keys import key_of
from broadsheet.collect.topics.merging import (
    drop_stopwords,
    merge_genitives,
    merge_initials,
    merge_numbers,
    merge_short,
    merge_usa,
    rename,
)
from broadsheet.collect.topics.same_person import merge_persons
from broadsheet.collect.topics.sources import is_source
from broadsheet.collect.topics.tally import Tally
from broadsheet.collect.topics.uses import Reader, Uses
from broadsheet.collect.topics.variants import Names
from broadsheet.collect.topics.vocabulary import Vocabulary
from broadsheet.collect.topics.weighing import Weighing
from broadsheet.collect.topics.written import Written
from broadsheet.model import Article, Metadata, TopicRules
from broadsheet.model.gathered import NAME, SMALL, WORD, Gathered
from broadsheet.recognise.lexicon.places import is_place

_TIMES = bytes(tally & (SMALL - 1) for tally in range(256))
"""How often a word occurs, by its tally."""
_MOST_WORDS = 2
"""Single words among an article's topics."""
_MOST_UNCASED = 3
"""Topics of an article in a script without capitals, where nothing but repetition tells them."""
_QUOTED = 4
"""Times that an article names the agency or newspaper from which it takes something."""
_HEADLINE = 2
"""The weight of what the headline names."""
_WEAKEST = 0.2
"""A topic of less weight than this share of the weightiest is left out."""


class Said(NamedTuple):
    """What an article says, as keys."""

    chosen: tuple[str, ...]
    """Its topics, the weightiest first; those of too few articles too."""
    weighty: tuple[str, ...]
    """All that it says enough of."""
    names: tuple[str, ...]
    """All names that it shares with others."""
    others: tuple[str, ...]
    """All words and phrases that it does."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a collection before its articles are gone through."""

    about: int
    """How many articles there are, in steps: so one more or less seldom changes what all others weigh."""
    languages: frozenset[str]
    """Of all of them."""
    stated: Counter[str]
    """The topics that their headers give, as they are written there."""
    words: Vocabulary
    rules: TopicRules
    most: int
    """Topics that an article has at most."""

    @classmethod
    def of(cls, articles: Sequence[Article], words: Vocabulary, rules: TopicRules, most: int) -> Setting:
        """That of some articles."""
        known = [article.metadata for article in articles]
        stated = Counter(chain.from_iterable(one.topics for one in known))
        return cls(about(len(articles)), languages_of(articles), stated, words, rules, most)


def about(number: int) -> int:
    """
    A number of articles by the nearest step.

    >>> about(1), about(286), about(10_000)
    (1, 304, 9742)
    """
    return round(float(in_steps(max(number, 1))))


def languages_of(articles: Sequence[Article]) -> frozenset[str]:
    """The languages of articles; of one that has none, English."""
    return frozenset(article.metadata.language or "en" for article in articles)


@dataclass(frozen=True, slots=True)
class Found:
    """What the articles at hand come to."""

    said: list[Said]
    uses: list[Uses]
    reader: Reader
    weighing: Weighing
    written: Written

    def forget_uses(self) -> None:
        """Let go what only a memory is made of; it is most of all that was found."""
        self.uses.clear()
        self.reader.forget()


def choose(articles: Sequence[Article], gathered: Sequence[Gathered], setting: Setting, tally: Tally) -> Found:
    """Find the topics of the articles at hand."""
    rules, languages = setting.rules, [article.metadata.language for article in articles]
    names = Names(gathered, setting.words, setting.languages, setting.about, tally)
    reader = Reader(names)
    uses = [reader.uses_of(article, one) for article, one in zip(articles, gathered, strict=True)]
    forms = reader.forms()
    merge_countries(uses, languages, forms)
    merge_inflected(uses, languages, tally)
    merge_genitives(uses, languages, tally)
    merge_persons(uses, tally)
    merge_short(uses, setting.words.is_common, tally)
    drop_stopwords(uses, names.stop, names.doubtful)
    merge_initials(uses, gathered, tally)
    merge_numbers(uses, tally)
    merge_usa(uses, tally)
    rename(uses, {key_of(old): key_of(new) for old, new in rules.names.items()})
    written = Written(tally.written(forms), rules, setting.stated)
    often = tally.counted("articles", Counter(chain.from_iterable(uses)))
    weighing = Weighing(often, setting.about, setting.words)
    said = [
        _said(_weights(article, one, use, weighing), use, written, setting.most, often)
        for article, one, use in zip(articles, gathered, uses, strict=True)
    ]
    return Found(said, uses, reader, weighing, written)


def _said(weights: Mapping[str, float], uses: Uses, written: Written, most: int, articles: Mapping[str, int]) -> Said:
    shared = [(key, use.sort == NAME) for key, use in uses.items() if articles[key] > 1]
    return Said(
        tuple(_choose(weights, uses, written, most)),
        tuple(weights),
        tuple([key for key, is_name in shared if is_name]),
        tuple([key for key, is_name in shared if not is_name]),
    )


def _weights(article: Article, one: Gathered, uses: Uses, weighing: Weighing) -> dict[str, float]:
    """What each name weighs in an article, if anything; those of its authors, agencies and publication left out."""
    length, articles, fewest = sum(one.tallies.translate(_TIMES)), weighing.articles, weighing.fewest
    weights = {key: weighing.of(key, use, length) for key, use in uses.items() if articles[key] >= fewest}
    own = _own_of(article.metadata)
    writers = {(key[0], key.rpartition(" ")[2]) for key in own if " " in key}
    return {
        key: weight
        for key, weight in weights.items()
        if weight and key not in own and not (" " in key and (key[0], key.rpartition(" ")[2]) in writers)
    }


def _own_of(known: Metadata) -> set[str]:
    """Who wrote an article, in any form, and who published it."""
    own = {key_of(part) for author in known.authors for part in (author, author.split()[-1])}
    return own | {key_of(name) for name in (*known.agencies, known.publication or "")}


def _choose(weights: Mapping[str, float], uses: Uses, named: Written, most: int) -> list[str]:
    """
    The weightiest; of one that holds another (“World Cup”, “Cup”), the weightier.

    Left out: agencies and newspapers that are named a few times and not in the headline.
    """
    ranked = sorted((key for key in weights if weights[key] > 0), key=lambda key: (-weights[key], key))
    chosen = sorted(named.pinned & uses.keys())
    single = 0
    for key in ranked:
        most = min(most, _MOST_UNCASED) if key.upper() == key.lower() else most
        if len(chosen) >= most or weights[key] < _WEAKEST * weights[ranked[0]]:
            break
        if any(_is_part(key, other) or _is_part(other, key) for other in chosen):
            continue
        if uses[key].weight < _HEADLINE and uses[key].count <= _QUOTED and is_source(named.written(key)):
            continue
        if uses[key].sort == WORD:
            single += 1
            if single > _MOST_WORDS:
                continue
        chosen.append(key)
    return chosen


def _is_part(part: str, whole: str) -> bool:
    """Whether a name is a part of another and no place (as “Mexico” is, whatever “Mexico City” says)."""
    return part in whole if UNSPACED.match(part) else f" {part} " in f" {whole} " and not is_place(part)
