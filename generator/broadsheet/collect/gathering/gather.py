"""Articles to what the collection needs of each."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from threading import Lock
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from broadsheet.collect.gathering.aliases import aliases_in
from broadsheet.collect.gathering.clitics import may_have_clitics, without_clitics
from broadsheet.collect.gathering.determined import common_nouns
from broadsheet.collect.gathering.mentions import mentions_in, mentions_unspaced, with_sought
from broadsheet.collect.gathering.minhash import SHINGLE, shingles_of, signature
from broadsheet.collect.gathering.nouns import nouns_have_capitals
from broadsheet.collect.gathering.series_marks import mark_of
from broadsheet.collect.gathering.tallies import tallied
from broadsheet.collect.gathering.traits import SMALL, TELLS
from broadsheet.collect.gathering.unspaced import UNSPACED_LANGUAGES, latin_words, pairs_of
from broadsheet.collect.gathering.words import Words, with_texts, words_of
from broadsheet.model import Article, Kind
from broadsheet.model.block import plain_text
from broadsheet.model.gathered import Gathered, Mention, packed

_LEFT_OUT = frozenset((Kind.SEPARATOR, Kind.PREFORMATTED))
_one_at_a_time = Lock()
"""A tongue learns from one text at a time, and a worker of a cluster may have several threads."""


def gather(articles: Sequence[Article], sought: Sequence[str] = ()) -> list[Gathered]:
    """
    Gather names, words and phrases of each article, the words of its vector, its signature and marks of a series.

    `sought` are names that count wherever they stand, in whatever case.
    """
    titles, texts = list(map(_title, articles)), list(map(_text, articles))
    alike = defaultdict[str | None, list[int]](list)
    for number, article in enumerate(articles):
        alike[article.metadata.language].append(number)
    read: dict[int, _Read] = {}
    for language, numbers in alike.items():
        read_all = _unspaced if language in UNSPACED_LANGUAGES else _spaced
        with _one_at_a_time:
            some = read_all([titles[number] for number in numbers], [texts[number] for number in numbers], language)
        read.update(zip(numbers, some, strict=True))
    found = [read[number] for number in range(len(articles))]
    pieces = zip(found, titles, texts, strict=True)
    said = [with_sought(one.mentions, sought, title, text) if sought else one.mentions for one, title, text in pieces]
    return [
        Gathered(one.terms, one.tallies, packed(mentions), aliases, minhash, one.digest, mark)
        for one, mentions, aliases, minhash, mark in zip(
            found,
            said,
            [tuple(aliases_in(text)) if "(" in text else () for text in texts],
            [signature(one.shingles) for one in found],
            list(map(mark_of, articles)),
            strict=True,
        )
    ]


def _title(article: Article) -> str:
    """Its headline, if it has one."""
    known = article.metadata
    return known.title if any(e.field == "title" and e.rule != "file-name" for e in known.evidence) else ""


def _text(article: Article) -> str:
    return plain_text([block for block in article.body if block.kind not in _LEFT_OUT])


class _Read(NamedTuple):
    """What the words of an article come to."""

    digest: bytes
    """A checksum of those of its text; where no spaces part them, of the letters."""
    shingles: NDArray[np.uint32]
    terms: bytes
    tallies: bytes
    mentions: tuple[Mention, ...]


def _spaced(headlines: Sequence[str], bodies: Sequence[str], language: str | None) -> list[_Read]:
    titles, texts = words_of(headlines, language), words_of(bodies, language)
    if may_have_clitics(texts.tag):
        titles, texts = _bare(titles, texts), _bare(texts, titles)
    common = common_nouns(texts) if nouns_have_capitals(language) else []
    traits = np.append(titles.traits, texts.traits)
    small = traits & SMALL != 0
    small[len(titles.numbers) + np.array(common, np.int64)] = True
    tells = traits & TELLS != 0
    owners, checks = np.append(titles.owners, texts.owners), np.append(titles.checks, texts.checks)
    told = tallied(owners[tells], checks[tells], small[tells], len(bodies))
    mentions = mentions_in(titles, texts, common)
    shingles = shingles_of(texts.checks)
    return [
        _Read(_digest(texts.checks[first:end]), shingles[first : max(first, end - SHINGLE + 1)], *words, said)
        for (first, end), words, said in zip(texts.spans, told, mentions, strict=True)
    ]


def _bare(words: Words, others: Words) -> Words:
    """The words of some texts without what is written in one with them, by what else is in their articles."""
    spans = zip(words.spans, others.spans, strict=True)
    bare = (
        without_clitics(words.between(first, end), words.tag, others.between(begin, last))
        for (first, end), (begin, last) in spans
    )
    return with_texts(words, list(chain.from_iterable(bare)))


def _unspaced(headlines: Sequence[str], bodies: Sequence[str], language: str | None) -> list[_Read]:
    latin = latin_words(bodies)
    pairs = [_checks(pairs_of(f"{title}\n{text}")) for title, text in zip(headlines, bodies, strict=True)]
    owners = np.append(np.repeat(np.arange(len(pairs)), list(map(len, pairs))), latin.owners)
    checks = np.concatenate([*pairs, latin.checks])
    told = tallied(owners, checks, np.zeros(len(checks), np.bool_), len(bodies))
    mentions = mentions_unspaced(headlines, bodies, latin, language)
    letters = [_checks([letter for letter in text if letter.isalnum()]) for text in bodies]
    return [
        _Read(_digest(own), shingles_of(own), *words, said)
        for own, words, said in zip(letters, told, mentions, strict=True)
    ]


def _checks(words: Sequence[str]) -> NDArray[np.uint32]:
    """The checksum (CRC-32) of each word."""
    return np.array(list(map(crc32, map(str.encode, words))), np.uint32)


def _digest(checks: NDArray[np.uint32]) -> bytes:
    return hashlib.blake2b(checks.tobytes(), digest_size=16).digest() if len(checks) else b""
