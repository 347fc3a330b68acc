"""Links from a listing to articles and other listings, and the lines that hold them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from posixpath import dirname, relpath

from broadsheet.model import Entry
from broadsheet.write.dates import direction, long_date
from broadsheet.write.escape import escape_inline

_RIGHT_TO_LEFT, _ISOLATE, _POP_ISOLATE = "\u200f", "\u2068", "\u2069"
"""Begin a line from the right, and keep names and dates in it apart, in every engine (Unicode's UAX 9)."""

StandsAt = Callable[[str], str]
"""The page that has the address of a listing: the listing itself, or the owner's page in its place."""


@dataclass(frozen=True, slots=True)
class Links:
    """Writes links to listings, whoever wrote the page that stands there."""

    stands_at: StandsAt

    def to(self, path: str, label: str, seen_from: str) -> str:
        """A link to a listing, from the page at another path."""
        return link(self.stands_at(path), label, seen_from)


def link(path: str, label: str, seen_from: str) -> str:
    """
    A link to a page, from the page at another path; the label is plain text.

    >>> link("2017/07/a.md", "A [b]", "archive/index.md")
    '[A &#91;b&#93;](../2017/07/a.md)'
    """
    return f"[{escape_inline(label).replace(']', '&#93;')}]({relpath(path, dirname(seen_from) or '.')})"


def headline(entry: Entry, seen_from: str) -> str:
    """The headline of an article, as a link to it."""
    return link(f"{entry.permalink}.md", entry.article.metadata.title, seen_from)


def line(entry: Entry, seen_from: str) -> str:
    """Headline and byline, as they stand in a list."""
    return " · ".join(part for part in (headline(entry, seen_from), byline(entry)) if part)


def byline(entry: Entry) -> str:
    """Authors and date, in the direction of the article's script."""
    known = entry.article.metadata
    parts = [escape_inline(", ".join(entry.authors)), long_date(known.date) if known.date else ""]
    if direction(known.language) == "rtl":
        parts = [f"{_ISOLATE}{part}{_POP_ISOLATE}" if part else "" for part in parts]
        parts[0] = f"{_RIGHT_TO_LEFT}{parts[0]}"
    return " · ".join(part for part in parts if part)


def counted(number: int) -> str:
    """
    How many articles there are.

    >>> counted(1), counted(26783)
    ('1 article', '26,783 articles')
    """
    return "1 article" if number == 1 else f"{number:,} articles"
