"""The articles before and after one: in time, of its authors, in its series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from broadsheet.model import Article
from broadsheet.model.copies import Copy
from broadsheet.model.links import Between, Neighbours, Series


def neighbours(
    ordered: Sequence[Article], series: Sequence[Series], copies: Mapping[str, Copy]
) -> dict[str, Neighbours]:
    """
    The neighbours of each article, by path; `ordered` has the newest first.

    In time only articles with a date have neighbours.  Later copies are passed over.
    """
    shown = [article for article in reversed(ordered) if article.path not in copies]
    in_time = _between([article.path for article in shown if article.metadata.date])
    of_author: defaultdict[str, list[str]] = defaultdict(list)
    for article in shown:
        for author in article.metadata.authors:
            of_author[author].append(article.path)
    by_author = {author: _between(paths) for author, paths in of_author.items()}
    in_series: dict[str, Between] = {}
    for one in series:
        in_series |= _between([part.path for part in one.parts])
    alone = Between()
    return {
        (path := article.path): Neighbours(
            in_time.get(path, alone),
            tuple([(author, by_author[author][path]) for author in dict.fromkeys(article.metadata.authors)]),
            in_series.get(path, alone),
        )
        for article in shown
    }


def _between(paths: Sequence[str]) -> dict[str, Between]:
    if not paths:
        return {}
    return {
        path: Between(before, after)
        for before, path, after in zip([None, *paths[:-1]], paths, [*paths[1:], None], strict=True)
    }
