"""Articles to a `Collection`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from broadsheet.collect.permalink import assign
from broadsheet.errors import Finding
from broadsheet.model import Article, Collection, Entry, Ledger, page_of, place_of
from broadsheet.options import Options

_DEFAULTS, _NEW = Options(), Ledger()


def collect(
    articles: Sequence[Article],
    findings: Iterable[Finding] = (),
    pages: Iterable[str] = (),
    options: Options = _DEFAULTS,
    ledger: Ledger = _NEW,
) -> Collection:
    """
    Put articles in order and give each its permalink.

    `findings` are those of files that gave no article; `pages` are the paths of the owner's own pages; `ledger` is what
    was published before.
    """
    given = assign(articles, ledger, options, frozenset(map(place_of, pages)))
    entries = [
        Entry(article, page_of(given.urls[article.path]).removesuffix(".md"))
        for article in sorted(articles, key=_newest_first)
    ]
    found = [*findings, *given.findings, *(f for article in articles for f in article.findings)]
    return Collection(tuple(entries), tuple(sorted(found)), given.ledger)


def _newest_first(article: Article) -> tuple[tuple[int, ...], str, str]:
    date = article.metadata.date
    age = tuple(-part for part in date.sort_key) if date else (1,)
    return age, article.metadata.title.casefold(), article.path
