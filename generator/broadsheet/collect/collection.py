"""Articles to a `Collection`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from broadsheet.collect.authors import authors_of
from broadsheet.collect.duplicates import reported
from broadsheet.collect.knowledge import know
from broadsheet.collect.neighbours import neighbours
from broadsheet.collect.permalink import assign
from broadsheet.errors import Finding
from broadsheet.model import Article, Collection, Entry, TopicRules, address
from broadsheet.options import Options
from broadsheet.owner.authors import SaidAuthor


def collect(
    articles: Sequence[Article],
    findings: Iterable[Finding] = (),
    pages: Iterable[str] = (),
    options: Options | None = None,
    rules: TopicRules | None = None,
    said: Sequence[SaidAuthor] = (),
) -> Collection:
    """
    Put articles in order, give each its permalink, and find what they have to do with one another.

    `findings` are those of files that gave no article; `pages` are the paths of the owner's own pages; `rules` are
    what the owner says of topics, `said` what of authors.
    """
    permalinks, clashes = assign(articles, frozenset(map(_taken, pages)))
    ordered = sorted(articles, key=_newest_first)
    authors = authors_of(ordered, said)
    known = know(ordered, options or Options(), rules or TopicRules())
    entries = [
        Entry(
            replace(article, gathered=None),
            permalinks[article.path],
            authors.by_article.get(article.path, ()),
            known.by_article[article.path],
        )
        for article in ordered
    ]
    found = [*findings, *clashes, *authors.findings, *reported(known.copies)]
    found += [finding for article in articles for finding in article.findings]
    return Collection(
        tuple(entries),
        tuple(sorted(found)),
        authors.known,
        known.topics,
        known.related,
        known.copies,
        known.series,
        neighbours([entry.article for entry in entries], known.series, known.copies),
    )


def _taken(page: str) -> str:
    """
    The permalink that an owner's page takes, in lower case.

    A page and a folder's index of one name are not told apart, so that a permalink holds whichever of the two forms
    addresses have.
    """
    return address(page, directories=False).removesuffix(".html").removesuffix("/index").lower()


def _newest_first(article: Article) -> tuple[tuple[int, ...], str, str]:
    date = article.metadata.date
    age = tuple(-part for part in date.sort_key) if date else (1,)
    return age, article.metadata.title.casefold(), article.path
