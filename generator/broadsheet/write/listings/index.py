"""An index from A to Z, like that of a book: names, each with how many articles it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Protocol

from broadsheet.model import Entry, Page
from broadsheet.write.escape import escape_inline, escape_start
from broadsheet.write.listings.links import Links, headline, link
from broadsheet.write.listings.shelf import PAGE, page_of, shelf


class Line(Protocol):
    """What an index can list."""

    @property
    def name(self) -> str:
        """As it is printed."""

    @property
    def permalink(self) -> str:
        """The folder of its pages."""

    @property
    def sort(self) -> str:
        """What it is sorted by."""

    @property
    def articles(self) -> Sequence[str]:
        """What it leads to."""


def index_pages(
    folder: str, title: str, kind: str, terms: Sequence[Line], entries: Mapping[str, Entry], links: Links
) -> Iterator[Page]:
    """
    The terms in the order given, under their letters; where they need more than one page, a bar leads to each letter.

    A term that has no pages of its own, since it leads to one article, stands with that.
    """
    first = {letter: next(group)[0] for letter, group in groupby(enumerate(terms), key=lambda pair: letter_of(pair[1]))}

    def bar(path: str) -> str:
        return " · ".join(_letter(folder, letter, place, path) for letter, place in first.items())

    def write(term: Line, path: str) -> str:
        if not term.permalink:
            return f"{escape_start(escape_inline(term.name))} · {headline(entries[term.articles[0]], path)}"
        counted = links.counted(len(term.articles), term.name)
        return f"{links.to(f'{term.permalink}/index.md', term.name, path)} · {counted}"

    several = len(terms) > PAGE
    yield from shelf(
        folder, title, kind, terms, links, section=letter_of, write=write, bar=bar if several else lambda path: ""
    )


def letter_of(term: Line) -> str:
    """The letter that a term stands under; digits stand together, and so do signs."""
    first = term.sort[:1].upper()
    return "0–9" if first.isdigit() else first if first.isalpha() else "…"


def _letter(folder: str, letter: str, place: int, path: str) -> str:
    """A link to the page on which a letter begins, and there to its heading, if engines agree on the name of that."""
    page = page_of(folder, place)
    written = link(page, letter, path)
    return f"{written[:-1]}#{letter.lower()})" if letter.isascii() and letter.isalpha() else written
