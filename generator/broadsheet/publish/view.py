"""A page as the templates see it: all that is to be worked out of its metadata, ready for HTML."""

from __future__ import annotations

from collections.abc import Collection as Container
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from broadsheet.finish.cards import SIZE, Cards
from broadsheet.model import Article, Collection, Writing
from broadsheet.publish.changed import changes_html
from broadsheet.publish.chart import Chart, chart_of_months, chart_of_years
from broadsheet.publish.credits import credit_line, texts
from broadsheet.publish.files import original_of
from broadsheet.publish.frame import Frame, Way, page_url
from broadsheet.publish.head import Facts, Picture, head
from broadsheet.words import Words
from broadsheet.words.locales import direction
from broadsheet.write.changes import changes_of
from broadsheet.write.dates import calendar_date
from broadsheet.write.relations import Relations, Ways
from broadsheet.write.relations import Way as On

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_ABOVE = {
    "year": "archive", "months": "archive", "undated": "archive", "on-this-day": "archive", "days": "archive",
    "day": "on-this-day", "author": "authors", "topic": "topics", "place": "places", "publication": "publications",
    "series": "series",
}  # fmt: skip
"""The listing above one of each kind."""
_COUNTED = {"authors", "topics", "places", "publications"}
_FORMS = {
    **dict.fromkeys(("year", "month", "day", "on-this-day", "undated", "author", "topic", "place", "publication",
                     "series", "all-series"), "list"),
    **dict.fromkeys(_COUNTED, "index"),
}  # fmt: skip
"""How a kind of listing is set, where it is not by its own name."""


class View(NamedTuple):
    """What the templates call `view`; a tuple, since each page has one."""

    kind: str
    """``article``, ``plain`` for the owner's pages, or what the listing is."""
    url: str
    """The file of the page, relative to the site."""
    title: str
    browser_title: str
    head: str = ""
    here: str = ""
    """The file of the page, if the bar leads to it."""
    # of an article
    language: str = ""
    direction: str = ""
    kicker: On | None = None
    """The page of its weightiest topic."""
    standfirst: Sequence[str] = ()
    line: str = ""
    """Authors, place and date, agencies, publication, reading time."""
    printed: Sequence[str] = ()
    ways: Relations = Relations()
    year: str = ""
    changes: str = ""
    original: str = ""
    """Its text file, if that is published."""
    # of a listing
    form: str = ""
    above: Way | None = None
    count: str = ""  # type: ignore[assignment]  # of a tuple that is no list of anything
    chart: Chart | None = None


