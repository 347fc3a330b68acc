"""The frame of the site: what is the same on all pages, worked out once."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection as Container
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup

from broadsheet.finish.cards import Cards
from broadsheet.publish.cards import picture_of
from broadsheet.publish.configured import language_of
from broadsheet.publish.dress import PAPER, colours_of
from broadsheet.publish.head import Picture
from broadsheet.publish.unwanted import SEARCH
from broadsheet.words import Words
from broadsheet.words.locales import direction

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

_LISTINGS = ("archive", "authors", "topics", "series")
"""Those in the bar, if the site has them; each is called by its word."""
_COLLECTION = "collection"
_FACES = "400-normal 600-normal"


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the bar; both are ready for HTML."""

    label: str
    url: str
    abroad: bool = False
    """Whether it leads to another site."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the templates call `site`; all text in it is ready for HTML."""

    name: str
    motto: str
    language: str
    direction: str
    home: str
    ways: Sequence[Way]
    logo: str
    favicon: str
    early: str
    """The script that stands in each page, so that it has run before the page is drawn."""
    faces: str
    """The typefaces that the first view of each page needs."""
    policy: str
    """The Content-Security-Policy; empty while the site is only looked at, since MkDocs reloads pages by a script."""
    search: bool
    """Whether it can be searched."""
    switches: bool
    licence: str
    collection: str
    """The page about the collection."""
    paper: tuple[str, str]
    """Its colour by day and by night."""
    picture: Picture | None
    """What stands for the site where others show it."""


def frame_of(
    config: MkDocsConfig,
    nav: Navigation | None,
    listings: Container[str],
    words: Words,
    cards: Cards | None = None,
    *,
    looked_at: bool,
) -> Frame:
    """Make the frame; raises `BroadsheetError` where a setting of the theme is wrong."""
    theme = config.theme
    home = page_url(nav.homepage.url) if nav and nav.homepage else "index.html"
    language = language_of(config)
    return Frame(
        name=escape(config.site_name),
        motto=escape(config.site_description or ""),
        language=escape(language),
        direction=direction(language),
        home=escape(home),
        ways=[Way(words("front_page"), escape(home)), *_ways(nav, listings, words)],
        logo=escape(str(theme.get("logo") or "")),
        favicon=escape(str(theme.get("favicon") or "assets/images/favicon.svg")),
        early=early(),
        faces="" if theme.get("fonts") == "system" else _FACES,
        policy="" if looked_at or not theme.get("security_policy", True) else policy(_hosts(config)),
        search=theme.static_templates >= SEARCH,
        switches=bool(theme.get("switches", True)),
        licence=_licence(theme.get("licence")),
        collection=f"{_COLLECTION}/index.html" if f"{_COLLECTION}/index.md" in listings else "",
        paper=colours_of(theme.get("colours") or {}).get("paper", PAPER),
        picture=picture_of(config, cards),
    )


def _ways(nav: Navigation | None, listings: Container[str], words: Words) -> Iterator[Way]:
    """The listings that there are, then what the owner's navigation has at its top."""
    for name in _LISTINGS:
        if f"{name}/index.md" in listings:
            yield Way(words(name), f"{name}/index.html")
    for item in nav or ():
        if item.is_link:
            yield Way(escape(str(item.title)), escape(item.url), bool(urlsplit(item.url).scheme))
        elif item.is_page and not item.is_homepage and item.file.src_uri not in listings:
            yield Way(_title(item), escape(page_url(item.url)))


def _title(page: Any) -> str:
    """A title is plain text where it comes from front matter, and HTML where it comes from a heading."""
    return escape(page.title if page.meta.get("title") == page.title else Markup(page.title or "").striptags())


def page_url(url: str) -> str:
    """
    The file that a page's address names.

    >>> page_url("archive/"), page_url("./"), page_url("about.html")
    ('archive/index.html', 'index.html', 'about.html')
    """
    return f"{url.removeprefix('./')}index.html" if url in ("", "./") or url.endswith("/") else url


@cache
def early() -> str:
    """The reader's choices, before anything is drawn; the typefaces asked for, unless from disk, where that fails."""
    return (files("broadsheet.publish") / "templates" / "broadsheet-early.js").read_text(encoding="utf-8").strip()


def policy(hosts: Sequence[str]) -> str:
    """
    What pages may load: only what is the site's own, or from these hosts.

    Styles may stand in a line, since tables in Markdown align their cells by them; of scripts only the early one, which
    is known by its checksum.
    """
    ours = b64encode(sha256(early().encode()).digest()).decode()
    others = "".join(f" {escape(host)}" for host in hosts)
    return "; ".join(
        (
            f"default-src 'self'{others}",
            f"script-src 'self' 'sha256-{ours}'{others}",
            f"style-src 'self' 'unsafe-inline'{others}",
            f"img-src 'self' data:{others}",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def _hosts(config: MkDocsConfig) -> list[str]:
    """Those that the owner names, and those that the owner's own scripts and styles come from."""
    addresses = [*map(str, config.extra_css), *map(str, config.extra_javascript)]
    parts = [urlsplit(address) for address in addresses]
    origins = [f"{part.scheme or 'https'}://{part.netloc}" for part in parts if part.netloc]
    return list(dict.fromkeys([*map(str, config.theme.get("hosts") or ()), *origins]))


def _licence(given: Any) -> str:
    """A licence as a link, or by its name alone."""
    if not isinstance(given, dict):
        return escape(str(given or ""))
    name, url = escape(str(given.get("name") or "")), escape(str(given.get("url") or ""))
    return f'<a href="{url}" rel="license">{name or url}</a>' if url else name
