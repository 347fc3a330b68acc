"""A folder of articles to a collection, on all cores, and to its pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from broadsheet.collect import collect
from broadsheet.errors import BroadsheetError, Finding, UnreadableError
from broadsheet.model import Article, Collection, Page
from broadsheet.options import Options
from broadsheet.owner import Word, read_word
from broadsheet.pipeline.article import read_article
from broadsheet.read import find_articles
from broadsheet.write import pages

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number of all."""

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


def read_site(root: Path, options: Options, progress: Progress | None = None) -> Site:
    """Read a folder of articles and write its pages, in memory."""
    collection = read_collection(root, options, progress)
    return Site(collection, tuple(pages(collection, options, _owner_pages(root))))


def read_collection(root: Path, options: Options, progress: Progress | None = None) -> Collection:
    """
    Read all articles of a folder into their collection.

    A file that gives no article is a finding.  Raises `BroadsheetError` where there is no such folder.
    """
    if not root.is_dir():
        raise BroadsheetError(f"there is no folder {root}", "name the folder that holds the articles")
    paths = find_articles(root, options)
    articles: list[Article] = []
    word = read_word(root, paths, options)
    findings = [*word.findings, *([] if paths else [Finding("", 0, 0, "no-articles")])]
    with _executor(len(paths)) as executor:
        for done, batch in enumerate(executor.map(_read_batch, *_tasks(root, paths, options, word)), 1):
            for result in batch:
                (findings if isinstance(result, Finding) else articles).append(result)  # type: ignore[arg-type]
            if progress:
                progress(min(done * _BATCH, len(paths)), len(paths))
    return collect(articles, findings, _owner_pages(root))


def _tasks(
    root: Path, paths: Sequence[str], options: Options, word: Word
) -> tuple[list[Path], list[Sequence[str]], list[Options], list[Word]]:
    batches = [paths[at : at + _BATCH] for at in range(0, len(paths), _BATCH)]
    return [root] * len(batches), batches, [options] * len(batches), [word.part(batch) for batch in batches]


def _read_batch(root: Path, paths: Sequence[str], options: Options, word: Word) -> list[Article | Finding]:
    return [_read(root, path, options, word) for path in paths]


def _read(root: Path, path: str, options: Options, word: Word) -> Article | Finding:
    try:
        return read_article(root, path, options, word.of(root, path))
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
    with ProcessPoolExecutor(workers) as executor:
        yield executor


def _owner_pages(root: Path) -> list[str]:
    """The Markdown pages that the owner keeps beside the articles."""
    return sorted(file.relative_to(root).as_posix() for file in root.rglob("*.md") if file.is_file())
