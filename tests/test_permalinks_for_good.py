"""No URL that was ever published breaks, whatever is done to the articles between two builds."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import frontmatter
from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from broadsheet.collect import collect
from broadsheet.collect.permalinks.pattern import is_numbered, is_same, wanted
from broadsheet.model import Collection, Ledger, Page, address, page_of, place_of
from broadsheet.options import Options
from broadsheet.owner.ledger import read_ledger
from broadsheet.write.ledger import keep_ledger, ledger_text
from broadsheet.write.pages import pages
from support.articles import article

PATHS = ("a.txt", "b.txt", "A.txt", "deep/a.txt", "deep/er/c.txt", "archive.jsonl/000001")
TITLES = ("Flood", "flood!", "FLOOD", "Flood 2", "Index", "CON", "Fluß", "Fluss", "洪水", "Archive", "")
DATES = (None, "1988", "1988-06", "1988-06-03", "1989-07-10")
PATTERNS = (
    "{year}/{month}/{slug}.html", "{year}/{month}/{slug}/", "{slug}.html", "{slug}/", "{folder}/{stem}.html",
    "{year}-{month}-{day}-{slug}.html", "Old/{slug}.html", "old/{slug}.html",
)  # fmt: skip

paths, titles, dates = map(strategies.sampled_from, (PATHS, TITLES, DATES))
numbers = strategies.integers(0, 9)


@dataclass(eq=False)
class Piece:
    """An article through its life."""

    path: str
    title: str
    date: str | None
    text: int
    built: tuple[str, int] | None = None
    """Its path and text at the last build that had it."""
    there: bool = False
    """Whether the last build had it."""
    certain: bool = True
    """Whether its files tell that it is the same one: they do not where path and text changed at once."""
    url: str = ""
    urls: frozenset[str] = frozenset()
    """All that it ever had."""


def change(**given: strategies.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Any]:
    """A rule that changes something, and then, or not, builds."""

    def wrap(method: Callable[..., None]) -> Any:
        def run(self: Owner, then_build: bool, **values: Any) -> None:
            if self.pieces or method.__name__ in ("add", "add_again"):
                method(self, **values)
            if then_build:
                self.build()

        run.__name__ = method.__name__
        make: Any = rule
        return make(then_build=strategies.booleans(), **given)(run)

    return wrap


class Owner(RuleBasedStateMachine):
    """Does all that an owner may do, in any order, and builds now and then."""

    @initialize(
        moved=strategies.sampled_from(["keep", "redirect"]),
        first=strategies.lists(strategies.tuples(titles, dates), min_size=2, max_size=4),
    )
    def begin(self, moved: str, first: list[tuple[str, str | None]]) -> None:
        """A site with a few articles."""
        self.options = Options(moved=moved)
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "permalinks.csv"
        self.pieces: list[Piece] = []
        self.gone: list[Piece] = []
        self.owned: set[str] = set()
        self.published: dict[str, Piece] = {}
        self.texts = 0
        for path, (title, date) in zip(PATHS, first, strict=False):
            self.pieces.append(Piece(path, title, date, self._new_text()))
        self.build()

    def teardown(self) -> None:
        """Tidy up."""
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def _free(self, path: str) -> bool:
        return all(piece.path != path for piece in self.pieces)

    def _new_text(self) -> int:
        self.texts += 1
        return self.texts

    def _any(self, number: int) -> Piece:
        return self.pieces[number % len(self.pieces)]

    @change(path=paths, title=titles, date=dates)
    def add(self, path: str, title: str, date: str | None) -> None:
        """A new article."""
        if self._free(path):
            self.pieces.append(Piece(path, title, date, self._new_text()))

    @change(number=numbers)
    def edit(self, number: int) -> None:
        """Another text."""
        self._any(number).text = self._new_text()

    @change(number=numbers, title=titles, in_text=strategies.booleans())
    def retitle(self, number: int, title: str, in_text: bool) -> None:
        """Another title, in the text or beside it."""
        piece = self._any(number)
        piece.title, piece.text = title, self._new_text() if in_text else piece.text

    @change(number=numbers, date=dates, in_text=strategies.booleans())
    def redate(self, number: int, date: str | None, in_text: bool) -> None:
        """Another date, in the text or beside it."""
        piece = self._any(number)
        piece.date, piece.text = date, self._new_text() if in_text else piece.text

    @change(number=numbers, path=paths)
    def move(self, number: int, path: str) -> None:
        """Another name, or another folder."""
        if self._free(path):
            self._any(number).path = path

    @change(one=numbers, other=numbers)
    def swap(self, one: int, other: int) -> None:
        """Each with the name of the other."""
        a, b = self._any(one), self._any(other)
        a.path, b.path = b.path, a.path

    @change()
    def number_anew(self) -> None:
        """All names move on by one, as in a container with a line added above."""
        names = [piece.path for piece in self.pieces]
        for piece, name in zip(self.pieces, names[1:] + names[:1], strict=True):
            piece.path = name

    @change(number=numbers, path=paths)
    def copy(self, number: int, path: str) -> None:
        """The same file a second time; which of the two is the article cannot be told from then on."""
        piece = self._any(number)
        if self._free(path):
            piece.certain = False
            self.pieces.append(replace(piece, path=path, built=None, there=False, url="", urls=frozenset()))

    @change(number=numbers)
    def delete(self, number: int) -> None:
        """No file any more."""
        piece = self._any(number)
        self.pieces.remove(piece)
        self.gone.append(piece)

    @change(number=numbers, path=paths)
    def add_again(self, number: int, path: str) -> None:
        """The file is back, perhaps in another place."""
        if self._free(path) and self.gone:
            piece = self.gone.pop(number % len(self.gone))
            piece.path = path
            self.pieces.append(piece)

    @change(pattern=strategies.sampled_from(PATTERNS), slugs=strategies.sampled_from(["ascii", "unicode"]))
    def change_options(self, pattern: str, slugs: str) -> None:
        """Another form of URLs."""
        self.options = replace(self.options, permalink=pattern, slugs=slugs)

    @change(page=strategies.sampled_from(["1988/06/flood.md", "Flood.md", "undated/flood/index.md"]))
    def write_or_delete_a_page(self, page: str) -> None:
        """A page of the owner's own, perhaps where an article is."""
        self.owned ^= {page}

    @rule()
    def build(self) -> None:
        """Build, and look whether all is as it shall be."""
        self._settle()
        before = read_ledger(self.file)
        collection = self._collect(before)
        made = list(pages(collection, self.options, sorted(self.owned)))
        keep_ledger(self.file, before, collection.ledger)
        after = read_ledger(self.file)
        assert after == collection.ledger
        assert not self.file.exists() or self.file.read_text(encoding="utf-8") == ledger_text(after)
        assert self._collect(after).ledger == after, "a second build changes nothing"
        addresses = [
            address(page, directories=False).casefold() for page in (*(page.path for page in made), *self.owned)
        ]
        assert len(addresses) == len(set(addresses)), "two pages have one address"
        self._check_articles(collection)
        self._check_urls({page.path: page for page in made}, collection)

    def _collect(self, ledger: Ledger) -> Collection:
        articles = [article(p.path, p.title or "untitled", p.date, str(p.text)) for p in self.pieces]
        return collect(articles, (), sorted(self.owned), self.options, ledger)

    def _settle(self) -> None:
        """Find out of which articles the files tell that they are the same ones."""
        everyone = [*self.pieces, *self.gone]
        known = {piece.built[1] for piece in everyone if piece.built}
        for piece in self.pieces:
            stays = piece.there and piece.built and piece.built[0] == piece.path
            if (piece.text not in known or not piece.certain) and not stays:
                piece.certain = piece.certain and not piece.built
                for other in everyone:
                    if other.built and other.built[0] == piece.path:  # its place may be taken for it
                        other.certain = piece.certain = False

    def _check_articles(self, collection: Collection) -> None:
        entries = {entry.article.path: entry for entry in collection.entries}
        assert len(entries) == len(self.pieces)
        for piece in self.pieces:
            entry = entries[piece.path]
            base = wanted(entry.article, self.options)
            if piece.certain and piece.url and self.options.moved == "keep":
                free = place_of(page_of(piece.url)) not in map(place_of, self.owned)
                assert entry.url == piece.url or not free, "an article loses its URL"
            if self.options.moved == "redirect":
                assert is_same(entry.url, base) or is_numbered(entry.url, base), "a correction does not show in the URL"
            piece.url, piece.urls = entry.url, piece.urls | {entry.url}
            piece.built, piece.there = (piece.path, piece.text), True
        for piece in self.gone:
            piece.there = False
        for piece in self.pieces:
            if not (first := self.published.get(piece.url)) or not first.certain:
                self.published[piece.url] = piece

    def _check_urls(self, made: dict[str, Page], collection: Collection) -> None:
        current = {entry.url: entry.article.path for entry in collection.entries}
        owned = set(map(place_of, self.owned))
        for url, piece in self.published.items():
            page = made.get(page_of(url))
            if page is None:
                assert place_of(page_of(url)) in owned, f"{url} breaks"
                continue
            meta = frontmatter.loads(page.text).metadata
            leads_to = page.source if not page.signpost else current[str(meta["moved"])] if "moved" in meta else None
            if piece.certain and piece in self.pieces:
                assert leads_to == piece.path, f"{url} shows another article, or none"
            elif piece.certain:
                assert leads_to is None, f"{url} shows an article that is not its own"


Owner.TestCase.settings = settings(max_examples=100, stateful_step_count=25, deadline=None)
TestOwner = Owner.TestCase
