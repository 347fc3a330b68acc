"""The press: prints our pages, on all cores, while MkDocs builds the others."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context

from broadsheet.abreast import Run, abreast
from broadsheet.cache import Print
from broadsheet.model import Page
from broadsheet.pipeline.crew import Crew
from broadsheet.pipeline.executor import cores, may_fork
from broadsheet.publish.page import OurPage, entitled
from broadsheet.publish.remote import Remote
from broadsheet.publish.taking import Taking, place_of
from broadsheet.publish.unprinted import Unprinted
from broadsheet.publish.view import Viewer, shown

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

_log = logging.getLogger("mkdocs.commands.build")

Prints = dict[str, Print]

_BATCH = 64
"""Pages of one task."""
_FEW = 256
"""For fewer pages, another process costs more than it saves."""


class AllPages(Sequence["File"]):
    """Every page of the site, for a template that lists them; made only if one does."""

    def __init__(self, make: Callable[[], Sequence[File]]) -> None:
        self._make = make

    @cached_property
    def _files(self) -> Sequence[File]:
        return self._make()

    @property
    def made(self) -> bool:
        """Whether a template has listed them."""
        return "_files" in self.__dict__

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        return self._files[at]

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[File]:
        return iter(self._files)


class Press:
    """All that is needed to print the pages of a site."""

    def __init__(
        self,
        config: MkDocsConfig,
        files: Unprinted,
        nav: Navigation,
        env: Environment,
        viewer: Viewer,
        all_pages: AllPages,
        last: Taking | None,
    ) -> None:
        """`last`, if pages may be taken from the last site."""
        self._config, self._files, self._nav, self._env = config, files, nav, env
        self._viewer, self._all_pages, self._last = viewer, all_pages, last
        self._pages: Sequence[Page] = list(files.unprinted.values())
        self._contexts: dict[str, dict[str, Any]] = {}
        self._crew: Crew[Prints] | None = None
        self._remote: Remote | None = None
        self._waiting: list[Future[Prints]] = []
        self.prints: Prints = {}
        """What was printed, by its place in the site, as far as it may be taken for the next."""

    def begin(self, remote: Callable[[], Remote] | None = None) -> None:
        """Begin to print all pages, if that is to be done by other processes, on a cluster if one is given."""
        if remote and len(self._pages) > _FEW:
            self._remote = remote()
            self._waiting = [self._remote.print(number) for number in range(self._batches)]
            return
        if not self.is_soon_done:
            self._begin(self._pages)

    @property
    def is_soon_done(self) -> bool:
        """Whether so many pages can be taken from the last site that no other process is called until they are."""
        at_work = self._crew is not None or self._remote is not None
        return not at_work and self._has_most

    @cached_property
    def _has_most(self) -> bool:
        """The same before any is at work; it is asked for several times, and costs a look at some pages."""
        return self._last is not None and self._last.has_most(self._pages)

    def _begin(self, pages: Sequence[Page]) -> None:
        """Begin to print some pages by other processes, if there are enough of them."""
        self._pages = pages
        workers = min(cores(), len(pages) // _FEW + 1)
        if workers < 2 or not may_fork():
            return
        for page in (pages[0], pages[-1]):
            self.reprint(page)  # what all have in common is then there: templates, names of months
        gc.freeze()  # what is never looked at again by the collector stays shared with the processes
        self._crew = Crew(self.print_batch, self._batches, workers)

    @property
    def _batches(self) -> int:
        return -(-len(self._pages) // _BATCH)

    def wait(self, told: Callable[[int, int], None], meanwhile: Callable[[], None]) -> None:
        """Print all pages, or wait until they are, and do something else `meanwhile`; `told` how many of how many."""
        done, total = 0, len(self._pages)
        told(done, total)
        meanwhile()
        if self._last and self.is_soon_done:
            taken, left = self._last.take_all(self._pages, lambda number: told(number, total))
            self.prints |= taken
            done = len(taken)
            self._begin(left)
        if self._crew is None and self._remote is None:
            for page in self._pages:
                self.prints |= self.print(page)
                done += 1
                told(done, total)
            return

        def of_batches(batches: int) -> None:
            told(min(done + batches * _BATCH, total), total)

        for prints in self._crew.results(of_batches) if self._crew else self._results(of_batches):
            self.prints |= prints
        self.end()

    def _results(self, told: Callable[[int], None]) -> Iterator[Prints]:
        """What a cluster has printed."""
        for number, batch in enumerate(self._waiting, 1):
            yield batch.result()
            told(number)

    def end(self) -> None:
        """Let the other processes go, whatever they still had to do."""
        if self._crew:
            self._crew.kill()
            self._crew = None
            gc.unfreeze()
        if self._remote:
            self._remote.close()
            self._remote = None

    def print_batch(self, number: int) -> Prints:
        """Print some pages, and say which may be taken for the next site."""
        prints: Prints = {}
        for printed in abreast(map(self._printed, self._pages[number * _BATCH : (number + 1) * _BATCH])):
            prints |= printed
        return prints

    def print(self, page: Page) -> Prints:
        """Print one page, or take it from the last site."""
        [printed] = abreast([self._printed(page)])
        return printed

    def reprint(self, page: Page) -> None:
        """Print a page whose text has changed since."""
        abreast([self._print(page, self._file(page), "")])

    def _printed(self, page: Page) -> Run[Prints]:
        if self._last is None:
            yield from self._print(page, self._file(page), "")
            return {}
        taken, key, page = self._last.take(page)
        yield
        if taken:
            return {place_of(page): taken}
        return (yield from self._print(page, self._file(page), key))

    def _print(self, page: Page, file: File, key: str) -> Run[Prints]:
        """
        Print one page, as MkDocs would with our plugin alone; one whose template gives nothing is left out.

        It has its key only if it was made of nothing that stands elsewhere.
        """
        try:
            ours = populate(file, page, self._config, self._files)
            yield
            context = self._context(ours)
            shown(context, ours, self._viewer, self._config)
            yield
            ours.active = True
            template = self._env.get_template(ours.meta.get("template", "main.html"))
            # as `render` does, but that it would gather what all templates know for each page
            seen = self._env.context_class(self._env, context, template.name, template.blocks)
            output = "".join(template.root_render_func(seen))
        except Exception as error:
            _log.error("Error printing page '%s': %s", page.path, error)
            raise
        ours.active = False
        yield
        if not self._all_pages.made:
            file.page = None
        if not output.strip():
            return {}
        alone, data = ours.alone and not self._all_pages.made, output.encode("utf-8", "xmlcharrefreplace")
        return {file.dest_uri: Print.written(key if alone else "", file.abs_dest_path, data)}

    def _context(self, page: OurPage) -> dict[str, Any]:
        """What a template knows: of MkDocs and of us; all but the page is the same in a folder."""
        folder = page.url.rpartition("/")[0]
        if folder not in self._contexts:
            given = get_context(self._nav, self._all_pages, self._config, page)
            self._contexts[folder] = {**self._env.globals, **given}
        return {**self._contexts[folder], "page": page}

    def _file(self, page: Page) -> File:
        file = self._files.get_file_from_path(page.path)
        assert file is not None
        return file


def populate(file: File, page: Page, config: MkDocsConfig, files: Unprinted) -> OurPage:
    """Fill a page of ours with its values and its HTML."""
    ours = OurPage(file, config, page)
    ours.read_source(config)
    entitled(ours, page, config, files)
    ours.render(config, files)
    return ours
