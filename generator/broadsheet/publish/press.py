"""The press: prints our pages, on all cores, while MkDocs builds the others."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.exceptions import BuildError

from broadsheet.model import Page
from broadsheet.publish.page import OurPage
from broadsheet.publish.unprinted import Unprinted

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

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

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        return self._files[at]

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[File]:
        return iter(self._files)


@dataclass(slots=True)
class Press:
    """All that is needed to print the pages of a site."""

    config: MkDocsConfig
    files: Unprinted
    nav: Navigation
    env: Environment
    all_pages: AllPages

    def run(self, told: Callable[[int, int], None]) -> Callable[[], None]:
        """
        Begin to print all pages; what it returns waits for the end.

        `told` is called with the number done and the number of all.
        """
        pages = list(self.files.unprinted.values())
        workers = min(_cores(), len(pages) // _FEW + 1)
        if workers < 2 or not _may_fork():
            return lambda: self._all(pages, told)
        for page in (pages[0], pages[-1]):
            self.print(page)  # what all have in common is then there: templates, names of months
        gc.collect()
        gc.freeze()  # what is never looked at again by the collector stays shared with the processes
        executor = ProcessPoolExecutor(
            workers, multiprocessing.get_context("fork"), initializer=_take_over, initargs=(self, pages)
        )
        waiting = [executor.submit(_print, start) for start in range(0, len(pages), _BATCH)]
        return lambda: _wait(executor, waiting, len(pages), told)

    def _all(self, pages: Sequence[Page], told: Callable[[int, int], None]) -> None:
        for number, page in enumerate(pages, 1):
            self.print(page)
            told(number, len(pages))

    def print(self, page: Page) -> None:
        """Print one page, by the same steps as MkDocs."""
        file = self.files.get_file_from_path(page.path)
        assert file is not None
        populate(file, page, self.config, self.files)
        _build_page(file.page, self.config, self.all_pages, self.nav, self.env)  # type: ignore[arg-type]
        file.page = None


def populate(file: File, page: Page, config: MkDocsConfig, files: Unprinted) -> None:
    """Fill a page of ours with its values and its HTML."""
    _populate_page(OurPage(None, file, config, page), config, files)


_at_work: list[tuple[Press, Sequence[Page]]] = []
"""In a process that prints: what it was forked for."""


def _take_over(press: Press, pages: Sequence[Page]) -> None:
    _at_work[:] = [(press, pages)]


def _print(start: int) -> int:
    [(press, pages)] = _at_work
    batch = pages[start : start + _BATCH]
    for page in batch:
        press.print(page)
    return len(batch)


def _wait(
    executor: ProcessPoolExecutor, waiting: Sequence[Future[int]], total: int, told: Callable[[int, int], None]
) -> None:
    done = 0
    with executor:
        try:
            for batch in waiting:
                done += batch.result()
                told(done, total)
        except BaseException:
            executor.shutdown(cancel_futures=True)
            raise
    if done != total:
        raise BuildError("not all pages were printed")


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _may_fork() -> bool:
    """Whether this process can be copied as it is; with other threads in it, a lock of theirs might stay locked."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
