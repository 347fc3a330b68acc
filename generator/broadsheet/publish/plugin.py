"""The MkDocs plugin: hands the pages to MkDocs, and nothing else."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable
from dataclasses import fields, replace
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from broadsheet.errors import BroadsheetError, Severity
from broadsheet.model import Page
from broadsheet.options import Options, from_mapping
from broadsheet.owner.folders import NAME
from broadsheet.owner.sidecar import sidecar_of
from broadsheet.pipeline import Site, read_site
from broadsheet.read.folder import find_articles, is_article
from broadsheet.write.dates import calendar_date, direction, long_date

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage

log = logging.getLogger("mkdocs.plugins.broadsheet")

_IN_NAV = frozenset(("index.md", "archive/index.md"))
_NO_BUILD_DATE = "1980-01-01"
"""Stands for the day of the build, which must not change the site (it goes into the head of ``sitemap.xml.gz``)."""
_LASTMOD = re.compile(r"\s*<lastmod>1980-01-01</lastmod>")
_LEVELS = {Severity.ERROR: logging.WARNING, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}

Progress = Callable[[str, int, int], None]
"""Called with the stage, the number done and the number of all."""


class BroadsheetPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Adds a page for each article of the content folder, and the listings."""

    config_scheme = tuple(
        (field.name, config_options.Optional(config_options.Type(object))) for field in fields(Options)
    )
    supports_multiple_instances = False

    def __init__(self) -> None:
        self.site: Site | None = None
        self.progress: Progress | None = None
        self._ours: frozenset[str] = frozenset()
        self._rendered = 0

    def options(self, config: MkDocsConfig) -> Options:
        """
        The options as ``mkdocs.yml`` gives them; what it excludes or holds as a draft is no article.

        Raises `PluginError` where one is wrong.
        """
        try:
            options = from_mapping(dict(self.config))
        except BroadsheetError as error:
            raise PluginError(f"broadsheet: {error}") from error
        if options.review is not None and config.config_file_path:
            options = replace(options, review=str(Path(config.config_file_path).parent / options.review))
        hidden = [spec for spec in (config.exclude_docs, config.draft_docs) if spec]
        if not hidden or not Path(config.docs_dir).is_dir():
            return options
        paths = find_articles(Path(config.docs_dir), options)
        left_out = (path for path in paths if any(spec.match_file(path) for spec in hidden))
        return replace(options, exclude=(*options.exclude, *left_out))

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let links name files, so that the site opens from disk, unless the owner says otherwise."""
        review = self.options(config).review
        if review and Path(review).is_file():
            config.watch = [*config.watch, review]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # nothing else tells given from default
            given = config.user_configs
        if not any("use_directory_urls" in part for part in given):
            config.use_directory_urls = False
        return config

    @event_priority(100)  # before plugins that look at all pages (tags, redirects)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages in the place of the articles."""
        options = self.options(config)
        self.site = read_site(Path(config.docs_dir), options, self._tell("reading"))
        self._rendered = 0
        self._ours = frozenset(page.path for page in self.site.pages)
        for file in _read_by_us([file for file in files if file.src_dir == config.docs_dir], options):
            files.remove(file)
        for page in self.site.pages:
            files.append(_file(page, config))
        for finding in self.site.collection.findings:
            log.log(_LEVELS[finding.severity], str(finding))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates the words for dates, and the direction of scripts."""
        env.filters.update(long_date=long_date, calendar_date=calendar_date, direction=direction)
        return env

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Keep the day of the build out of the site."""
        page.update_date = _NO_BUILD_DATE
        return page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Keep listings out of the search; escape headlines in ``meta.title``, which Material prints as HTML."""
        if page.file.src_uri not in self._ours:
            return markdown
        if "listing" in page.meta:
            page.meta.setdefault("search", {"exclude": True})
        else:
            page.title = str(page.meta["title"])
            page.meta["title"] = escape(page.title)
        return markdown

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep it out of the sitemap too."""
        return _LASTMOD.sub("", output_content) if template_name == "sitemap.xml" else output_content

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Count."""
        self._rendered += 1
        if tell := self._tell("rendering"):
            tell(self._rendered, len(self.site.pages) if self.site else 0)
        return output

    def _tell(self, stage: str) -> Callable[[int, int], None] | None:
        progress: Any = self.progress
        return (lambda done, total: progress(stage, done, total)) if progress else None


def _read_by_us(files: list[File], options: Options) -> list[File]:
    """Articles, and what the owner says beside them: none of it is copied into the site."""
    articles = {file.src_uri for file in files if is_article(file.src_uri, options)}
    sidecars = {sidecar_of(path) for path in articles}
    return [file for file in files if file.src_uri in articles | sidecars or PurePosixPath(file.src_uri).name == NAME]


def _file(page: Page, config: MkDocsConfig) -> File:
    inclusion = InclusionLevel.UNDEFINED if page.path in _IN_NAV else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.path, content=page.text, inclusion=inclusion)
    file.edit_uri = page.file
    return file
