"""Pages that are the same as in the last site: they are taken from there, and not printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from broadsheet.cache import Print, Standing
from broadsheet.model import Page, Writing
from broadsheet.publish.keys import Keys

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_SAMPLE = 16
"""Pages by which one tells whether nearly all are the same."""
_AT_ONCE = 64
"""Pages after which it is told how many were taken."""


class Taken(NamedTuple):
    """A page that was looked for."""

    print: Print | None
    """What was printed of it; ``None`` where it is another one, and has to be printed."""
    key: str
    page: Page
    """The page as far as it is written now."""


@dataclass(frozen=True, slots=True)
class Taking:
    """The last site, and what tells whether a page is the same."""

    standing: Standing
    keys: Keys
    config: MkDocsConfig

    def take(self, page: Page) -> Taken:
        """Take a page from the last site, if it is the same."""
        place, (key, writing) = place_of(page), self._keyed(page)
        taken = self.standing.take(place, key, f"{self.config.site_dir}/{place}")
        return Taken(taken, key, replace(page, write=lambda: writing) if writing and not taken else page)

    def has_most(self, pages: Sequence[Page]) -> bool:
        """Whether nearly all pages are the same: to see that of all is soon done then."""
        some = pages[:: len(pages) // _SAMPLE + 1]
        same = [page for page in some if self.standing.same(place_of(page), self._keyed(page)[0])]
        return len(same) * 4 > len(some) * 3

    def _keyed(self, page: Page) -> tuple[str, Writing | None]:
        """The key of a page; and what stands in it, if that is a listing, which is written then."""
        writing = None if page.source else page.write()
        return self.keys.of(page, writing), writing

    def take_all(self, pages: Sequence[Page], told: Callable[[int], None]) -> tuple[dict[str, Print], list[Page]]:
        """Take what can be taken; what it is, by its place in the site, and the other pages."""
        prints, left = dict[str, Print](), list[Page]()
        for page in pages:
            taken = self.take(page)
            if taken.print is None:
                left.append(page)
                continue
            prints[place_of(page)] = taken.print
            if len(prints) % _AT_ONCE == 0:
                told(len(prints))
        return prints, left


def place_of(page: Page) -> str:
    """Where a page stands in the site."""
    return f"{page.path.removesuffix('.md')}.html"
