"""One article to what the collection needs of it."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple
from zlib import crc32

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


def gather(article: Article, sought: Sequence[str] = ()) -> Gathered:
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
    read = (_unspaced if known.language in UNSPACED_LANGUAGES else _spaced)(title, text, known.language)
    return Gathered(
        terms=array("I", read.terms).tobytes(),
        tallies=bytes(read.terms.values()),
        said=packed(with_sought(read.mentions, sought, title, text) if sought else read.mentions),
        aliases=tuple(aliases_in(text)) if "(" in text else (),
        signature=signature(read.checks),
        digest=hashlib.sha256(" ".join(read.words).encode()).digest()[:16] if read.words else b"",
        mark=mark_of(article),
    )


class _Read(NamedTuple):
    """What the words of a text come to."""

    words: Sequence[str]
    """All of them, folded; where no spaces part them, the letters."""
    checks: Sequence[int]
    """Their checksums."""
    terms: dict[int, int]
    """The tallies of the words that tell something, by their checksums."""
    mentions: tuple[Mention, ...]


def _spaced(headline: str, text: str, language: str | None) -> _Read:
    title, words = words_of(headline, language), words_of(text, language)
    title, words = (
        without_clitics(title, language, words.counts.keys()),
        without_clitics(words, language, title.counts.keys()),
    )
    folded = [*words.folded, *title.folded]
    counts, stop = Counter(folded), words.stop
    check_of = dict(zip(counts, _checks(counts), strict=True))
    telling = [word for word in counts if word not in stop and len(word) > 1 and not word.isdecimal()]
    common = common_nouns(words) if nouns_have_capitals(language) else frozenset()
    small = map({*words.counts, *title.counts, *common}.__contains__, telling)
    terms = _tallied(map(check_of.__getitem__, telling), map(counts.__getitem__, telling), small)
    checks = list(map(check_of.__getitem__, words.folded))
    return _Read(words.folded, checks, terms, mentions_in(title, words, language, common))


def _unspaced(headline: str, text: str, language: str | None) -> _Read:
    letters, latin = [letter for letter in text if letter.isalnum()], latin_words(text)
    counts = Counter([*pairs_of(f"{headline}\n{text}"), *latin.folded])
    terms = _tallied(_checks(counts), counts.values(), repeat(False))
    return _Read(letters, _checks(letters), terms, mentions_unspaced(headline, text, latin, language))


def _tallied(checks: Iterable[int], counts: Iterable[int], small: Iterable[bool]) -> dict[int, int]:
    """Checksums and tallies in ascending order; those of most count, if they are too many."""
    known = list(zip(checks, counts, small, strict=False))
    found = {
        check: (count if count < SMALL else SMALL - 1) | (SMALL if is_small else 0) for check, count, is_small in known
    }
    if len(found) > _MOST_TERMS:
        often = {check: count for check, count, _ in known}
        return {check: found[check] for check in sorted(sorted(sorted(found), key=lambda c: -often[c])[:_MOST_TERMS])}
    return {check: found[check] for check in sorted(found)}


def _checks(words: Iterable[str]) -> list[int]:
    """The checksum (CRC-32) of each word."""
    return list(map(crc32, map(str.encode, words)))
