"""What a feed says, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from broadsheet.model import PartialDate

UNDATED = "1970-01-01T00:00:00Z"
"""What Atom has where it asks for an instant and none is known; readers take the zero of their clocks for none."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLAIN = re.compile(r"[\w ./:;,+-]*").fullmatch
"""Most values of attributes are as they are written."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a feed."""

    url: str
    """Of its page; permanent, so it is its id too."""
    title: str
    authors: tuple[str, ...]
    date: PartialDate | None
    summary: str
    topics: tuple[str, ...]
    language: str | None
    content: Callable[[], str] | None
    """Writes the whole text, as HTML; ``None`` where the feed has summaries only."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One document of a feed: what subscribers fetch, or a page of what came before."""

    title: str
    subtitle: str
    language: str
    rights: str
    home: str
    """The page of which it is the feed."""
    here: str
    """Its own address."""
    current: str
    """The address that subscribers fetch."""
    older: str | None
    """The page with what came before (RFC 5005: prev-archive)."""
    newer: str | None
    """Of a page: the one with what came after."""
    updated: str
    """The instant of its newest article."""

    @property
    def archived(self) -> bool:
        """Whether it is a page of what came before, full, and changed only where the past is."""
        return self.here != self.current


def first_instant(date: PartialDate) -> str:
    """
    The beginning of what a date names, in RFC 3339.

    >>> first_instant(PartialDate(1987, 5)), first_instant(PartialDate(2017, 7, 10))
    ('1987-05-01T00:00:00Z', '2017-07-10T00:00:00Z')
    """
    month = date.month or (3 * (date.season - 20) if date.season else 1)
    return f"{date.year:04}-{month:02}-{date.day or 1:02}T00:00:00Z"


def element(tag: str, text: str | None = "", **attributes: str) -> str:
    """
    An element on a line of its own; a sign that XML cannot have is left out.

    >>> element("category", term="ink & paper"), element("title", "a\\x00b")
    ('<category term="ink &amp; paper"/>\\n', '<title>ab</title>\\n')
    """
    said = "".join([f" {name}={_quoted(value)}" for name, value in attributes.items()]) if attributes else ""
    return f"<{tag}{said}>{escape(_clean(text))}</{tag}>\n" if text else f"<{tag}{said}/>\n"


def _clean(text: str) -> str:
    return text if text.isprintable() else _NOT_XML.sub("", text)


def _quoted(value: str) -> str:
    return f'"{value}"' if _PLAIN(value) else quoteattr(_clean(value))


def document(root: str, spaces: Mapping[str, str], parts: Iterable[str]) -> str:
    """A whole document."""
    said = "".join(f' {name}="{value}"' for name, value in spaces.items())
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root}{said}>\n{"".join(parts)}</{root}>\n'


def links_of(feed: Feed, tag: str, media_type: str) -> Iterator[str]:
    """The links between the documents of a feed (RFC 5005)."""
    links = {"self": feed.here, "prev-archive": feed.older, "next-archive": feed.newer}
    for rel, href in (links | {"current": feed.current} if feed.archived else links).items():
        if href:
            yield element(tag, rel=rel, type=media_type, href=href)
    if feed.archived:
        yield element("fh:archive")
