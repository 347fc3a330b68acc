"""The MkDocs plugin: hands the pages to MkDocs, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from broadsheet.cache import Standing
from broadsheet.errors import Finding, Severity
from broadsheet.finish import Edition, Indexing, add_files, finish
from broadsheet.model import Collection
from broadsheet.options import Options, from_mapping
from broadsheet.pipeline import Means, Second, Site, Tell, of_stage, read_site
from broadsheet.pipeline.executor import has_others
from broadsheet.publish.cards import cards_of
from broadsheet.publish.configured import as_plugin_error, has_directories, hidden, home_of, language_of, store_of
from broadsheet.publish.edition import edition_of, index_of
from broadsheet.publish.environment import furnish
from broadsheet.publish.files import dressed, file_of, make_room
from broadsheet.publish.frame import frame_of
from broadsheet.publish.handouts import Handouts
from broadsheet.publish.page import NO_BUILD_DATE, entitled
from broadsheet.publish.preview import Preview
from broadsheet.publish.printing import LOG, Printing, another_hand
from broadsheet.publish.record import Record
from broadsheet.publish.remote import Given, PressReady, Remote
from broadsheet.publish.unwanted import prepare
from broadsheet.publish.view import Viewer, shown
from broadsheet.words import words_of
from broadsheet.write.citations import Imprint
from broadsheet.write.relations import Ways

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

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
        self.cluster: str | None = None
        self.second: Second | None = None
        self.given: Given | None = None
        self.last: Standing | None = None
        self._preview: Preview | None = None
        self.record = Record()
        self.keeps_at_end = True
        self.left_out: tuple[Finding, ...] = ()
        self._files: Files = Files([])
        self._viewer: Viewer | None = None
        self._indexing = Indexing(None)
        self.printing = Printing((), seen_by=None)

    def options(self, config: MkDocsConfig) -> Options:
        """The options as ``mkdocs.yml`` gives them; raises `OptionError` where one is wrong."""
        options = from_mapping(dict(self.config))
        if options.site_language is None:
            options = replace(options, site_language=language_of(config))
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
        with as_plugin_error():
            options = self.options(config)
        read = [name for name in (options.review, options.permalinks) if name and Path(name).is_file()]
        config.watch = [*config.watch, *(name for name in read if name not in config.watch)]
        config.use_directory_urls = has_directories(config)
        prepare(config.theme, config.plugins, options)
        if self.last is None and not self.record.publishes:
            self.last = Standing(Path(config.site_dir))  # there is none yet, but this preview will be the last one
        return config

    @event_priority(100)  # before plugins that look at all pages (tags, redirects)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages in the place of the articles."""
        options, tell, hides = self.options(config), of_stage(self.progress, "reading"), hidden(config)
        index = self._indexing = Indexing(index_of(config, self.last, self.cluster), self.second)
        look = self.last.look_at_all if self.last else None
        means = Means(store_of(config), self.cluster, index.begin, index.go_on, look, self.second)
        with as_plugin_error():
            if self.given:
                self.site = self.given.site(config, options, hides)
            else:
                self.site = read_site(
                    Path(config.docs_dir),
                    options,
                    tell,
                    hidden=hides,
                    directories=config.use_directory_urls,
                    ledger=self.record.read(Path(options.permalinks)),
                    means=means,
                )
        self._rendered = 0
        make_room(files, self.site.pages, config, options)
        with as_plugin_error():
            dressed(files, config)
        self.printing = Printing(self.site.pages, seen_by=another_hand(config, self))
        self._tell(self.site.collection.findings)
        return self.printing.files(files, config, partial(file_of, config=config, hidden=hides))

    def _tell(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            LOG.log(_LEVELS[finding.severity], str(finding))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the frame."""
        self._nav = nav
        self.printing.nav(nav, files, config)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates what they need, and begin to print."""
        self._files = files
        collection = self.site.collection if self.site else Collection()
        words, ways = words_of(language_of(config)), Ways(collection)
        handouts = Handouts(collection, self.options(config), Imprint(config.site_name, home_of(config)))
        listings = self.printing.ours
        with as_plugin_error():
            cards = cards_of(config, collection) if self.record.publishes else None
            frame = frame_of(config, self._nav, listings, words, cards, looked_at=not self.record.publishes)
        published = {path for path, page in listings.items() if page.file} if self.options(config).originals else set()
        self._viewer = Viewer(frame, words, collection, ways, home_of(config), published, cards)
        furnish(env, frame, words, handouts)
        remote = partial(Remote, self.cluster, config, collection) if self.cluster else None
        with as_plugin_error():
            self.printing.begin(env, self._viewer, handouts, self.last, remote)
        if self.given:
            raise PressReady(self.printing.press)
        if self.printing.is_soon_done and has_others():
            self._indexing.write(collection.entries)
        return env

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Keep the day of the build out of the site."""
        page.update_date = NO_BUILD_DATE
        return page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give a page of ours its title."""
        if ours := self.printing.ours.get(page.file.src_uri):
            entitled(page, ours, config, files)
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show the page to its template, and where all others are."""
        context["pages"] = self.printing.pages(context["pages"])
        if self._viewer:
            shown(context, page, self._viewer, config)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Show it a page of its own, such as the one for addresses that there are not."""
        context["pages"] = self.printing.pages(context["pages"])
        if self._viewer:
            shown(context, template_name, self._viewer, config)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Count, where pages go through MkDocs."""
        if not self.printing.past:
            self._rendered += 1
            self._told(self._rendered, len(self.printing.ours))
        return output

    def _told(self, done: int, total: int) -> None:
        if self.progress:
            self.progress("rendering", done, total)

    @event_priority(-100)  # after plugins that add files (the search), so that the inventory has them too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Wait for our pages, and add what follows them; then the site is whole."""
        if self.site:
            edition = self._made(self.site, config)
            with as_plugin_error():
                self.printing.wait(self._told, partial(add_files, edition, self._indexing))
                self.left_out = finish(edition, self._indexing)
            self._tell(self.left_out)
        self.record.end(well=True)

    def _made(self, site: Site, config: MkDocsConfig) -> Edition:
        given = (site, config, self.options(config), self._files, self.printing, self._viewer)
        return edition_of(*given, last=self.last)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Show an article as soon as it is saved."""
        self._preview = server.builder = Preview(server, config, self._reprint, self.printing.prints)
        return server

    def _reprint(self, path: str) -> bool:
        article = self.site.again(path) if self.site else None
        return article is not None and self.printing.reprint(article)

    def on_build_error(self, *, error: Exception) -> None:
        """Know that it is not, or has warnings that were not to be."""
        self.record.end(well=False)

    def on_shutdown(self) -> None:
        """Stop what is still at work; keep the URLs of a site that was built."""
        self.printing.end()
        self._indexing.end()
        if self._preview:
            self._preview.close()
        if self.keeps_at_end:
            with as_plugin_error():
                self.keep()

    def keep(self) -> None:
        """Write the ledger, if a build has ended well and published something new."""
        if self.site:
            self.record.keep(self.site.collection.ledger)
