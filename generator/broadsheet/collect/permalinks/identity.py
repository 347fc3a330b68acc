"""Which article is which: the lines of the ledger, and the articles that they were written for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from unicodedata import normalize

from broadsheet.model import Article, Line, State


def known_as(path: str) -> str:
    """A path as the ledger has it: what is not Unicode in it has a question mark."""
    return path.encode("utf-8", "replace").decode("utf-8")


_SAME: tuple[Callable[[Any], object], ...] = (
    lambda of: (known_as(of.path), of.sha256),
    lambda of: of.sha256,
    lambda of: known_as(of.path),
    lambda of: normalize("NFC", of.path),
)
"""
What makes an article the one of a line, the surest first: its text where it was; its text anywhere, since it was
renamed or moved; its place, since its text was edited; its place as another system writes it.

The text comes before the place.  Where files are numbered anew, or a line is added at the top of a container, each
path has another article from then on, and each article is still known by its text.
"""


def matched(lines: Iterable[Line], articles: Iterable[Article]) -> dict[str, Line]:
    """
    For each article, by its path, the line that was written for it, if there is one.

    Of equal files, the first path has the first line; a line whose article was there last time goes before one whose
    article was withdrawn.  What moved has no article of its own.
    """
    left = sorted(articles, key=lambda article: article.path)
    free = sorted(
        (line for line in lines if line.state != State.MOVED),
        key=lambda line: (line.state != State.CURRENT, line.path, line.url),
    )
    found: dict[str, Line] = {}
    for same in _SAME if free else ():
        by_key: dict[object, list[Line]] = {}
        for line in reversed(free):
            by_key.setdefault(same(line), []).append(line)
        for article in left:
            if waiting := by_key.get(same(article)):
                found[article.path] = waiting.pop()
        taken = {line.url for line in found.values()}
        left = [article for article in left if article.path not in found]
        free = [line for line in free if line.url not in taken]
    return found
