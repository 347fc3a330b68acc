"""The names, words and phrases in a text that may be its topics."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeAlias

import numpy as np

from broadsheet.collect.gathering.chunks import UNSPACED
from broadsheet.collect.gathering.names import names_in
from broadsheet.collect.gathering.nouns import nouns_have_capitals
from broadsheet.collect.gathering.phrases import repeated_phrases, repeated_words
from broadsheet.collect.gathering.stopwords import stopwords
from broadsheet.collect.gathering.traits import LONG, SHOUTED
from broadsheet.collect.gathering.unspaced import repeated_runs
from broadsheet.collect.gathering.words import Words
from broadsheet.model.gathered import NAME, PHRASE, WORD, Mention

_MOST = 80
"""Mentions of an article that are kept, the most frequent ones; and the whole names of which these are parts."""
_LEAD = 70
"""Words of the text that count as its beginning."""
_LEAD_UNSPACED = 200
"""Letters that do, where no spaces part the words."""
_IN_CAPITALS = 0.5
"""The share of words in capitals in a text that is set in capitals, where they tell nothing."""
_TITLED = 0.6
"""The share of words with a capital in a headline that gives one to each word, so that it tells no names."""
_REPEATED = 4
"""
Times, at least, that a word stands in an article without capitals; more where it is neither in the headline nor at the
beginning, in any script.
"""

Seen: TypeAlias = tuple[set[str], set[str]]
"""The words of a headline and of the beginning of its text, folded."""


def mentions_in(titles: Words, texts: Words, common: Iterable[int] = ()) -> list[tuple[Mention, ...]]:
    """
    What headlines and texts mention, of each article the most frequent first.

    `common` are the places in the texts of nouns that are no names.
    """
    common_in = defaultdict[int, set[str]](set)
    owners = texts.owners
    for at in common:
        common_in[int(owners[at])].add(texts[at].casefold())
    columns = zip(
        _seen(titles, texts), _names(titles, texts), repeated_phrases(texts), repeated_words(texts), strict=True
    )
    nouns = nouns_have_capitals(texts.tag)
    return [
        _mentions(seen, *names, phrases, words, common_in[number] if nouns else None)
        for number, (seen, names, phrases, words) in enumerate(columns)
    ]


def _seen(titles: Words, texts: Words) -> Iterator[Seen]:
    """The words of each headline, and those of the beginning of its text, folded."""
    for (begin, last), (first, end) in zip(titles.spans, texts.spans, strict=True):
        lead = texts.folded_between(first, min(first + _LEAD, end))
        yield set(titles.folded_between(begin, last)), set(lead)


def _names(titles: Words, texts: Words) -> Iterator[tuple[dict[str, int], dict[str, int]]]:
    """The names in each article, those of its headline included, unless capitals tell nothing there."""
    tell_nothing = [
        shouts or _titled(titles.between(begin, end))
        for shouts, (begin, end) in zip(_in_capitals(titles), titles.spans, strict=True)
    ]
    columns = zip(names_in(texts), names_in(titles), _in_capitals(texts), tell_nothing, strict=True)
    for (names, opening), (in_title, _), shouts, untold in columns:
        if shouts:
            yield {}, {}
        else:
            for name in () if untold else in_title:
                names.setdefault(name, 0)
            yield names, opening


def _mentions(
    seen: Seen,
    names: Mapping[str, int],
    opening: Mapping[str, int],
    phrases: Mapping[str, int],
    words: Mapping[str, int],
    common: Set[str] | None,
) -> tuple[Mention, ...]:
    """
    The mentions of one article.

    `common` are the nouns that are no names, where all have a capital.
    """
    found: dict[str, Mention] = {
        name: (name, NAME, count, opening.get(name, 0), _place(name, *seen)) for name, count in names.items()
    }
    for phrase, count in phrases.items():
        found.setdefault(phrase, (phrase, PHRASE, count, 0, _place(phrase, *seen)))
    parts = {} if common is None else _last_words({**phrases, **names})
    for word, count in words.items():
        place = _place(word, *seen)
        uncased = word.upper() == word.lower()
        if count > _REPEATED or (place and not (uncased and count + (place > 1) < _REPEATED)):
            named = common is not None and word in parts and word.casefold() not in common
            sort = NAME if (place and uncased) or named else WORD
            found.setdefault(word, (word, sort, count - parts.get(word, 0), 0, place))
    if common is not None:
        compounds = [form for form in found if _is_compound(form) and form not in parts and found[form][-1] < 2]
        for form in compounds:
            del found[form]
    return _most_frequent(found.values())


def _is_compound(form: str) -> bool:
    """Whether a name is a noun with a hyphen (“Wetter-Prognose”), and not one of a short form (“EU-Richtlinie”)."""
    first, hyphen, last = form.rpartition("-")
    return bool(hyphen) and " " not in form and not first.isupper() and form[0].isupper() and last.istitle()


def _last_words(uses: Mapping[str, int]) -> dict[str, int]:
    """How often each word is the last one of several that are used together."""
    found: Counter[str] = Counter()
    for form, times in uses.items():
        if " " in form:
            found[form.rpartition(" ")[2]] += times
    return found


def mentions_unspaced(
    titles: Sequence[str], texts: Sequence[str], latin: Words, language: str | None
) -> list[tuple[Mention, ...]]:
    """The same in a script that puts no space between words; `latin` are the words in Latin letters."""
    return [
        _unspaced(title, text, names, language)
        for title, text, (names, _) in zip(titles, texts, names_in(latin), strict=True)
    ]


def _unspaced(title: str, text: str, names: Mapping[str, int], language: str | None) -> tuple[Mention, ...]:
    lead = text[:_LEAD_UNSPACED]
    runs = repeated_runs(f"{title}\n{text}", language, stopwords(language))
    found = {
        run: (run, NAME, count, 0, 2 if run in title else int(run in lead))
        for run, count in [*runs.items(), *names.items()]
    }
    return _most_frequent(found.values())


def with_sought(mentions: Sequence[Mention], sought: Sequence[str], title: str, text: str) -> tuple[Mention, ...]:
    """The mentions, and the names sought for that stand in headline or text."""
    found = {mention[0]: mention for mention in mentions}
    for name in sought:
        form = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)" if not UNSPACED.match(name) else re.escape(name), re.I)
        count, heads = len(form.findall(text)), form.search(title) is not None
        if count or heads:
            found[name] = name, NAME, count, 0, 2 if heads else 0
    return tuple(found.values())


def _place(form: str, heads: set[str], lead: set[str]) -> int:
    folded = form.casefold()
    if " " not in folded:
        return 2 if folded in heads else int(folded in lead)
    parts = folded.split(" ")
    return 2 if heads.issuperset(parts) else int(lead.issuperset(parts))


def _most_frequent(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    ordered = sorted(mentions, key=_rank)
    kept, left = ordered[:_MOST], ordered[_MOST:]
    if left:
        short = {form for form, sort, *_ in kept if sort == NAME}
        kept += [one for one in left if one[1] == NAME and " " in one[0] and one[0].rpartition(" ")[2] in short]
    return tuple(kept)


def _rank(mention: Mention) -> tuple[int, int, str]:
    form, sort, times, _, weight = mention
    return -times * (1 + weight), sort, form


def _in_capitals(words: Words) -> list[bool]:
    """Whether each text is set in capitals, by its first words."""
    begins = np.array(words.bounds[:-1])
    ends = np.minimum(begins + _LEAD, words.bounds[1:])
    shouted, long = (np.append(0, np.cumsum(words.traits & trait != 0)) for trait in (SHOUTED, LONG))
    found: list[bool] = (shouted[ends] - shouted[begins] > _IN_CAPITALS * (long[ends] - long[begins])).tolist()
    return found


def _titled(title: Sequence[str]) -> bool:
    long = [word for word in title[1:] if len(word) > 3]
    return sum(word[0].isupper() for word in long) > _TITLED * len(long) and len(long) > 1
