"""Articles to a `Collection`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from broadsheet.cache import Store
from broadsheet.collect.apart import Apart, here
from broadsheet.collect.authors import authors_of
from broadsheet.collect.index import index_of, told
from broadsheet.collect.permalinks import assign
from broadsheet.collect.pins import pins
from broadsheet.collect.relations.neighbours import neighbours
from broadsheet.collect.relations.reports import reported, same_parts
from broadsheet.errors import Finding
from broadsheet.model import Article, Collection, Entry, Ledger, TopicRules, page_of, place_of
from broadsheet.options import Options
from broadsheet.owner.authors import SaidAuthor

if TYPE_CHECKING:
    from broadsheet.collect.knowledge import Known

_DIGITS, _PADDED = re.compile(r"\d+"), 9
"""Numbers in titles of one day are sorted by their value, “Sheet 2” before “Sheet 10”."""
Placed = Callable[[Sequence[Entry]], None]
"""Told of articles in their order, with their permalinks and authors, and with their topics if these are known."""

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
    `remembered` waits for what another process worked out.
    """
    ordered = newest_first(articles)
    alike, knowing, are_remembered = (
        (remembered, remembered, True) if remembered else _begun(ordered, options, topics, apart, store)
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
    known, (copies, _, kept) = knowing() or _begun(ordered, options, topics, here, store)[1]()
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


def _begun(
    ordered: Sequence[Article], options: Options, topics: TopicRules, apart: Apart, store: Store | None
) -> tuple[Callable[[], object], Callable[[], Known], bool]:
    """
    Begin to work out what articles have to do with one another.

    What waits until they are compared, and what until all is known; and whether the store remembers most of it.
    """
    from broadsheet.collect.knowledge import begin  # with all that is needed for it: another process may do it
    from broadsheet.collect.topics.remembered import are_known

    are_remembered = are_known(ordered, topics, options.topics, store)
    return *begin(ordered, options, topics, store, apart, here if are_remembered else apart), are_remembered


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Articles in the order of a collection."""
    return sorted(articles, key=_newest_first)


def _newest_first(article: Article) -> tuple[tuple[int, ...], str, str]:
    date = article.metadata.date
    age = tuple(-part for part in date.sort_key) if date else (1,)
    return age, _DIGITS.sub(lambda digits: digits[0].zfill(_PADDED), article.metadata.title.casefold()), article.path
