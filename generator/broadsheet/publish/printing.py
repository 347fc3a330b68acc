"""The way of our pages through a build of MkDocs: past it, wherever nobody else wants to see them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from broadsheet.cache import Print, Standing
from broadsheet.model import Entry, Page
from broadsheet.publish.files import IN_NAV
from broadsheet.publish.handouts import Handouts
from broadsheet.publish.keys import Keys, key_of_site
from broadsheet.publish.page import OurPage
from broadsheet.publish.press import AllPages, Press, populate
from broadsheet.publish.remote import Remote
from broadsheet.publish.taking import Taking
from broadsheet.publish.unprinted import Unprinted
from broadsheet.publish.view import Viewer
from broadsheet.write.article import article_page

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

LOG = logging.getLogger("mkdocs.plugins.broadsheet")

_EVENTS = (
    "files", "nav", "env", "page_read_source", "pre_page", "page_markdown", "page_content", "page_context", "post_page",
)  # fmt: skip
"""Who handles one of these may look at any page, or change it."""


def another_hand(config: MkDocsConfig, ours: object) -> str | None:
    """The plugin or hook that handles pages too, if there is one: then MkDocs has to go through all of them."""
    for event in _EVENTS:
        for method in config.plugins.events[event]:
            owner = getattr(method, "__self__", None)
            if owner is not ours:
                names = (name for name, plugin in config.plugins.items() if plugin is owner)
                return next(names, f"the hook {getattr(method, '__module__', event)}")
    return None


class Printing:
    """Of one build: which of our pages are printed past MkDocs, and how far that is."""

    def __init__(self, pages: Sequence[Page], *, seen_by: str | None) -> None:
        self.ours: Mapping[str, Page] = {page.path: page for page in pages}
        self.seen_by = seen_by
        self.past = not seen_by
        """Whether our pages go past MkDocs."""
        self._config: MkDocsConfig | None = None
        self._files: Unprinted | None = None
        self._nav = Navigation([], [])
        self.press: Press | None = None
        self._viewer: Viewer | None = None
        if seen_by:
            LOG.info("all pages go through MkDocs, one by one: %s may look at each", seen_by)

    def files(self, files: Files, config: MkDocsConfig, make: Callable[[Page], File]) -> Files:
        """Add our pages to the files: to the lists those that have to be there, or all of them."""
        past = {path: page for path, page in self.ours.items() if path not in IN_NAV} if self.past else {}
        for path, page in self.ours.items():
            if path not in past:
                files.append(make(page))
        if not past:
            return files
        self._config, self._files = config, Unprinted(files, past, make)
        return self._files

    def nav(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Let our pages that stand in no navigation be of our own sort, and those that do be of MkDocs'."""
        self._nav = nav
        named = {page.file.src_uri: page.file for page in nav.pages}
        for path in named.keys() & self.ours.keys():
            if self._files:
                self._files.take(named[path])
        for path, page in self.ours.items():
            if path in files.src_uris and path not in named:
                OurPage(files.src_uris[path], config, page)

    def begin(
        self,
        env: Environment,
        viewer: Viewer,
        handouts: Handouts,
        last: Standing | None,
        remote: Callable[[], Remote] | None = None,
    ) -> None:
        """
        Begin to print; all that MkDocs has read by now is known, and the owner's pages are read.

        `last` is the last site, if there may be one; `remote` gives the cluster that prints, if one does.
        """
        if self._files and self._config:
            self._fill_targets(self._files, self._config)
            pages = AllPages(self._all)
            common = key_of_site(self._config, self._nav, self._files, viewer, self.ours) if last else None
            taken = Taking(last, Keys(common, viewer, handouts), self._config) if last and common else None
            self.press = Press(self._config, self._files, self._nav, env, viewer, pages, taken)
            self.press.begin(remote)
            self._viewer = viewer

    @property
    def is_soon_done(self) -> bool:
        """Whether nearly all pages are those of the last site."""
        return self.press is not None and self.press.is_soon_done

    @property
    def prints(self) -> dict[str, Print]:
        """What was printed, as far as the next site may take it."""
        return self.press.prints if self.press else {}

    def reprint(self, entry: Entry) -> bool:
        """Print the page of an article once more, after its text has changed; whether that could be done."""
        page = article_page(entry)
        if self.press is None or self._viewer is None or page.path not in self.apart:
            return False
        self._viewer.see(page.path, entry.article)
        self.press.reprint(page)
        return True

    def wait(self, told: Callable[[int, int], None], meanwhile: Callable[[], None]) -> None:
        """Wait until all is printed, and do something else meanwhile; raises what went wrong with a page."""
        if self.press:
            self.press.wait(told, meanwhile)
        else:
            meanwhile()

    def end(self) -> None:
        """Stop printing, if that is still going on."""
        if self.press:
            self.press.end()

    def pages(self, given: Sequence[File]) -> Sequence[File]:
        """All pages, for a template that gets only those in the lists."""
        return AllPages(self._all) if self._files else given

    @property
    def apart(self) -> Collection[str]:
        """The paths of our pages that go past MkDocs."""
        return self._files.unprinted.keys() if self._files else ()

    def _all(self) -> list[File]:
        """The owner's pages, then ours, as MkDocs has them."""
        if self._files is None or self._config is None:
            return []
        found = [file for file in self._files.documentation_pages() if file.src_uri not in self.ours]
        for path, page in self.ours.items():
            if file := self._files.get_file_from_path(path):
                if file.page is None:
                    populate(file, page, self._config, self._files)
                found.append(file)
        return found

    def _fill_targets(self, files: Unprinted, config: MkDocsConfig) -> None:
        """Fill the pages that the owner's lead to some place in, so that MkDocs can look whether it is there."""
        own = (file.page for file in files.documentation_pages() if file.page)
        for file in {target for page in own for target in page.links_to_anchors or ()}:
            if file.page is None and file.src_uri in files.unprinted:
                populate(file, files.unprinted[file.src_uri], config, files)
