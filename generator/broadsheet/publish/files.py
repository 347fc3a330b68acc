"""Our pages as files of MkDocs, and which of the owner's files are not to be published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.structure.files import File, Files, InclusionLevel

from broadsheet.model import Page, page_of
from broadsheet.options import Options
from broadsheet.owner.authors import NAME as AUTHORS
from broadsheet.owner.folders import NAME
from broadsheet.owner.sidecar import sidecar_of
from broadsheet.owner.topics import NAME as TOPICS
from broadsheet.read import is_container
from broadsheet.read.folder import Hidden, is_article

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage

IN_NAV = frozenset(("index.md", "archive/index.md"))
_MOVED = "broadsheet-moved.html"


class OurFile(File):
    """A page of ours as a file that lies nowhere; its text is written when somebody asks for it."""

    ours: Page

    @property
    def content_string(self) -> str:
        """The whole page, or what a plugin has put in its place."""
        return self.ours.text if self._content is None else super().content_string

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._content = value

    @property
    def content_bytes(self) -> bytes:
        """The same as bytes."""
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._content = value


def read_by_us(paths: Sequence[str], options: Options) -> set[str]:
    """Articles, and what the owner says beside them: none of it is copied into the site."""
    articles = {path for path in paths if is_article(path, options)}
    sidecars = {sidecar_of(path) for path in articles if not is_container(path)}
    return articles | sidecars | {AUTHORS, TOPICS} | {path for path in paths if PurePosixPath(path).name == NAME}


def file_of(page: Page, config: MkDocsConfig, hidden: Hidden) -> File:
    """A page as a file; its address is the one of the ledger, whatever form others have."""
    if page.path not in IN_NAV:
        inclusion = InclusionLevel.NOT_IN_NAV
    else:  # what excludes the owner's page of that name does not exclude ours
        inclusion = InclusionLevel.INCLUDED if hidden(page.path) else InclusionLevel.UNDEFINED
    file = OurFile(page.path, None, config.site_dir, config.use_directory_urls, inclusion=inclusion)
    file.ours, file.generated_by = page, "broadsheet"
    if file.name != "index":
        file.use_directory_urls = False
    file.edit_uri = page.file
    return file


def lead_on(page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Let the page of an article that moved send readers to where it is now."""
    target = files.get_file_from_path(page_of(str(page.meta["moved"])))
    if target is not None:
        page.meta.update(template=_MOVED, target=target.url)
        page.canonical_url = urljoin(config.site_url, target.url) if config.site_url else None
