"""The pattern of permalinks: the URL that an article would have, were it alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import split, splitext
from unicodedata import normalize

from broadsheet.collect.index.slug import RESERVED, slug
from broadsheet.model import Article, place
from broadsheet.options import Options

_UNDATED = "undated"
_FIELD = re.compile(r"\{(\w+)\}")
_ENDING = re.compile(r"(?:\.html|/)$")
_LISTINGS = re.compile(
    r"(?:index|assets|search|sitemap|404)"
    r"|undated|(?:archive|authors|topics|series|places|publications|on-this-day)(?:/.*)?"
    r"|\d{4}(?:/(?:\d\d|spring|summer|autumn|winter|no-month|calendar))?"
    r"|(?:.*/)?page-\d+"
)
"""Places of pages that no article may take: the listings, and what MkDocs and its themes make."""

_FIELDS: dict[str, Callable[[Article, str], str]] = {
    "year": lambda article, _: f"{date.year:04}" if (date := article.metadata.date) else _UNDATED,
    "month": lambda article, _: f"{date.month:02}" if (date := article.metadata.date) and date.month else "",
    "day": lambda article, _: f"{date.day:02}" if (date := article.metadata.date) and date.day else "",
    "slug": lambda article, form: slug(article.metadata.title, form),
    "folder": lambda article, form: "/".join(_name(part, form) for part in split(article.path)[0].split("/") if part),
    "stem": lambda article, form: slug(splitext(split(article.path)[1])[0], form),
}
"""What each field of a pattern stands for; nothing where the article has no such thing."""


def wanted(article: Article, options: Options) -> str:
    """
    The URL that the pattern gives an article.

    A field that stands for nothing goes, with the sign before it, or the one after it where there is none before; so
    does a folder that is empty then.
    """
    start, ending = endings(options.permalink)
    parts = (_filled(part, article, options.slugs) for part in start.split("/"))
    return "/".join(part for part in parts if part) + ending


def numbered(url: str, number: int) -> str:
    """
    A URL with a number, if there is more than one.

    >>> numbered("1811/03/flood.html", 2), numbered("1811/03/flood/", 1)
    ('1811/03/flood-2.html', '1811/03/flood/')
    """
    start, ending = endings(url)
    return url if number == 1 else f"{start}-{number}{ending}"


def is_same(url: str, other: str) -> bool:
    """Whether two URLs are one, but for case."""
    return (place(url), endings(url)[1]) == (place(other), endings(other)[1])


def has_number(url: str) -> bool:
    """
    Whether a URL may be another one with a number.

    >>> has_number("1811/03/flood-2.html"), has_number("1811/03/flood.html")
    (True, False)
    """
    return place(url).rpartition("-")[2].isdecimal()


def is_numbered(url: str, base: str) -> bool:
    """Whether a URL is another one with a number, but for case."""
    at, stem = place(url), f"{place(base)}-"
    return at.startswith(stem) and at[len(stem) :].isdecimal() and endings(url)[1] == endings(base)[1]


def is_reserved(place: str) -> bool:
    """Whether a place belongs to something else than articles."""
    return place.rpartition("/")[2] in RESERVED or bool(_LISTINGS.fullmatch(place))


def endings(url: str) -> tuple[str, str]:
    """A URL, or a pattern, and how it ends: ``.html`` or `/`."""
    match = _ENDING.search(url)
    return (url[: match.start()], match[0]) if match else (url, "")


def _filled(part: str, article: Article, form: str) -> str:
    """One part of a pattern, between two `/`."""
    gone = "\0"
    text = _FIELD.sub(lambda field: _FIELDS[field[1]](article, form) or gone, part)
    text = re.sub(f"[-_.~]{gone}|{gone}[-_.~]?", "", text) if gone in text else text
    return normalize("NFC", text)


def _name(folder: str, form: str) -> str:
    """A folder's name as part of an address."""
    name = slug(folder, form)
    return f"{name}-2" if name in RESERVED else name
