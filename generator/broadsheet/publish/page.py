"""A page of ours as MkDocs has pages, without what makes its own slow."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from broadsheet.model import Page, Writing
from broadsheet.publish.dialect import EXTENSIONS, Rendered, html_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_log = logging.getLogger("mkdocs.structure.pages")


class OurPage(MkDocsPage):
    """
    A page whose values and HTML come straight from what was written, if nobody has changed that.

    The values need not be read back from YAML, nor the text by Python-Markdown.  Where a plugin gives another source or
    changes the Markdown, where the site has other extensions, and where a text is not in our dialect, MkDocs does it
    all in its own way.
    """

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, ours: Page) -> None:
        super().__init__(title, file, config)
        self._ours = ours
        self._writing: Writing | None = None
        self.alone = True
        """Whether it is made of its own text and of nothing that stands elsewhere."""

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
        tokens = [
            {"level": level, "id": anchor, "name": name, "html": name, "data-toc-label": ""}
            for level, anchor, name in rendered.headings
        ]
        self.content = rendered.html
        self.toc = get_toc(nest_toc_tokens(tokens))  # type: ignore[arg-type]
        self.present_anchor_ids = set(rendered.anchors)

    def _rendered(self, files: Files) -> Rendered | None:
        if self._writing is None or self.markdown != f"{self._writing.body}\n":
            return None
        anchors: dict[File, dict[str, str]] = {}

        def resolve(href: str) -> str | None:
            self.alone = self.alone and (self._ours.source is None or ".md" not in href)
            return _resolved(href, self.file, files, anchors)

        rendered = html_of(self._writing.body, resolve)
        if rendered and _log.getEffectiveLevel() > logging.DEBUG:
            self.links_to_anchors = anchors
        return rendered


def knows(config: MkDocsConfig) -> bool:
    """Whether a site reads Markdown as MkDocs does without being told, which is what the dialect equals."""
    return tuple(config.markdown_extensions) == EXTENSIONS and not any((config.mdx_configs or {}).values())


def _resolved(href: str, file: File, files: Files, anchors: dict[File, dict[str, str]]) -> str | None:
    """The address of a page that a relative link leads to; whatever MkDocs would say something about is left to it."""
    scheme, netloc, path, query, anchor = urlsplit(href)
    if scheme or netloc or not path.endswith(".md") or path.startswith("/"):
        return None
    target = files.get_file_from_path(_joined(file.src_uri, unquote(path)))
    if target is None or target.inclusion.value <= InclusionLevel.DRAFT.value:
        return None
    if anchor:
        anchors.setdefault(target, {}).setdefault(anchor, href)
    return urlunsplit(("", "", get_relative_url(target.url, file.url), query, anchor))


def _joined(seen_from: str, path: str) -> str:
    """
    A path as it is seen from the folder of another.

    >>> _joined("archive/1987/index.md", "../../1987/05/a.md")
    '1987/05/a.md'
    """
    folders = seen_from.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not folders:
                return path
            folders.pop()
        elif part not in (".", ""):
            folders.append(part)
    return "/".join(folders)
