"""The names, words and phrases in a text that may be its topics."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from broadsheet.collect.gathering.names import names_in
from broadsheet.collect.gathering.nouns import nouns_have_capitals
from broadsheet.collect.gathering.phrases import repeated_phrases, repeated_words
from broadsheet.collect.gathering.stopwords import stopwords
from broadsheet.collect.gathering.unspaced import repeated_runs
from broadsheet.collect.gathering.words import UNSPACED, Words
from broadsheet.model.gathered import Mention, Sort

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


def mentions_in(
    title: Words, words: Words, language: str | None, common: Set[str] = frozenset()
) -> tuple[Mention, ...]:
    """What a headline and a text mention, the most frequent first; `common` are nouns that are no names."""
    heads = set(title.folded)
    lead = set(words.folded[:_LEAD])
    found: dict[str, Mention] = {}
    if not _in_capitals(words):
        names, opening = names_in(words, language)
        if not _in_capitals(title) and not _titled(title):
            for name in names_in(title, language)[0]:
                names.setdefault(name, 0)
        for name, count in names.items():
            found[name] = Mention(name, Sort.NAME, count, opening.get(name, 0), _place(name, heads, lead))
    for phrase, count in repeated_phrases(words).items():
        found.setdefault(phrase, Mention(phrase, Sort.PHRASE, count, 0, _place(phrase, heads, lead)))
    nouns = nouns_have_capitals(language)
    parts = _last_words(found.values()) if nouns else {}
    for word, count in repeated_words(words, nouns=nouns).items():
        place = _place(word, heads, lead)
        uncased = word.upper() == word.lower()
        if count > _REPEATED or (place and not (uncased and count + (place > 1) < _REPEATED)):
            sort = Sort.NAME if (place and uncased) or (word in parts and word.casefold() not in common) else Sort.WORD
            found.setdefault(word, Mention(word, sort, count - parts.get(word, 0), 0, place))
    if nouns:
        compounds = [form for form in found if _is_compound(form) and form not in parts and found[form].weight < 2]
        for form in compounds:
            del found[form]
    return _most_frequent(found.values())


def _is_compound(form: str) -> bool:
    """Whether a name is a noun with a hyphen (“Wetter-Prognose”), and not one of a short form (“EU-Richtlinie”)."""
    first, hyphen, last = form.rpartition("-")
    return bool(hyphen) and " " not in form and not first.isupper() and form[0].isupper() and last.istitle()


def _last_words(names: Iterable[Mention]) -> dict[str, int]:
    """How often each word is the last one of a name of several."""
    found: Counter[str] = Counter()
    for name in names:
        if " " in name.form:
            found[name.form.rpartition(" ")[2]] += name.times
    return found


def mentions_unspaced(title: str, text: str, latin: Words, language: str | None) -> tuple[Mention, ...]:
    """The same in a script that puts no space between words; `latin` are the words in Latin letters."""
    lead = text[:_LEAD_UNSPACED]
    runs = repeated_runs(f"{title}\n{text}", language, stopwords(language))
    found = {
        run: Mention(run, Sort.NAME, count, 0, 2 if run in title else int(run in lead))
        for run, count in [*runs.items(), *names_in(latin, "en")[0].items()]
    }
    return _most_frequent(found.values())


def with_sought(mentions: Sequence[Mention], sought: Sequence[str], title: str, text: str) -> tuple[Mention, ...]:
    """The mentions, and the names sought for that stand in headline or text."""
    found = {mention.form: mention for mention in mentions}
    for name in sought:
        form = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)" if not UNSPACED.match(name) else re.escape(name), re.I)
        count, heads = len(form.findall(text)), form.search(title) is not None
        if count or heads:
            found[name] = Mention(name, Sort.NAME, count, 0, 2 if heads else 0)
    return tuple(found.values())


def _place(form: str, heads: set[str], lead: set[str]) -> int:
    folded = form.casefold()
    if " " not in folded:
        return 2 if folded in heads else int(folded in lead)
    parts = folded.split(" ")
    return 2 if heads.issuperset(parts) else int(lead.issuperset(parts))


def _most_frequent(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    ordered = sorted(mentions, key=lambda m: (-m.times * (1 + m.weight), m.sort, m.form))
    kept, left = ordered[:_MOST], ordered[_MOST:]
    if left:
        short = {mention.form for mention in kept if mention.sort == Sort.NAME}
        kept += [m for m in left if m.sort == Sort.NAME and " " in m.form and m.form.rpartition(" ")[2] in short]
    return tuple(kept)


def _in_capitals(words: Words) -> bool:
    long = [text for text in words.texts[:_LEAD] if len(text) > 1]
    return sum(map(str.isupper, long)) > _IN_CAPITALS * len(long)


def _titled(title: Words) -> bool:
    long = [text for text in title.texts[1:] if len(text) > 3]
    return sum(text[0].isupper() for text in long) > _TITLED * len(long) and len(long) > 1
