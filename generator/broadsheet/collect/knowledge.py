"""What is known of articles only from all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from broadsheet.cache import Store
from broadsheet.collect.apart import Apart, here
from broadsheet.collect.gathering import gather
from broadsheet.collect.gathering.columns import Columns, columns_of
from broadsheet.collect.index import index_of
from broadsheet.collect.kept import Kept
from broadsheet.collect.relations.duplicates import copies_of
from broadsheet.collect.relations.related import related_to
from broadsheet.collect.relations.series import series_of
from broadsheet.collect.topics.topics import topics_of
from broadsheet.collect.topics.vocabulary import vocabulary
from broadsheet.model import Article, Copy, Related, Series, Term, TopicRules
from broadsheet.model.gathered import Gathered
from broadsheet.options import Options


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Topics, related articles, copies and series."""

    by_article: Mapping[str, tuple[str, ...]]
    """The topics shown with each article, by its path."""
    topics: tuple[Term, ...]
    related: Mapping[str, tuple[Related, ...]]
    copies: Mapping[str, Copy]
    series: tuple[Series, ...]
    kept: Kept
    """What the store is to have of it."""


def know(
    articles: Sequence[Article], options: Options, rules: TopicRules, apart: Apart = here, store: Store | None = None
) -> Knowledge:
    """
    Work out what articles have to do with one another; they come with the newest first.

    Which are copies, and which alike, does not depend on their topics, and may be worked out `apart`.  The `store` may
    have what an earlier build found.
    """
    missing = iter(gather([article for article in articles if not article.gathered], rules.sought))
    gathered = [article.gathered or next(missing) for article in articles]
    columns = columns_of(gathered)
    alike = apart(partial(_alike, articles, gathered, columns, options.related, apart, store))
    words = vocabulary(columns)
    del columns  # which take much of the memory, and are the other process's now
    topics = topics_of(articles, gathered, words, rules, options.topics, store)
    copies, (found, kept) = alike()
    related = {
        article.path: tuple(Related(articles[other].path, topics.common(number, other)) for other in others)
        for number, (article, others) in enumerate(zip(articles, found, strict=True))
    }
    by_article = {article.path: shown for article, shown in zip(articles, topics.shown, strict=True)}
    return Knowledge(
        by_article,
        _index(articles, by_article, copies),
        related,
        copies,
        series_of(articles, gathered, copies),
        kept.joined(topics.kept),
    )


def _alike(
    articles: Sequence[Article],
    gathered: Sequence[Gathered],
    columns: Columns,
    most: int,
    apart: Apart,
    store: Store | None,
) -> tuple[dict[str, Copy], tuple[list[list[int]], Kept]]:
    """The copies, and for each article the numbers of the most alike ones."""
    copies = copies_of(articles, gathered)
    place = {article.path: number for number, article in enumerate(articles)}
    groups = [place[copies[a.path].first] if a.path in copies else place[a.path] for a in articles]
    return copies, related_to([article.key for article in articles], columns, groups, most, apart, store)


def _index(
    articles: Sequence[Article], by_article: Mapping[str, Sequence[str]], copies: Mapping[str, Copy]
) -> tuple[Term, ...]:
    """The topics from A to Z, each with its articles, later copies left out."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article.path not in copies:
            for name in by_article[article.path]:
                found[name].append(article.path)
    return index_of("topics", found)
