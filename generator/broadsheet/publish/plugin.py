"""The MkDocs plugin: hands the pages to MkDocs, and nothing else."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, PackageLoader
from mkdocs.config import config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from broadsheet.errors import BroadsheetError, Finding, Severity
from broadsheet.finish import Edition, finish
from broadsheet.model import Collection, Page
from broadsheet.options import Options, from_mapping
from broadsheet.pipeline import Site, Tell, of_stage, read_site
from broadsheet.publish.files import dressed, file_of, lead_on, read_by_us, taken_by_owner, urls_of
from broadsheet.publish.frame import frame_of, home_of
from broadsheet.publish.handouts import Handouts
from broadsheet.publish.record import Record
from broadsheet.publish.view import Viewer
from broadsheet.read.folder import Hidden
from broadsheet.words import words_of
from broadsheet.write.citations import Imprint
from broadsheet.write.relations import Ways

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.broadsheet")

_NO_BUILD_DATE = "1980-01-01"
"""Stands for the day of the build, which must not change the site."""
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
        self.record = Record()
        self.keeps_at_end = True
        self.left_out: tuple[Finding, ...] = ()
        self._ours: dict[str, Page] = {}
        self._files: Files = Files([])
        self._nav: Navigation | None = None
        self._viewer: Viewer | None = None
        self._rendered = 0

    def options(self, config: MkDocsConfig) -> Options:
        """The options as ``mkdocs.yml`` gives them; raises `OptionError` where one is wrong."""
        options = from_mapping(dict(self.config))
        if options.site_language is None:
            options = replace(options, site_language=str(config.theme.get("language") or "en"))
        if has_directories(config) and options.permalink.endswith(".html"):
            options = replace(options, permalink=f"{options.permalink.removesuffix('.html')}/")
        if config.config_file_path:
            folder = Path(config.config_file_path).parent
            review = str(folder / options.review) if options.review is not None else None
            options = replace(options, review=review, permalinks=str(folder / options.permalinks))
        return options

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Know whether the site is published, or only looked at."""
        self.record.start(command)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let links name files, so that the site opens from disk, unless the owner says otherwise."""
        with _as_plugin_error():
            options = self.options(config)
        read = [name for name in (options.review, options.permalinks) if name and Path(name).is_file()]
        config.watch = [*config.watch, *(name for name in read if name not in config.watch)]
        config.use_directory_urls = has_directories(config)
        config.theme.static_templates.discard("sitemap.xml")  # ours knows the days of articles
        return config

    @event_priority(100)  # before plugins that look at all pages (tags, redirects)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages in the place of the articles."""
        options, tell, hides = self.options(config), of_stage(self.progress, "reading"), hidden(config)
        with _as_plugin_error():
            ledger = self.record.read(Path(options.permalinks))
            self.site = read_site(
                Path(config.docs_dir),
                options,
                tell,
                hidden=hides,
                directories=config.use_directory_urls,
                ledger=ledger,
            )
        self._rendered = 0
        self._ours = {page.path: page for page in self.site.pages}
        made = [file_of(page, config, hides) for page in self.site.pages]
        places = {file.dest_uri for file in made}  # where the owner has a page too, it is one that is left out
        ours = read_by_us([file.src_uri for file in files if file.src_dir == config.docs_dir], options)
        for file in list(files):
            if file.dest_uri in places or (file.src_dir == config.docs_dir and file.src_uri in ours):
                files.remove(file)
        for file in made:
            files.append(file)
        with _as_plugin_error():
            dressed(files, config)
        self._tell(self.site.collection.findings)
        return files

    def _tell(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            log.log(_LEVELS[finding.severity], str(finding))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the owner's navigation for the frame."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates the frame of the site, its words, and lines without the space around their tags."""
        self._files = files
        collection = self.site.collection if self.site else Collection()
        words, ways = words_of(str(config.theme.get("language") or "en")), Ways(collection)
        handouts = Handouts(collection, self.options(config), Imprint(config.site_name, home_of(config)))
        with _as_plugin_error():
            frame = frame_of(config, self._nav, self._ours, words, looked_at=not self.record.publishes)
        self._viewer = Viewer(frame, words, collection, ways, home_of(config))
        env.trim_blocks = env.lstrip_blocks = True
        env.globals.update(site=frame, words=words)
        env.globals.update(alternates_of=handouts.alternates, citation_of=handouts.citation)
        env.loader = ChoiceLoader([*([env.loader] if env.loader else []), PackageLoader("broadsheet.publish")])
        return env

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Keep the day of the build out of the site."""
        page.update_date = _NO_BUILD_DATE
        return page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Keep all but articles out of the search; escape headlines in ``meta.title``, which is printed as HTML."""
        ours = self._ours.get(page.file.src_uri)
        if ours is None:
            return markdown
        if ours.signpost or "listing" in page.meta:
            page.meta.setdefault("search", {"exclude": True})
        if "listing" not in page.meta:
            page.title = str(page.meta["title"])
            page.meta["title"] = escape(page.title)
        if "moved" in page.meta:
            lead_on(page, config, files)
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show the page to its template."""
        return self._shown(context, page, config)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Show it a page of its own, such as the one for addresses that there are not."""
        return self._shown(context, None, config)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Count."""
        self._rendered += 1
        if tell := of_stage(self.progress, "rendering"):
            tell(self._rendered, len(self.site.pages) if self.site else 0)
        return output

    @event_priority(-100)  # after plugins that add files (the search), so that the inventory has them too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add what follows the pages; then the site is whole."""
        if self.site:
            with _as_plugin_error():
                self.left_out = finish(self._edition(self.site, config))
            self._tell(self.left_out)
        self.record.end(well=True)

    def _shown(self, context: TemplateContext, page: MkDocsPage | None, config: MkDocsConfig) -> TemplateContext:
        up = str(context["base_url"])
        root = "" if up == "." else f"{up.removesuffix('/')}/"
        view = self._viewer.of(page, root, config.site_description or "") if self._viewer else None
        context.update(root=root, view=view)  # type: ignore[call-arg]
        return context

    def _edition(self, site: Site, config: MkDocsConfig) -> Edition:
        return Edition(
            site,
            Path(config.site_dir),
            self.options(config),
            name=config.site_name,
            url=home_of(config),
            language=str(config.theme.get("language") or "en"),
            description=config.site_description or "",
            copyright=config.copyright or "",
            urls=urls_of(self._files),
            taken=taken_by_owner(self._files, config),
        )

    def on_build_error(self, *, error: Exception) -> None:
        """Know that it is not, or has warnings that were not to be."""
        self.record.end(well=False)

    def on_shutdown(self) -> None:
        """Keep the URLs of a site that was built."""
        if self.keeps_at_end:
            with _as_plugin_error():
                self.keep()

    def keep(self) -> None:
        """Write the ledger, if a build has ended well and published something new."""
        if self.site:
            self.record.keep(self.site.collection.ledger)


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
