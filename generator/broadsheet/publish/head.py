"""The head of a page: what machines read of it, from search engines to reference managers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

_AT_HAND = 256
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that other sites show beside a link."""

    url: str
    """Its absolute address."""
    size: tuple[int, int] | None = None
    """Width and height, where they are known."""
    text: str = ""
    """What is on it, for those who do not see it."""


class Facts(NamedTuple):
    """What is known of a page, as plain text; a tuple, since each page has one."""

    title: str
    site: str
    """The name of the site."""
    home: str = ""
    """The absolute address of the site, ending in `/`; empty where the owner has not said it."""
    url: str = ""
    """The absolute address of the page, or of the page that it is a copy of; empty where `home` is."""
    description: str = ""
    authors: Sequence[str] = ()
    date: str = ""
    """``2016-06-14``, ``2016-06`` or ``2016``."""
    language: str = ""
    topics: Sequence[str] = ()
    publication: str = ""
    words: int = 0
    picture: Picture | None = None
    """What stands for the page where others show it."""
    article: bool = False
    crumbs: Sequence[tuple[str, str]] = ()
    """The pages above it, from the top: name and absolute address."""
    hidden: bool = False
    """Whether search engines shall pass over it."""


def head(facts: Facts, colours: Sequence[str] = ()) -> str:
    """The tags, one a line; `colours` are those of the paper by day and by night."""
    lines = [f'<meta {kind}="{name}" content="{_escaped(text)}">' for kind, name, text in _tags(facts) if text]
    lines += [
        f'<meta name="theme-color" content="{colour}" media="(prefers-color-scheme: {scheme})">'
        for scheme, colour in zip(("light", "dark"), colours, strict=False)
    ]
    if facts.url:
        lines.append(f'<link rel="canonical" href="{_escaped(facts.url)}">')
    if facts.article:
        lines.append(f'<script type="application/ld+json">{_script(linked_data(facts))}</script>')
    return "\n".join(lines)


@lru_cache(_AT_HAND)
def _escaped(text: str) -> str:
    """Text for an attribute; title, address and names stand in several tags, and on the next pages."""
    return escape(text)


def _tags(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Attribute, name and text of each tag; those without a text are left out."""
    yield "name", "description", facts.description
    yield "name", "author", ", ".join(facts.authors)
    yield "name", "robots", "noindex" if facts.hidden else ""
    yield "name", "generator", "Broadsheet"
    yield from _shared(facts)
    if facts.article:
        yield from _cited(facts)


def _shared(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """What other sites show beside a link (Open Graph, Twitter); they take the description that stands above."""
    yield "property", "og:type", "article" if facts.article else "website"
    yield "property", "og:site_name", facts.site
    yield "property", "og:title", facts.title
    yield "property", "og:url", facts.url
    if picture := facts.picture:
        yield "property", "og:image", picture.url
        for name, length in zip(("width", "height"), picture.size or (), strict=False):
            yield "property", f"og:image:{name}", str(length)
        yield "property", "og:image:alt", picture.text
    yield "property", "og:locale", facts.language.replace("-", "_")
    yield "name", "twitter:card", "summary_large_image" if facts.picture else "summary"
    if facts.article:
        yield "property", "article:published_time", facts.date
        for topic in facts.topics:
            yield "property", "article:tag", topic


def _cited(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """What reference managers take (Highwire Press, Dublin Core); each reads an author from a tag of its own."""
    yield "name", "citation_title", facts.title
    for author in facts.authors:
        yield "name", "citation_author", author
    yield "name", "citation_publication_date", facts.date.replace("-", "/")
    yield "name", "citation_journal_title", facts.publication
    yield "name", "citation_language", facts.language
    yield "name", "citation_keywords", "; ".join(facts.topics)
    yield "name", "citation_fulltext_html_url", facts.url
    yield "name", "DC.title", facts.title
    for author in facts.authors:
        yield "name", "DC.creator", author
    yield "name", "DC.date", facts.date
    yield "name", "DC.language", facts.language
    yield "name", "DC.publisher", facts.publication or facts.site
    yield "name", "DC.identifier", facts.url
    yield "name", "DC.type", "Text"


def linked_data(facts: Facts) -> dict[str, Any]:
    """The page and the way to it, in the words of schema.org; what is not known is left out."""
    newspaper = {"@type": "Organization", "name": facts.publication or facts.site}
    article = {
        "@type": "NewsArticle" if len(facts.date) > len("2016-06") else "Article",
        "headline": facts.title,
        "description": facts.description,
        "author": [{"@type": "Person", "name": author} for author in facts.authors],
        "datePublished": facts.date,
        "inLanguage": facts.language,
        "keywords": list(facts.topics),
        "wordCount": facts.words,
        "image": facts.picture.url if facts.picture else "",
        "publisher": newspaper,
        "isPartOf": {"@type": "CreativeWork", "name": facts.publication} if facts.publication else None,
        "url": facts.url,
        "mainEntityOfPage": facts.url,
        "isAccessibleForFree": True,
    }
    way = [*facts.crumbs, (facts.title, facts.url)] if facts.url else []
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": url}
            for place, (name, url) in enumerate(way, 1)
        ],
    }
    known = {key: value for key, value in article.items() if value not in ("", [], 0, None)}
    return {"@context": "https://schema.org", "@graph": [known, crumbs] if way else [known]}


def _script(data: object) -> str:
    """JSON that ends no element of HTML."""
    return _JSON.encode(data).replace("<", "\\u003c")
