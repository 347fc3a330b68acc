"""Articles to a `Collection`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from broadsheet.collect.authors import authors_of
from broadsheet.collect.permalink import assign
from broadsheet.errors import Finding
from broadsheet.model import Article, Collection, Entry, address
from broadsheet.owner.authors import SaidAuthor


def collect(
    articles: Sequence[Article],
    findings: Iterable[Finding] = (),
    pages: Iterable[str] = (),
    said: Sequence[SaidAuthor] = (),
) -> Collection:
    """
    Put articles in order and give each its permalink.

    `findings` are those of files that gave no article; `pages` are the paths of the owner's own pages, `said` is
    what the owner says of authors.
    """
    permalinks, clashes = assign(articles, frozenset(map(_taken, pages)))
    ordered = sorted(articles, key=_newest_first)
    authors = authors_of(ordered, said)
    entries = [
        Entry(article, permalinks[article.path], authors.by_article.get(article.path, ())) for article in ordered
    ]
    found = [*findings, *clashes, *authors.findings, *(f for article in articles for f in article.findings)]
    return Collection(tuple(entries), tuple(sorted(found)), authors.known)


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
