"""Articles to a `Collection`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from broadsheet.cache import Store
from broadsheet.collect.apart import Apart, here
from broadsheet.collect.authors import authors_of
from broadsheet.collect.index import index_of, told
from broadsheet.collect.knowledge import Alike, Knowledge, alike_of, gathered_of, know
from broadsheet.collect.permalinks import assign
from broadsheet.collect.pins import pins
from broadsheet.collect.relations import neighbours, reported, same_parts
from broadsheet.collect.topics import are_known
from broadsheet.errors import Finding
from broadsheet.model import Article, Collection, Entry, Ledger, TopicRules, page_of, place_of
from broadsheet.options import Options
from broadsheet.owner.authors import SaidAuthor

_DIGITS, _PADDED = re.compile(r"\d+"), 9
"""Numbers in titles of one day are sorted by their value, “Sheet 2” before “Sheet 10”."""
Placed = Callable[[Sequence[Entry]], None]
"""Told of articles in their order, with their permalinks and authors, and with their topics if these are known."""
Known = tuple[Knowledge, Alike]
"""What articles have to do with one another."""

_DEFAULTS, _NEW, _NO_RULES = Options(), Ledger(), TopicRules()


def collect(
    articles: Sequence[Article],
    findings: Iterable[Finding] = (),
    pages: Iterable[str] = (),
    options: Options = _DEFAULTS,
    ledger: Ledger = _NEW,
    *,
    topics: TopicRules = _NO_RULES,
    authors: Sequence[SaidAuthor] = (),
    apart: Apart = here,
    store: Store | None = None,
    placed: Placed | None = None,
    complete: Placed | None = None,
    remembered: Callable[[], Known | None] | None = None,
) -> Collection:
    """
    Put articles in order, give each its permalink, and find what they have to do with one another.

    `findings` are those of files that gave no article; `pages` are the paths of the owner's own pages; `ledger` is what
    was published before; `topics` and `authors` are what the owner says of them; `apart` does work beside other work;
    `store` may remember an earlier build, and then there is too little to do for others; else `placed` is told of the
    articles, before what they have to do with one another is known.  `complete` is told of them when it is.
    `remembered` waits for what comes of `know_again`, if that was begun.
    """
    ordered = sorted(articles, key=_newest_first)
    are_remembered = are_known(ordered, topics, options.topics, store)
    alike, knowing = _begun(
        ordered,
        options,
        topics,
        store,
        here if are_remembered and remembered else apart,
        here if are_remembered else apart,
    )
    given = assign(articles, ledger, options, frozenset(map(place_of, pages)))
    wrote = authors_of(ordered, authors)
    entries = [
        Entry(
            article.alone,
            page_of(given.urls[article.path]).removesuffix(".md"),
            wrote.by_article.get(article.path, ()),
        )
        for article in ordered
    ]
    if placed and not are_remembered:
        alike()  # one after the other, so that neither takes a processor from the search for topics
        placed(entries)
    places, publications = (
        index_of("places", told(ordered, lambda article: article.metadata.place)),
        index_of("publications", told(ordered, lambda article: article.metadata.publication)),
    )
    again = remembered() if remembered else None
    if again is None or again[0].by_article.keys() != {article.path for article in articles}:
        again = knowing(), alike()
    known, (copies, _, kept) = again
    if store:
        kept = kept.joined(known.kept)
        store.keep(kept.new)
        store.use(kept.used)
    entries = [
        Entry(entry.article, entry.permalink, entry.authors, known.by_article[entry.article.path]) for entry in entries
    ]
    if complete:
        complete(entries)
    pinned, strays = pins(options.pinned, entries)
    found = [*strays, *findings, *given.findings, *wrote.findings, *reported(copies), *same_parts(known.series)]
    found += [finding for article in articles for finding in article.findings]
    return Collection(
        entries=tuple(entries),
        findings=tuple(sorted(found)),
        authors=wrote.known,
        topics=known.topics,
        places=places,
        publications=publications,
        related=known.related,
        copies=copies,
        series=known.series,
        neighbours=neighbours([entry.article for entry in entries], known.series, copies),
        pinned=pinned,
        ledger=given.ledger,
    )


def know_again(
    articles: Sequence[Article], options: Options, topics: TopicRules, apart: Apart, store: Store | None
) -> Known | None:
    """What articles have to do with one another, if the store remembers most of it; they come in any order."""
    ordered = sorted(articles, key=_newest_first)
    if not are_known(ordered, topics, options.topics, store):
        return None
    alike, knowing = _begun(ordered, options, topics, store, apart, here)
    return knowing(), alike()


def _begun(
    ordered: Sequence[Article], options: Options, topics: TopicRules, store: Store | None, compares: Apart, seeks: Apart
) -> tuple[Callable[[], Alike], Callable[[], Knowledge]]:
    """Begin to compare articles, and to seek their topics, each in its place; what waits for either."""
    gathered = gathered_of(ordered, topics)
    alike = cache(compares(partial(alike_of, ordered, gathered, options.related, store)))
    return alike, seeks(partial(know, ordered, gathered, options, topics, store), alike)


def _newest_first(article: Article) -> tuple[tuple[int, ...], str, str]:
    date = article.metadata.date
    age = tuple(-part for part in date.sort_key) if date else (1,)
    return age, _DIGITS.sub(lambda digits: digits[0].zfill(_PADDED), article.metadata.title.casefold()), article.path
