"""Links from a listing to articles and other listings, and the lines that hold them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from unicodedata import bidirectional

from broadsheet.model import Entry, way_to
from broadsheet.words import Words
from broadsheet.words.locales import direction
from broadsheet.write.dates import long_date
from broadsheet.write.escape import escape_inline

_RIGHT_TO_LEFT, _ISOLATE, _POP_ISOLATE = "\u200f", "\u2068", "\u2069"
"""Begin a line from the right, and keep names and dates in it apart, in every engine (Unicode's UAX 9)."""

StandsAt = Callable[[str], str]
"""The page that has the address of a listing: the listing itself, or the owner's page in its place."""


@dataclass(frozen=True, slots=True)
class Links:
    """Writes links to articles and listings and the lines that hold them, in the language of the site."""

    stands_at: StandsAt
    words: Words
    _lines: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By the permalink of an entry, what stands in brackets and behind the link, since it stands in several lists."""

    def to(self, path: str, label: str, seen_from: str) -> str:
        """A link to a listing, from the page at another path."""
        return link(self.stands_at(path), label, seen_from)

    def line(self, entry: Entry, seen_from: str) -> str:
        """Headline and byline, as they stand in a list."""
        path = entry.permalink
        if path not in self._lines:
            byline = self.byline(entry)
            self._lines[path] = _label(entry.article.metadata.title), f" · {byline}" if byline else ""
        label, behind = self._lines[path]
        return f"[{label}]({way_to(f'{path}.md', seen_from)}){behind}"

    def byline(self, entry: Entry) -> str:
        """Authors and date, in the direction of the article's script."""
        known = entry.article.metadata
        date = long_date(known.date, self.words.language) if known.date else ""
        parts = [escape_inline(", ".join(entry.authors)), date]
        runs_left = direction(known.language) == "rtl"
        if runs_left or direction(self.words.language) == "rtl":
            parts = [f"{_ISOLATE}{part}{_POP_ISOLATE}" if part else "" for part in parts]
        if runs_left:
            parts[0] = f"{_RIGHT_TO_LEFT}{parts[0]}"
        return " · ".join(part for part in parts if part)

    def counted(self, number: int, beside: str = "") -> str:
        """How many articles there are; where a name in another direction stands beside, its digits keep their place."""
        text = self.words("articles", n=number)
        return f"{_ISOLATE}{text}{_POP_ISOLATE}" if _runs_left(beside) and text[:1].isascii() else text


def link(path: str, label: str, seen_from: str) -> str:
    """
    A link to a page, from the page at another path; the label is plain text.

    >>> link("2017/07/a.md", "A [b]", "archive/index.md")
    '[A &#91;b&#93;](../2017/07/a.md)'
    """
    return f"[{_label(label)}]({way_to(path, seen_from)})"


def _label(text: str) -> str:
    return escape_inline(text).replace("]", "&#93;")


def headline(entry: Entry, seen_from: str) -> str:
    """The headline of an article, as a link to it."""
    return link(f"{entry.permalink}.md", entry.article.metadata.title, seen_from)


def _runs_left(name: str) -> bool:
    """Whether the first letter of a name belongs to a script that is written from right to left."""
    return next((kind != "L" for sign in name if (kind := bidirectional(sign)) in ("L", "R", "AL")), False)


def anchor(heading: str) -> str:
    """
    Where a heading of a page is, if engines agree on it.

    >>> anchor("May"), anchor("März")
    ('#may', '')
    """
    return f"#{heading.lower()}" if heading.isascii() and heading.isalpha() else ""
