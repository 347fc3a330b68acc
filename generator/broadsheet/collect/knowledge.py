"""What is known of articles only from all of them together; they come with the newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from broadsheet.cache import Store
from broadsheet.collect.apart import Apart
from broadsheet.collect.gathering import gather
from broadsheet.collect.gathering.columns import columns_of
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


class Alike(NamedTuple):
    """Which articles are copies, and which are alike; that does not depend on their topics."""

    copies: Mapping[str, Copy]
    related: Sequence[Sequence[int]]
    """For each article the numbers of the most alike ones."""
    kept: Kept
    """What the store is to have of it."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Topics, related articles and series."""

    by_article: Mapping[str, tuple[str, ...]]
    """The topics shown with each article, by its path."""
    topics: tuple[Term, ...]
    related: Mapping[str, tuple[Related, ...]]
    series: tuple[Series, ...]
    kept: Kept
    """What the store is to have of it."""


Known = tuple[Knowledge, Alike]
"""What articles have to do with one another."""


def begin(
    articles: Sequence[Article], options: Options, rules: TopicRules, store: Store | None, compares: Apart, seeks: Apart
) -> tuple[Callable[[], Alike], Callable[[], Known]]:
    """
    Begin to compare articles, and to seek their topics, each in its place.

    What waits until they are compared, and what until all is known; the `store` may have an earlier build.
    """
    gathered = _gathered_of(articles, rules)
    alike = cache(compares(partial(_alike_of, articles, gathered, options.related, store)))
    known = seeks(partial(_know, articles, gathered, options, rules, store), alike)
    return alike, lambda: (known(), alike())


def _gathered_of(articles: Sequence[Article], rules: TopicRules) -> list[Gathered]:
    """What was gathered of each article, or is now."""
    missing = iter(gather([article for article in articles if not article.gathered], rules.sought))
    return [article.gathered or next(missing) for article in articles]


def _alike_of(articles: Sequence[Article], gathered: Sequence[Gathered], most: int, store: Store | None) -> Alike:
    """Find copies, and for each article so many of those that are most alike; the `store` may have an earlier build."""
    copies = copies_of(articles, gathered)
    place = {article.path: number for number, article in enumerate(articles)}
    groups = [place[copies[a.path].first] if a.path in copies else place[a.path] for a in articles]
    related, kept = related_to([article.key for article in articles], columns_of(gathered), groups, most, store)
    return Alike(copies, related, kept)


def _know(
    articles: Sequence[Article],
    gathered: Sequence[Gathered],
    options: Options,
    rules: TopicRules,
    store: Store | None,
    alike: Callable[[], Alike],
) -> Knowledge:
    """Find topics and series, and what `alike` articles have in common; the `store` may have an earlier build."""
    words = vocabulary(columns_of(gathered))
    topics = topics_of(articles, gathered, words, rules, options.topics, store)
    copies, found, _ = alike()
    related = {
        article.path: tuple(Related(articles[other].path, topics.common(number, other)) for other in others)
        for number, (article, others) in enumerate(zip(articles, found, strict=True))
    }
    by_article = {article.path: shown for article, shown in zip(articles, topics.shown, strict=True)}
    return Knowledge(
        by_article,
        _index(articles, by_article, copies),
        related,
        series_of(articles, gathered, copies),
        topics.kept,
    )


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
