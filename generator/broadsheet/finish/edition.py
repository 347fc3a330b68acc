"""A site whose pages stand in a folder, with what the steps after the build need to know of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from broadsheet.cache import Print, Standing
from broadsheet.finish.cards import Cards
from broadsheet.model import Entry
from broadsheet.options import Options
from broadsheet.pipeline import Site

_PLAIN = re.compile(r"[A-Za-z0-9/~._-]*")
"""Addresses as most are: every sign of them may stand in one."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One built site."""

    site: Site
    """The collection and the pages that were made of it."""
    folder: Path
    """Where the built pages stand, but for those that are `remaining`; each step adds its files here."""
    options: Options
    name: str
    """Of the site, as its masthead says it."""
    url: str
    """Where the site will stand, with a slash at the end; empty where the owner has not said."""
    language: str
    """Of the interface (BCP 47)."""
    description: str = ""
    copyright: str = ""
    urls: Mapping[str, str] = field(default_factory=dict)
    """Relative to the site, where each page stands, the owner's too, by the path of its Markdown file."""
    taken: frozenset[str] = frozenset()
    """Files that the owner has put into the site; no step writes over them."""
    prints: dict[str, Print] = field(default_factory=dict)
    """What was printed of it, as far as that is known."""
    last: Standing | None = None
    """The last site, of which what is the same may be taken."""
    cards: Cards | None = None
    """The pictures of its pages, if the owner wants some."""

    @property
    def remaining(self) -> dict[str, Print]:
        """What is in no folder yet: files of the last site that are the same, where they stand."""
        return self.last.remaining(self.prints) if self.last else {}

    def add(self, path: str, data: str | bytes) -> None:
        """Add a file, unless the owner has one there."""
        self.put(path, "", lambda: data)

    def put(self, path: str, key: str, write: Callable[[], str | bytes]) -> None:
        """
        Add a file that is made from what its key is a checksum of, unless the owner has one there.

        If the last site has it, it is taken from there; else it is written.  Without a key it is written.
        """
        if path in self.taken:
            return
        file = f"{self.folder}/{path}"
        taken = self.last.take(path, key, file) if self.last else None
        if taken is None:
            said = write()
            taken = Print.written(key, file, said.encode("utf-8") if isinstance(said, str) else said)
        self.prints[path] = taken

    def address(self, page: str) -> str:
        """Where the page of a Markdown file stands, relative to the site."""
        return self.urls[page]

    def full(self, url: str) -> str:
        """
        The whole address of something in the site, in the signs that addresses may have.

        Where the owner has not said where the site will stand, it is relative to the site.
        """
        return f"{self.url}{url if _PLAIN.fullmatch(url) else quote(url, safe='/~-._')}"

    def address_of(self, entry: Entry) -> str:
        """The whole address of an article."""
        return self.full(self.address(f"{entry.permalink}.md"))
