"""A folder of articles to a collection, on all cores, and to its pages."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from broadsheet.collect import collect
from broadsheet.errors import BroadsheetError, Finding, UnreadableError
from broadsheet.model import Article, Collection, Page
from broadsheet.options import Options
from broadsheet.pipeline.article import read_article
from broadsheet.pipeline.progress import Progress
from broadsheet.read import look_into
from broadsheet.read.folder import Folder, Hidden, nothing_hidden
from broadsheet.write import pages

_MOST_WORKERS = 61
"""Windows waits for no more processes at once."""
_BATCH = 64
"""Files of one task: enough that sending them costs little."""


@dataclass(frozen=True, slots=True)
class Site:
    """What a folder becomes."""

    collection: Collection
    pages: tuple[Page, ...]
    """Listings first, then the articles; the same for every front door."""


def read_site(
    root: Path,
    options: Options,
    progress: Progress | None = None,
    *,
    hidden: Hidden = nothing_hidden,
    directories: bool = False,
) -> Site:
    """
    Read a folder of articles and write its pages, in memory.

    `hidden` names files that are kept out of the site; `directories` says whether each page will be the index of a
    folder of its own, which matters only where the owner's pages stand in the way.
    """
    folder = _look_into(root, options, hidden)
    collection = _read(root, folder, options, progress)
    return Site(collection, tuple(pages(collection, options, folder.pages, directories=directories)))


def read_collection(
    root: Path, options: Options, progress: Progress | None = None, *, hidden: Hidden = nothing_hidden
) -> Collection:
    """
    Read all articles of a folder into their collection.

    A file that gives no article is a finding.  Raises `BroadsheetError` where there is no such folder.
    """
    return _read(root, _look_into(root, options, hidden), options, progress)


def _look_into(root: Path, options: Options, hidden: Hidden) -> Folder:
    if not root.is_dir():
        raise BroadsheetError(f"there is no folder {root}", "name the folder that holds the articles")
    return look_into(root, options, hidden)


def _read(root: Path, folder: Folder, options: Options, progress: Progress | None) -> Collection:
    paths, articles = folder.articles, list[Article]()
    findings = list(folder.findings) if paths else [*folder.findings, Finding("", 0, 0, "no-articles")]
    with _executor(len(paths)) as executor:
        for done, batch in enumerate(executor.map(_read_batch, *_tasks(root, paths, options)), 1):
            for result in batch:
                (findings if isinstance(result, Finding) else articles).append(result)  # type: ignore[arg-type]
            if progress:
                progress(min(done * _BATCH, len(paths)), len(paths))
    return collect(articles, findings, folder.pages)


def _tasks(root: Path, paths: Sequence[str], options: Options) -> tuple[list[Path], list[Sequence[str]], list[Options]]:
    batches = [paths[at : at + _BATCH] for at in range(0, len(paths), _BATCH)]
    return [root] * len(batches), batches, [options] * len(batches)


def _read_batch(root: Path, paths: Sequence[str], options: Options) -> list[Article | Finding]:
    return [_read_one(root, path, options) for path in paths]


def _read_one(root: Path, path: str, options: Options) -> Article | Finding:
    try:
        return read_article(root, path, options)
    except UnreadableError as error:
        return error.finding


class _SameProcess(Executor):
    """Runs each task when it is asked for: for few files, another process costs more than it saves."""

    def map(self, fn, *iterables, timeout=None, chunksize=1):  # type: ignore[no-untyped-def]
        return map(fn, *iterables)


@contextmanager
def _executor(files: int) -> Iterator[Executor]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    workers = min(cores, files // (2 * _BATCH), _MOST_WORKERS)
    if workers < 2:
        yield _SameProcess()
        return
    with ProcessPoolExecutor(workers, initializer=_leave_interrupts) as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(cancel_futures=True)  # else what is under way would all be read first
            raise


def _leave_interrupts() -> None:
    """Ctrl-C goes to every process of a terminal; the first one ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
