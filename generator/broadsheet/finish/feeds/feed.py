"""What a feed says, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from broadsheet.model import PartialDate

UNDATED = "1970-01-01T00:00:00Z"
"""What Atom has where it asks for an instant and none is known; readers take the zero of their clocks for none."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a feed."""

    url: str
    """Of its page; permanent, so it is its id too."""
    title: str
    authors: tuple[str, ...]
    date: PartialDate | None
    summary: str
    content: str | None
    """The whole text, as HTML; ``None`` where the feed has summaries only."""
    topics: tuple[str, ...]
    language: str | None


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
    items: Sequence[Item]
    """The newest first."""

    @property
    def archived(self) -> bool:
        """Whether it is a page of what came before, full, and changed only where the past is."""
        return self.here != self.current

    @property
    def updated(self) -> str:
        """The instant of its newest article."""
        return next((first_instant(item.date) for item in self.items if item.date), UNDATED)


def first_instant(date: PartialDate) -> str:
    """
    The beginning of what a date names, in RFC 3339.

    >>> first_instant(PartialDate(1987, 5)), first_instant(PartialDate(2017, 7, 10))
    ('1987-05-01T00:00:00Z', '2017-07-10T00:00:00Z')
    """
    month = date.month or (3 * (date.season - 20) if date.season else 1)
    return f"{date.year:04}-{month:02}-{date.day or 1:02}T00:00:00Z"


def add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    """Add an element; a sign that XML cannot have is left out."""
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = _NOT_XML.sub("", text) if text else text
    return element


def document(root: ElementTree.Element) -> str:
    """A whole document, a line for each element."""
    ElementTree.indent(root, "")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{ElementTree.tostring(root, encoding='unicode')}\n"
