"""The MkDocs plugin: hands the pages to MkDocs, and nothing else."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from broadsheet.errors import BroadsheetError, Severity
from broadsheet.model import Page
from broadsheet.options import Options, from_mapping
from broadsheet.owner.authors import NAME as AUTHORS
from broadsheet.owner.folders import NAME
from broadsheet.owner.sidecar import sidecar_of
from broadsheet.owner.topics import NAME as TOPICS
from broadsheet.pipeline import Site, Tell, of_stage, read_site
from broadsheet.read import is_container
from broadsheet.read.folder import Hidden, is_article
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


class BroadsheetPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Adds a page for each article of the content folder, and the listings."""

    config_scheme = tuple(
        (field.name, config_options.Optional(config_options.Type(object))) for field in fields(Options)
    )
    supports_multiple_instances = False

    def __init__(self) -> None:
        self.site: Site | None = None
        self.progress: Tell | None = None
        self._ours: frozenset[str] = frozenset()
        self._rendered = 0

    def options(self, config: MkDocsConfig) -> Options:
        """The options as ``mkdocs.yml`` gives them; raises `OptionError` where one is wrong."""
        options = from_mapping(dict(self.config))
        if options.review is not None and config.config_file_path:
            options = replace(options, review=str(Path(config.config_file_path).parent / options.review))
        return options

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let links name files, so that the site opens from disk, unless the owner says otherwise."""
        with _as_plugin_error():
            review = self.options(config).review
        if review and Path(review).is_file():
            config.watch = [*config.watch, review]
        config.use_directory_urls = has_directories(config)
        return config

    @event_priority(100)  # before plugins that look at all pages (tags, redirects)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages in the place of the articles."""
        options, tell = self.options(config), of_stage(self.progress, "reading")
        with _as_plugin_error():
            self.site = read_site(
                Path(config.docs_dir),
                options,
                tell,
                hidden=hidden(config),
                directories=config.use_directory_urls,
            )
        self._rendered = 0
        self._ours = frozenset(page.path for page in self.site.pages)
        made = [_file(page, config) for page in self.site.pages]
        places = {file.dest_uri for file in made}  # where the owner has a page too, it is one that is left out
        ours = _read_by_us([file.src_uri for file in files if file.src_dir == config.docs_dir], options)
        for file in list(files):
            if file.dest_uri in places or (file.src_dir == config.docs_dir and file.src_uri in ours):
                files.remove(file)
        for file in made:
            files.append(file)
        for finding in self.site.collection.findings:
            log.log(_LEVELS[finding.severity], str(finding))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates the words for dates, the direction of scripts, and the way to the listings."""
        env.filters.update(long_date=long_date, calendar_date=calendar_date, direction=direction)
        known = self.site.collection.authors if self.site else ()
        env.globals.update(
            listings=self._ours, author_pages={author.name: f"{author.permalink}/index.html" for author in known}
        )
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
        if tell := of_stage(self.progress, "rendering"):
            tell(self._rendered, len(self.site.pages) if self.site else 0)
        return output


def hidden(config: MkDocsConfig) -> Hidden:
    """Whether a file is kept out of the site, because ``mkdocs.yml`` excludes it or holds it as a draft."""
    patterns = [spec for spec in (config.exclude_docs, config.draft_docs) if spec]
    return lambda path: any(spec.match_file(path) for spec in patterns)


def has_directories(config: MkDocsConfig) -> bool:
    """Whether each page is to be the index of a folder of its own: only where the owner says so."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # nothing else tells given from default
        given = config.user_configs
    return config.use_directory_urls and any("use_directory_urls" in part for part in given)


@contextmanager
def _as_plugin_error() -> Iterator[None]:
    """MkDocs prints an error of a plugin without a traceback."""
    try:
        yield
    except BroadsheetError as error:
        raise PluginError(f"broadsheet: {error}") from error


def _read_by_us(paths: Sequence[str], options: Options) -> set[str]:
    """Articles, and what the owner says beside them: none of it is copied into the site."""
    articles = {path for path in paths if is_article(path, options)}
    sidecars = {sidecar_of(path) for path in articles if not is_container(path)}
    return articles | sidecars | {AUTHORS, TOPICS} | {path for path in paths if PurePosixPath(path).name == NAME}


def _file(page: Page, config: MkDocsConfig) -> File:
    if page.path not in _IN_NAV:
        inclusion = InclusionLevel.NOT_IN_NAV
    else:  # what excludes the owner's page of that name does not exclude ours
        inclusion = InclusionLevel.INCLUDED if hidden(config)(page.path) else InclusionLevel.UNDEFINED
    file = File.generated(config, page.path, content=page.text, inclusion=inclusion)
    file.edit_uri = page.file
    return file
