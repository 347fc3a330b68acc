"""A block: one piece of an article's text, and what it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from broadsheet.inline import Inline, Text, may_have_markup, parse, plain


class Kind(StrEnum):
    """What a block is; the first group stands in the body, the others in front or aside."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    """One item; items that follow one another make a list."""
    QUOTATION = "quotation"
    VERSE = "verse"
    """Lines that stay lines: verse, addresses, signatures."""
    PREFORMATTED = "preformatted"
    """Tables, code and drawings: lines that keep their spaces."""
    SEPARATOR = "separator"
    NOTE = "note"
    """A note at the end, to which a mark in the text leads."""

    HEADER = "header"
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    STANDFIRST = "standfirst"
    """What stands between the headline and the byline or the date."""

    AUTHOR_NOTE = "author-note"
    """What stands below an article about those who wrote it."""
    CAPTION = "caption"
    """What stood at a picture: what it shows, who made it."""
    PROMPT = "prompt"
    """What asks readers to go elsewhere: advertisements, links to other articles, buttons."""
    NOTICE = "notice"
    """What publishers put about an article: rights, subscriptions, whom to write to."""
    ADDRESSES = "addresses"
    """The list of addresses that the numbers of links in the text stood for."""
    FURNITURE = "furniture"
    """Heads and feet of printed pages."""
    BOILERPLATE = "boilerplate"
    """What stands in many articles of one source: sections of a site, offers, what a publisher says of itself."""


PARAGRAPH = Kind.PARAGRAPH
"""For loops over all blocks: to look up a member of an enumeration takes longer than to compare it."""


class Block(NamedTuple):
    """One piece of text, with the source lines it stands on; a tuple, since a book has very many."""

    kind: Kind
    text: str
    """As in the source, inline markup included; lines parted by a newline where they are kept."""
    first: int
    """The first source line, counted from 1."""
    last: int
    """The last one."""
    level: int = 0
    """Of a heading: 2 to 6. Of a list item: how deep it is nested, from 0."""
    marker: str = ""
    """Of a list item: its bullet or number, as in the source."""

    @property
    def printed(self) -> str:
        """The text with its marker, as the source has it."""
        return f"{self.marker} {self.text}" if self.marker else self.text

    @property
    def nodes(self) -> tuple[Inline, ...]:
        """The text with its inline markup read; what keeps its spaces has none."""
        return (Text(self.text),) if self.kind == Kind.PREFORMATTED else parse(self.text)

    @property
    def plain(self) -> str:
        """The text without its inline markup."""
        return plain(self.nodes) if may_have_markup(self.text) else self.text

    @property
    def number(self) -> int | None:
        """Of a list item: its number, if it has one."""
        return number_of(self.marker)


def plain_text(blocks: Sequence[Block]) -> str:
    """The text of some blocks without its inline markup, parted by newlines; most have none, which is soon seen."""
    text = "\n".join([block.text for block in blocks])
    return "\n".join([block.plain for block in blocks]) if may_have_markup(text) else text


def number_of(marker: str) -> int | None:
    """
    The number that an item's marker is, if it is one.

    >>> number_of("12."), number_of("•")
    (12, None)
    """
    digits = marker.rstrip(".)")
    return int(digits) if digits.isdecimal() else None
