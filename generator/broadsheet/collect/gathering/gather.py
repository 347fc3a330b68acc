"""One article to what the collection needs of it."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import filterfalse
from typing import NamedTuple
from zlib import crc32

from broadsheet.abreast import Run
from broadsheet.collect.gathering.aliases import aliases_in
from broadsheet.collect.gathering.clitics import without_clitics
from broadsheet.collect.gathering.mentions import mentions_in, mentions_unspaced, with_sought
from broadsheet.collect.gathering.minhash import signature
from broadsheet.collect.gathering.nouns import common_nouns, nouns_have_capitals
from broadsheet.collect.gathering.series_marks import mark_of
from broadsheet.collect.gathering.unspaced import UNSPACED_LANGUAGES, latin_words, pairs_of
from broadsheet.collect.gathering.words import words_of
from broadsheet.inline import may_have_markup
from broadsheet.model import Article, Kind
from broadsheet.model.gathered import SMALL, Gathered, Mention, packed

_LEFT_OUT = frozenset((Kind.SEPARATOR, Kind.PREFORMATTED))
_MOST_TERMS = 400
_TALLIES = bytes(count | common for count in range(SMALL) for common in (0, SMALL))
"""The tally of a count, with the bit of a common word and without: of the largest count for all above it."""


def gather(article: Article, sought: Sequence[str] = ()) -> Run[Gathered]:
    """
    Gather names, words and phrases, the words of the vector, signature and marks of a series.

    `sought` are names that count wherever they stand, in whatever case.
    """
    known = article.metadata
    title = known.title if any(e.field == "title" and e.rule != "file-name" for e in known.evidence) else ""
    blocks = [block for block in article.body if block.kind not in _LEFT_OUT]
    text = "\n".join([block.text for block in blocks])
    if may_have_markup(text):
        text = "\n".join([block.plain for block in blocks])
    read = yield from (_unspaced if known.language in UNSPACED_LANGUAGES else _spaced)(title, text, known.language)
    yield
    said = packed(with_sought(read.mentions, sought, title, text) if sought else read.mentions)
    aliases = tuple(aliases_in(text)) if "(" in text else ()
    yield
    minhash = signature(read.checks)
    yield
    return Gathered(
        terms=array("I", read.terms).tobytes(),
        tallies=read.tallies,
        said=said,
        aliases=aliases,
        signature=minhash,
        digest=hashlib.sha256(" ".join(read.words).encode()).digest()[:16] if read.words else b"",
        mark=mark_of(article),
    )


class _Read(NamedTuple):
    """What the words of a text come to."""

    words: Sequence[str]
    """All of them, folded; where no spaces part them, the letters."""
    checks: Sequence[int]
    """Their checksums."""
    terms: list[int]
    """The checksums of the words that tell something, in ascending order."""
    tallies: bytes
    """The tally of each of these."""
    mentions: tuple[Mention, ...]


def _spaced(headline: str, text: str, language: str | None) -> Run[_Read]:
    yield
    title, words = words_of(headline, language), words_of(text, language)
    title, words = (
        without_clitics(title, language, words.counts.keys()),
        without_clitics(words, language, title.counts.keys()),
    )
    folded = [*words.folded, *title.folded]
    counts = Counter(folded)
    check_of = dict(zip(counts, _checks(counts), strict=True))
    common = common_nouns(words) if nouns_have_capitals(language) else frozenset()
    small = {*words.counts, *title.counts, *common}
    told = {
        check_of[word]: 2 * counts[word] + (word in small)
        for word in filterfalse(words.stop.__contains__, counts)
        if len(word) > 1 and not word.isdecimal()
    }
    checks = list(map(check_of.__getitem__, words.folded))
    terms, tallies = _tallied(told)
    yield
    return _Read(words.folded, checks, terms, tallies, mentions_in(title, words, language, common))


def _unspaced(headline: str, text: str, language: str | None) -> Run[_Read]:
    yield
    letters, latin = [letter for letter in text if letter.isalnum()], latin_words(text)
    counts = Counter([*pairs_of(f"{headline}\n{text}"), *latin.folded])
    told = dict(zip(_checks(counts), [2 * count for count in counts.values()], strict=True))
    terms, tallies = _tallied(told)
    return _Read(letters, _checks(letters), terms, tallies, mentions_unspaced(headline, text, latin, language))


def _tallied(told: Mapping[int, int]) -> tuple[list[int], bytes]:
    """
    Checksums and tallies in ascending order; those of most count, if they are too many.

    `told`: by checksum, twice the count of a word, and one more if it is a common one.
    """
    order = sorted(told)
    if len(order) > _MOST_TERMS:
        order = sorted(sorted(order, key=lambda check: -(told[check] >> 1))[:_MOST_TERMS])
    found = [count if count < 2 * SMALL else 2 * SMALL - 2 + count % 2 for count in map(told.__getitem__, order)]
    return order, bytes(found).translate(_TALLIES)


def _checks(words: Iterable[str]) -> list[int]:
    """The checksum (CRC-32) of each word."""
    return list(map(crc32, map(str.encode, words)))