class Viewer:
    """Makes the view of each page of one site."""

    def __init__(
        self,
        frame: Frame,
        words: Words,
        collection: Collection,
        ways: Ways,
        home: str,
        originals: Container[str] = (),
        cards: Cards | None = None,
    ) -> None:
        """`originals` are the pages whose articles are published as text too, `cards` the pictures of all."""
        self.frame, self.words, self.ways, self.home = frame, words, ways, home
        self._articles = {f"{entry.permalink}.md": entry.article for entry in collection.entries}
        self._years = collection.by_year
        self._originals, self.cards = originals, cards
        self._name = Markup(frame.name).unescape()
        self._bar = {way.url for way in frame.ways}

    def of(self, page: Page | str, root: str, description: str = "") -> View:
        """The view of a page, or of a template by its name; `root` is the way from it to the top of the site."""
        if isinstance(page, str):
            return self._template(page, description)
        meta: Mapping[str, Any] = page.meta
        if meta.get("source") and meta.get("sha256"):
            return self._article(page, root)
        kind = str(meta.get("listing") or "plain")
        title = escape(plain_title(page))
        front, url = kind == "front" or page.is_homepage, page_url(page.url)
        facts = Facts(
            title=self._name if front else plain_title(page),
            site=self._name,
            home=self.home,
            url=page.canonical_url or "",
            description=str(meta.get("description") or description),
            language=self.words.language,
            picture=self.frame.picture,
            hidden=bool(meta.get("withdrawn")),
        )
        return View(
            kind=kind,
            url=url,
            here=url if url in self._bar else "",
            title=title,
            browser_title=self.frame.name if front else f"{title} – {self.frame.name}",
            head=head(facts, self.frame.paper),
            form=escape(_FORMS.get(kind, kind)),
            above=self._above(kind, page.file.src_uri),
            count=self._count(kind, meta),
            chart=self._chart(kind, page.file.src_uri, meta),
        )

    def see(self, path: str, article: Article) -> None:
        """Know the article of a page as it is now."""
        self._articles[path] = article

    def beyond(self, path: str, writing: Writing | None) -> object:
        """
        What a page shows besides what is written in it, by which one can tell whether that is the same.

        `writing` is that of a listing; an article has none.
        """
        if writing is not None:
            return self._chart(str(writing.front.get("listing")), path, writing.front)
        authors = [self.ways.authors.get(name) for name in self.ways.authors_of(path)]
        return self.ways.mark_of(path), path in self._originals, authors, self._picture(path)

    def _template(self, name: str, description: str) -> View:
        """The view of a page of the theme's own: that of the search, or the one for addresses that there are not."""
        lost = not name.startswith("search/")
        title = self.words("not_found" if lost else "search")
        name = Markup(title).unescape()
        facts = Facts(name, self._name, description=description, picture=self.frame.picture, hidden=lost)
        return View("plain", "", title, f"{title} – {self.frame.name}", head(facts, self.frame.paper))

    def _article(self, page: Page, root: str) -> View:
        meta, words, article = page.meta, self.words, self._articles.get(page.file.src_uri)
        language = str(meta.get("language") or self.frame.language)
        date = calendar_date(str(meta["date"])) if meta.get("date") else ""
        ways = self.ways.of(page.file.src_uri)
        title = str(page.title)
        facts = Facts(
            title=title,
            site=self._name,
            home=self.home,
            url=f"{self.home}{ways.copy_of.url}" if ways.copy_of and self.home else page.canonical_url or "",
            description=str(meta.get("description") or ""),
            authors=texts(meta.get("authors")),
            date=date,
            language=language,
            topics=texts(meta.get("topics")),
            publication=str(meta.get("publication") or ""),
            words=int(meta.get("words") or 0),
            picture=self._picture(page.file.src_uri),
            article=True,
            crumbs=self._crumbs(date),
        )
        return View(
            kind="article",
            url=page_url(page.url),
            title=escape(title),
            browser_title=f"{escape(title)} – {self.frame.name}",
            head=head(facts, self.frame.paper),
            language=escape(language),
            direction=direction(language),
            kicker=next((topic for topic in ways.topics if topic.url), None),
            standfirst=[escape(line) for line in texts(meta.get("standfirst"))],
            line=credit_line(meta, date, language, root, self.words, self.frame, self.ways.authors),
            printed=[escape(line) for line in texts(meta.get("printed"))],
            ways=ways,
            year=date[:4],
            original=escape(original_of(page.file.src_uri)) if page.file.src_uri in self._originals else "",
            changes=changes_html(changes_of(article.steps if article else ()), words),
        )

    def _picture(self, path: str) -> Picture | None:
        """The card of an article, or else the picture of the site."""
        card = self.cards.of(path) if self.cards else None
        return Picture(f"{self.home}{card.place}", SIZE, card.title) if card else self.frame.picture

    def _crumbs(self, date: str) -> list[tuple[str, str]]:
        if not self.home:
            return []
        year = [(date[:4], f"{self.home}{date[:4]}/index.html")] if date else []
        return [(self._name, self.home), *year]

    def _above(self, kind: str, path: str) -> Way | None:
        """The listing that leads to this one."""
        if kind in ("calendar", "month"):
            year = path.partition("/")[0]
            return Way(escape(year), f"{escape(year)}/index.html")
        above = _ABOVE.get(kind)
        return Way(self.words(above.replace("-", "_")), f"{above}/index.html") if above else None

    def _count(self, kind: str, meta: Mapping[str, Any]) -> str:
        if not meta.get("count") or kind == "all-series":
            return ""
        counted = self.words(f"count_{kind}" if kind in _COUNTED else "articles", n=int(meta["count"]))
        page = self.words("page_of", page=meta["page"], pages=meta["pages"]) if meta.get("pages") else ""
        return f"{counted} · {page}" if page else counted

    def _chart(self, kind: str, path: str, meta: Mapping[str, Any]) -> Chart | None:
        if kind in ("archive", "collection"):
            return chart_of_years({year: len(entries) for year, entries in self._years.items()}, self.words)
        if kind not in ("year", "months") or meta.get("page", 1) != 1:
            return None
        counts: dict[int, int] = {}
        for entry in self._years.get(int(path[:4]), ()):
            if (date := entry.article.metadata.date) and date.month:
                counts[date.month] = counts.get(date.month, 0) + 1
        return chart_of_months(counts, self.words)


def plain_title(page: Page) -> str:
    """A title is plain text where it comes from front matter, and HTML where it comes from a heading."""
    given = page.meta.get("title")
    return str(given) if given else Markup(page.title or "").striptags()


def shown(context: TemplateContext | dict[str, Any], page: Page | str, viewer: Viewer, config: MkDocsConfig) -> None:
    """Show a page to its template, or a template a page of its own."""
    up = str(context["base_url"])
    root = "" if up == "." else f"{up.removesuffix('/')}/"
    context.update(root=root, view=viewer.of(page, root, config.site_description or ""))  # type: ignore[call-arg]
