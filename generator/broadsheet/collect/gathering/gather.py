"""One article to what the collection needs of it."""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from zlib import crc32

from broadsheet.collect.gathering.minhash import signature
from broadsheet.collect.gathering.names import names_in, nouns_have_capitals
from broadsheet.collect.gathering.phrases import repeated_phrases, repeated_words
from broadsheet.collect.gathering.series_marks import mark_of
from broadsheet.collect.gathering.stopwords import stopwords
from broadsheet.collect.gathering.unspaced import pairs_of, repeated_runs
from broadsheet.collect.gathering.words import UNSPACED, Words, words_of
from broadsheet.model import Article, Kind
from broadsheet.model.gathered import SMALL, Gathered, Mention, Sort

_LEFT_OUT = frozenset((Kind.SEPARATOR, Kind.PREFORMATTED))
_UNSPACED = frozenset(("zh", "ja", "th", "lo", "my", "km"))
_MOST_TERMS = 400
_MOST_MENTIONS = 80
_LEAD = 400
"""Characters of the text that count as its beginning."""
_IN_CAPITALS = 0.5
"""The share of capitals in a line that is set in capitals, where they tell nothing."""
_INITIALS = re.compile(r"(?<=[^\W\d_] )\(([^\W\d_a-z]{2,8})s?\)")
_NAME = 80
"""Characters before initials in brackets in which the name stands that they explain."""


def gather(article: Article, sought: Sequence[str] = ()) -> Gathered:
    """
    Gather names, words and phrases, the words of the vector, signature and marks of a series.

    `sought` are names that count wherever they stand, in whatever case.
    """
    known = article.metadata
    headline = known.title if any(e.field == "title" and e.rule != "file-name" for e in known.evidence) else ""
    pieces = [block.plain for block in article.body if block.kind not in _LEFT_OUT]
    text = "\n".join(pieces)
    if known.language in _UNSPACED:
        mentions, terms = _unspaced(headline, text, known.language)
        words: Sequence[str] = [letter for letter in text if letter.isalnum()]
    else:
        read, title = words_of(text, known.language), words_of(headline, known.language)
        words = read.folded
        mentions = _mentions(title, read, pieces, headline, known.language)
        terms = _terms(title, read, known.language)
    kept: Iterable[tuple[str, int]] = terms.items()
    if len(terms) > _MOST_TERMS:
        kept = sorted(kept, key=lambda term: (-abs(term[1]), term[0]))[:_MOST_TERMS]
    checks = {word: crc32(word.encode()) for word in {*words, *terms}}
    vector = dict(sorted((checks[term], tally) for term, tally in kept))
    return Gathered(
        terms=array("I", vector).tobytes(),
        tallies=bytes(min(abs(tally), SMALL - 1) | (SMALL if tally < 0 else 0) for tally in vector.values()),
        mentions=_with_sought(mentions, sought, headline, text) if sought else mentions,
        aliases=tuple(_aliases(text)) if "(" in text else (),
        signature=signature([checks[word] for word in words]),
        digest=hashlib.sha256(" ".join(words).encode()).digest()[:16] if words else b"",
        mark=mark_of(article),
    )


def _terms(title: Words, words: Words, language: str | None) -> dict[str, int]:
    """How often each word occurs; below zero where it occurs in small letters too."""
    stop = stopwords(language)
    counts = Counter(title.folded + words.folded)
    small = {word.casefold() for word in {*title.texts, *words.texts} if word[0].islower()}
    return {
        word: -count if word in small else count
        for word, count in counts.items()
        if len(word) > 1 and word not in stop and not word.isdecimal()
    }


def _mentions(
    title: Words, words: Words, pieces: Sequence[str], headline: str, language: str | None
) -> tuple[Mention, ...]:
    stop = stopwords(language)
    found: dict[str, Mention] = {}
    ends = accumulate(len(word) + 1 for word in words.texts)
    lead = set(words.folded[: next((at for at, end in enumerate(ends, 1) if end > _LEAD), None)])
    heads = set(title.folded)

    def place(form: str) -> int:
        parts = form.casefold().split()
        return 2 if heads.issuperset(parts) else int(lead.issuperset(parts))

    if not _in_capitals("".join(pieces)):
        names, opening = names_in(words, stop, language)
        in_title = (
            names_in(title, stop, language)[0] if not _in_capitals(headline) and not _titled(title) else Counter()
        )
        for name in in_title.keys() - names.keys():
            names[name] = 0
        for name, count in names.items():
            found[name] = Mention(name, Sort.NAME, count, opening[name], place(name))
    for phrase, count in repeated_phrases(words, stop).items():
        found.setdefault(phrase, Mention(phrase, Sort.PHRASE, count, 0, place(phrase)))
    for often, count in repeated_words(words, stop, nouns=nouns_have_capitals(language)).items():
        if count > 4 or place(often):
            sort = Sort.NAME if place(often) and often.upper() == often.lower() else Sort.WORD
            found.setdefault(often, Mention(often, sort, count, 0, place(often)))
    return _weightiest(found.values())


def _unspaced(title: str, text: str, language: str | None) -> tuple[tuple[Mention, ...], dict[str, int]]:
    stop = stopwords(language)
    lead = text[: _LEAD // 2]
    runs = repeated_runs(f"{title}\n{text}", language, stop)
    read = words_of(text, "en")
    latin = read.only(at for at, word in enumerate(read.texts) if not UNSPACED.search(word))
    names, _ = names_in(latin, stopwords("en"), "en")
    found = {
        run: Mention(run, Sort.NAME, count, 0, 2 if run in title else int(run in lead))
        for run, count in [*runs.items(), *names.items()]
    }
    terms = Counter(pairs_of(title + "\n" + text)) + Counter(latin.folded)
    return _weightiest(found.values()), terms


def _weightiest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    ordered = sorted(mentions, key=lambda m: (-m.times * (1 + m.weight), m.sort, m.form))
    return tuple(ordered[:_MOST_MENTIONS])


def _with_sought(mentions: Sequence[Mention], sought: Sequence[str], title: str, text: str) -> tuple[Mention, ...]:
    """The mentions, and the names sought for that stand in headline or text."""
    found = {mention.form: mention for mention in mentions}
    for name in sought:
        form = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)" if not UNSPACED.match(name) else re.escape(name), re.I)
        count, heads = len(form.findall(text)), form.search(title) is not None
        if count or heads:
            found[name] = Mention(name, Sort.NAME, count, 0, 2 if heads else 0)
    return tuple(found.values())


def _in_capitals(text: str) -> bool:
    start = text[:500]
    letters = sum(map(str.isalpha, start))
    return letters > 0 and sum(map(str.isupper, start)) > _IN_CAPITALS * letters


def _titled(title: Words) -> bool:
    """Whether a headline gives most of its words a capital, so that capitals tell no names."""
    long = [word for word in title.texts[1:] if len(word) > 3]
    return sum(word[0].isupper() for word in long) > 0.6 * len(long) and len(long) > 1


def _aliases(text: str) -> Iterator[tuple[str, str]]:
    """Initials in brackets after the name that they stand for."""
    for match in _INITIALS.finditer(text):
        words = re.findall(r"[^\W\d_][\w'’&-]*", text[max(0, match.start() - _NAME) : match.start()])
        for size in range(2, len(words) + 1):
            tail = words[-size:]
            if tail[0][0].isupper() and "".join(word[0] for word in tail if word[0].isupper()) == match[1]:
                yield match[1], " ".join(tail)
                break
