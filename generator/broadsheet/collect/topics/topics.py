"""The topics of a collection: which names, words and phrases its articles are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadsheet.collect.gathering.words import UNSPACED
from broadsheet.collect.topics.countries import merge_countries
from broadsheet.collect.topics.inflected import merge_inflected
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
from broadsheet.collect.topics.uses import Forms, Reader, Uses
from broadsheet.collect.topics.variants import Names, key_of
from broadsheet.collect.topics.vocabulary import Vocabulary
from broadsheet.collect.topics.weighing import Weighing
from broadsheet.model import Article, TopicRules
from broadsheet.model.gathered import SMALL, Gathered, Sort
from broadsheet.recognise.lexicon.places import city, is_place

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


_REASONS = 3
"""Topics that are named as what two articles have in common."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of each article, in the order of the articles."""

    shown: list[tuple[str, ...]]
    """Those that its header gives, then those found, the weightiest first."""
    _keys: list[frozenset[str]]
    """Of those that it says enough of, shown or not."""
    _uses: Sequence[Uses]
    _weighing: Weighing
    _written: _Written

    def common(self, one: int, other: int) -> tuple[str, ...]:
        """
        What two articles have in common, that of the fewest articles first.

        Topics of both; if there are none, what both mention.
        """
        both = self._keys[one] & self._keys[other]
        if not both:
            mentioned = self._uses[one].keys() & self._uses[other].keys()
            both = frozenset(key for key in mentioned if self._weighing.tells(key, self._uses[one][key]))
        often = self._weighing.articles
        return self._written.all_of(sorted(both, key=lambda key: (often.get(key, 0), key))[:_REASONS])


def topics_of(
    articles: Sequence[Article], gathered: Sequence[Gathered], words: Vocabulary, rules: TopicRules, most: int
) -> Topics:
    """Find the topics of each article, at most so many besides those that its header gives."""
    languages = [article.metadata.language for article in articles]
    names = Names(gathered, words, languages)
    reader = Reader(names)
    uses = [reader.uses_of(article, one) for article, one in zip(articles, gathered, strict=True)]
    forms = reader.forms()
    merge_countries(uses, languages, forms)
    merge_inflected(uses, languages)
    merge_genitives(uses, languages)
    merge_persons(uses)
    merge_short(uses, names.is_common)
    drop_stopwords(uses, names.stop | names.doubtful)
    merge_initials(uses, gathered)
    merge_numbers(uses)
    merge_usa(uses)
    rename(uses, {key_of(old): key_of(new) for old, new in rules.names.items()})
    named = _Written(forms, rules, (topic for article in articles for topic in article.metadata.topics))
    weighing = Weighing(Counter(key for use in uses for key in use), len(articles), words)
    weights = [
        _weights(article, one, use, weighing) for article, one, use in zip(articles, gathered, uses, strict=True)
    ]
    chosen = [_choose(w, use, named, most) for w, use in zip(weights, uses, strict=True)]
    kept = Counter(key for keys in chosen for key in keys)
    topics = {key for key, number in kept.items() if number >= weighing.fewest or key in named.pinned}
    stated = [[key_of(topic) for topic in article.metadata.topics] for article in articles]
    known = topics.union(*stated)
    return Topics(
        [
            named.all_of([*keys, *(key for key in found if key in topics)])
            for keys, found in zip(stated, chosen, strict=True)
        ],
        [
            frozenset([*keys, *(key for key in w if w[key] and key in known)])
            for keys, w in zip(stated, weights, strict=True)
        ],
        uses,
        weighing,
        named,
    )


class _Written:
    """How topics are written: as the owner says, else as headers have them, else as most articles do."""

    def __init__(self, forms: Forms, rules: TopicRules, stated: Iterable[str]) -> None:
        self.pinned = frozenset(map(key_of, rules.pin))
        self._forms = forms
        self._moved = {key_of(old): key_of(new) for old, new in rules.names.items()}
        self._dropped = frozenset(map(key_of, rules.drop))
        headers: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for topic in stated:
            headers[key_of(topic)][topic] += 1
        said = {key_of(name): name for name in (*rules.names.values(), *rules.pin)}
        self._written = {key: _most_usual(counts) for key, counts in headers.items()} | said

    def all_of(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The names that stand for some keys, each once, without those that are dropped."""
        moved = dict.fromkeys(self._moved.get(key, key) for key in keys)
        return tuple(self.written(key) for key in moved if key not in self._dropped)

    def written(self, key: str) -> str:
        """How one is written."""
        if key not in self._written:
            self._written[key] = _most_usual(self._forms.get(key) or {key: 1})
        return self._written[key]


def _most_usual(forms: Mapping[str, int]) -> str:
    """The form of most articles; a word in capitals throughout, as of a dateline, only where there is no other."""
    usual = min(
        forms, key=lambda form: (form.isupper() and len(form) > 4, -forms[form], sum(map(str.isupper, form)), form)
    )
    return (usual.isupper() and len(usual) > 4 and city(usual)) or usual


def _weights(article: Article, one: Gathered, uses: Uses, weighing: Weighing) -> dict[str, float]:
    """What each name weighs in an article; those of its authors in any form, agencies and publication left out."""
    known = article.metadata
    own = {key_of(part) for author in known.authors for part in (author, author.split()[-1])}
    own |= {key_of(name) for name in (*known.agencies, known.publication or "")}
    writers = {(key[0], key.rpartition(" ")[2]) for key in own if " " in key}
    length = sum(tally & (SMALL - 1) for tally in one.tallies)
    return {
        key: weighing.of(key, use, length)
        for key, use in uses.items()
        if key not in own and not (" " in key and (key[0], key.rpartition(" ")[2]) in writers)
    }


def _choose(weights: Mapping[str, float], uses: Uses, named: _Written, most: int) -> list[str]:
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
        if uses[key].sort == Sort.WORD:
            single += 1
            if single > _MOST_WORDS:
                continue
        chosen.append(key)
    return chosen


def _is_part(part: str, whole: str) -> bool:
    """Whether a name is a part of another and no place (as “Mexico” is, whatever “Mexico City” says)."""
    return part in whole if UNSPACED.match(part) else f" {part} " in f" {whole} " and not is_place(part)
