"""A page of ours as MkDocs has pages, without what makes its own slow."""

from __future__ import annotations

import logging
from functools import cache, cached_property
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents, get_toc

from broadsheet.model import Page, Writing, page_of
from broadsheet.publish.dialect import EXTENSIONS, Rendered, html_of
from broadsheet.publish.targets import Targets

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

NO_BUILD_DATE = "1980-01-01"
"""Stands for the day of the build, which must not change the site."""
_MOVED = "broadsheet-moved.html"

_log = logging.getLogger("mkdocs.structure.pages")


class OurPage(MkDocsPage):
    """
    A page whose values and HTML come straight from what was written, if nobody has changed that.

    The values need not be read back from YAML, nor the text by Python-Markdown.  Where a plugin gives another source or
    changes the Markdown, where the site has other extensions, and where a text is not in our dialect, MkDocs does it
    all in its own way.
    """

    def __init__(self, file: File, config: MkDocsConfig, ours: Page) -> None:
        """As MkDocs does, but what it works out at once is worked out when somebody asks for it."""
        file.page = self
        self.file, self._config, self._ours = file, config, ours
        self.previous_page = self.next_page = self.markdown = self.content = self._title_from_render = None
        self.children, self.active, self.meta, self.update_date = None, False, {}, NO_BUILD_DATE
        self._writing: Writing | None = None
        self._headings: tuple[tuple[int, str, str], ...] = ()
        self.alone = True
        """Whether it is made of its own text and of nothing that stands elsewhere."""

    @cached_property
    def canonical_url(self) -> str | None:  # type: ignore[override]
        """The absolute address; `urljoin` would look for dots in it, where there are none."""
        site, url = self._config.site_url, self.url
        if not site:
            return None
        return urljoin(_as_folder(site), url) if not url or f"/{url}".find("/.") >= 0 else f"{_above(site)}{url}"

    @cached_property
    def abs_url(self) -> str | None:  # type: ignore[override]
        """The same without its host."""
        return urlsplit(self.canonical_url).path if self.canonical_url else None

    @cached_property
    def edit_url(self) -> str | None:  # type: ignore[override]
        """Where the owner edits the article."""
        config = self._config
        self._set_edit_url(config.repo_url, config.edit_uri, config.edit_uri_template)
        return self.__dict__["edit_url"]  # type: ignore[no-any-return]

    @cached_property
    def toc(self) -> TableOfContents:  # type: ignore[override]
        """The headings, one below the other."""
        tokens = [
            {"level": level, "id": anchor, "name": name, "html": name, "data-toc-label": ""}
            for level, anchor, name in self._headings
        ]
        return get_toc(nest_toc_tokens(tokens))  # type: ignore[arg-type]

    def read_source(self, config: MkDocsConfig) -> None:
        """Take values and text as they were written."""
        if config.plugins.events["page_read_source"] or self.file._content is not None:
            super().read_source(config)
            return
        self._writing = writing = self._ours.write()
        self.markdown, self.meta = f"{writing.body}\n", dict(writing.front)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn the text into HTML."""
        rendered = self._rendered(files) if knows(config) else None
        if rendered is None:
            self.alone = False
            super().render(config, files)
            return
        self.content, self._headings = rendered.html, rendered.headings
        self.present_anchor_ids = set(rendered.anchors)

    def _rendered(self, files: Files) -> Rendered | None:
        if self._writing is None or self.markdown != f"{self._writing.body}\n":
            return None
        targets = Targets(self.file, files, directories=self._config.use_directory_urls)
        rendered = html_of(self._writing.body, targets.address)
        self.alone = self._ours.source is None or not targets.asked
        if rendered and _log.getEffectiveLevel() > logging.DEBUG:
            self.links_to_anchors = targets.anchors
        return rendered


def knows(config: MkDocsConfig) -> bool:
    """Whether a site reads Markdown as MkDocs does without being told, which is what the dialect equals."""
    return tuple(config.markdown_extensions) == EXTENSIONS and not any((config.mdx_configs or {}).values())


def _as_folder(site: str) -> str:
    return site if site.endswith("/") else f"{site}/"


@cache
def _above(site: str) -> str:
    """What stands before the address of every page of a site."""
    return urljoin(_as_folder(site), "x")[:-1]


def entitled(page: MkDocsPage, ours: Page, config: MkDocsConfig, files: Files) -> None:
    """Keep all but articles out of the search; escape headlines in ``meta.title``, which is printed as HTML."""
    if ours.signpost or "listing" in page.meta:
        page.meta.setdefault("search", {"exclude": True})
    if "listing" not in page.meta:
        page.title = str(page.meta["title"])
        page.meta["title"] = escape(page.title)
    if "moved" in page.meta:
        _lead_on(page, config, files)


def _lead_on(page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Let the page of an article that moved send readers to where it is now."""
    target = files.get_file_from_path(page_of(str(page.meta["moved"])))
    if target is not None:
        page.meta.update(template=_MOVED, target=target.url)
        page.canonical_url = urljoin(config.site_url, target.url) if config.site_url else None
