"""Permalinks: a place in the site for each article, for good."""

from __future__ import annotations

from collections.abc import Collection as Sized
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from broadsheet.collect.permalinks.identity import known_as, matched
from broadsheet.collect.permalinks.pattern import (
    endings,
    has_number,
    is_numbered,
    is_reserved,
    is_same,
    numbered,
    wanted,
)
from broadsheet.errors import Finding
from broadsheet.model import Article, Ledger, Line, PartialDate, State, place
from broadsheet.options import Options


@dataclass(frozen=True, slots=True)
class Assigned:
    """The URLs of all articles."""

    urls: dict[str, str]
    """By the article's path."""
    ledger: Ledger
    """What was published before, and now."""
    findings: tuple[Finding, ...]


def assign(articles: Iterable[Article], ledger: Ledger, options: Options, occupied: Sized[str]) -> Assigned:
    """
    Give each article its URL: the one that the ledger has for it, or a new one by the pattern.

    Of two that want one URL, whoever published it keeps it, else the earlier path has it, and the other gets a number.
    `occupied` holds the places of the owner's own pages.
    """
    ordered = sorted(articles, key=lambda article: article.path)
    held = matched(ledger.lines, ordered)
    register = _Register(ledger, occupied)
    urls: dict[str, str] = {}
    for article in sorted(ordered, key=lambda article: article.path not in held):
        line = held.get(article.path)
        if line and register.stays(line.url, article, options):
            urls[article.path] = line.url
        else:
            urls[article.path] = register.next(wanted(article, options), line.url if line else "", article.path)
    lines = _lines(ledger.lines, ordered, held, urls)
    findings = [*_gone(ledger.lines, lines), *_shared(ordered, options, urls, lines)]
    return Assigned(urls, replace(ledger, lines=lines), tuple(findings))


@dataclass(slots=True)
class _Register:
    """
    Which places are taken, and by which article.

    It is known by the URL that it came with, or, if it is new, by its path with a sign that no URL has.
    """

    ledger: Ledger
    occupied: Sized[str]
    holders: dict[str, str] = field(init=False)
    own: dict[str, list[str]] = field(default_factory=dict)
    """By the URL of an article, those that lead to it."""
    last: dict[str, int] = field(default_factory=dict)
    """By place, the highest number that was given; all below are taken."""

    def __post_init__(self) -> None:
        self.holders = dict.fromkeys(map(place, self.ledger.elsewhere), "\0")
        for line in self.ledger.lines:
            self.holders[place(line.url)] = line.to or line.url
            if line.to:
                self.own.setdefault(line.to, []).append(line.url)

    def is_free(self, url: str, holder: str) -> bool:
        """Whether an article may have a URL."""
        at = place(url)
        return self.holders.get(at, holder) == holder and at not in self.occupied and not is_reserved(at)

    def stays(self, url: str, article: Article, options: Options) -> bool:
        """Whether an article keeps the URL that it has; most do, whatever the pattern says."""
        return self.is_free(url, url) and (options.moved == "keep" or self.fits(url, wanted(article, options), url))

    def fits(self, url: str, base: str, holder: str) -> bool:
        """Whether a URL is as the pattern wants it: the base, or that with a number where the base is another's."""
        return is_same(url, base) or (is_numbered(url, base) and not self.is_free(base, holder))

    def next(self, base: str, came_with: str, path: str) -> str:
        """The URL for an article that has none that fits: the base, one that it had before, or the next free number."""
        holder = came_with or f"\0{path}"
        had = [came_with, *self.own.get(came_with, ())] if came_with else []
        ending, at = endings(base)[1], place(base)
        again = [base, *sorted(endings(url)[0] + ending for url in had)] if had else []
        fitting = (url for url in again if self.fits(url, base, holder) and self.is_free(url, holder))
        url, number = next(fitting, ""), self.last.get(at, 1)
        while not url or not self.is_free(url, holder):
            url = numbered(base, number)
            self.last[at] = number
            number += 1
        self.holders[place(url)] = holder
        return next((old for old in had if is_same(old, url)), url)


def _lines(
    before: Iterable[Line], articles: Iterable[Article], held: dict[str, Line], urls: dict[str, str]
) -> tuple[Line, ...]:
    """The ledger after this build: nothing that was published goes."""
    now = {line.url: urls[path] for path, line in held.items()}
    lines: dict[str, Line] = {}
    for line in before:
        if line.state == State.MOVED:
            lines[line.url] = replace(line, to=now.get(line.to, line.to))
        elif line.url not in now:
            lines[line.url] = replace(line, state=State.WITHDRAWN)
        elif now[line.url] != line.url:
            lines[line.url] = Line(line.url, state=State.MOVED, to=now[line.url])
    for article in articles:
        url = urls[article.path]
        lines[url] = Line(url, known_as(article.path), article.sha256)
    return tuple(sorted(lines.values(), key=lambda line: line.url))


def _gone(before: Iterable[Line], after: Iterable[Line]) -> list[Finding]:
    """The articles that were there last time."""
    withdrawn = {line.url for line in after if line.state == State.WITHDRAWN}
    return [
        Finding(line.path, 0, 0, "withdrawn-article", line.url)
        for line in before
        if line.state == State.CURRENT and line.url in withdrawn
    ]


def _shared(
    articles: Iterable[Article], options: Options, urls: dict[str, str], lines: Iterable[Line]
) -> list[Finding]:
    """The articles that have a number because another has their URL; with the same date too, they may be copies."""
    by_url = {line.url: line for line in lines}
    at = {place(url): line for url, line in by_url.items()}
    seen: dict[tuple[str, PartialDate | None], str] = {}
    findings = []
    for article in articles:
        url = urls[article.path]
        base = wanted(article, options) if has_number(url) else url
        same = (article.metadata.title.casefold(), article.metadata.date)
        holder = at.get(place(base)) if is_numbered(url, base) else None
        if same in seen:
            findings.append(Finding(article.path, 0, 0, "same-permalink", f"as {seen[same]}; it gets {url}"))
        elif holder and by_url.get(holder.to) != by_url[url]:
            whose = by_url.get(holder.to, holder)
            gone = ", which is gone" if whose.state == State.WITHDRAWN else ""
            detail = f"{base} is that of {whose.path}{gone}; it gets {url}"
            findings.append(Finding(article.path, 0, 0, "shared-permalink", detail))
        seen.setdefault(same, article.path)
    return findings
