"""A folder of articles to a collection, on all cores, and to its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from broadsheet.cache import Store
from broadsheet.collect import Placed, collect, here
from broadsheet.collector import collector_at_rest
from broadsheet.errors import Finding
from broadsheet.model import Article, Collection, Entry, Item, Ledger, Metadata, Page
from broadsheet.options import Options
from broadsheet.owner import Word, read_word
from broadsheet.pipeline.ahead import in_order
from broadsheet.pipeline.article import Asked
from broadsheet.pipeline.batch import read_batch, read_items
from broadsheet.pipeline.executor import executor_for
from broadsheet.pipeline.looks import Looks
from broadsheet.pipeline.progress import Progress
from broadsheet.pipeline.recall import Recalled
from broadsheet.pipeline.surveyed import surveyed
from broadsheet.pipeline.twin import apart
from broadsheet.read import Survey, is_container, items, look_into
from broadsheet.read.folder import Folder, Hidden, nothing_hidden
from broadsheet.write import pages

_BATCH = 64
"""Files of one task: enough that sending them costs little."""
_BATCH_BYTES = 4_000_000
"""Bytes of containers in one task."""
_AHEAD = 16
"""Tasks that are sent out before their turn."""
_ARTICLE_BYTES = 4000
"""Of an article in a container, on average."""
_FEW = 500
"""Up to so many articles, another process costs more than it saves in knowing what they have to do with one another."""
_NEW = Ledger()

Reread = Callable[[str], Article | Finding]
"""Reads one of the files again, with all that was known of their folder when it was read."""


@dataclass(frozen=True, slots=True)
class Means:
    """With what the work is done; whatever it is, the result is the same."""

    store: Store | None = None
    """Where articles that were read before are kept."""
    cluster: str | None = None
    """The address of a Dask scheduler, whose workers see the content folder at the same path."""
    placed: Placed | None = None
    """Begins what needs no more than the articles, while is worked out what they have to do with one another."""
    complete: Placed | None = None
    """Goes on with that, or begins it, when that is known."""


_BY_ITSELF = Means()


@dataclass(frozen=True, slots=True)
class Site:
    """What a folder becomes."""

    collection: Collection
    pages: tuple[Page, ...]
    """Listings first, then the articles, then the signposts; the same for every front door."""
    reread: Reread | None = None

    def again(self, path: str) -> Entry | None:
        """
        An article whose file has changed, in its old place.

        ``None`` where there was none, or where more than its text has changed: then others may be concerned.
        """
        old = next((entry for entry in self.collection.entries if entry.article.path == path), None)
        if old is None or old.article.contained or self.reread is None:
            return None
        new = self.reread(path)
        if isinstance(new, Finding) or _known(new) != _known(old.article):
            return None
        return replace(old, article=replace(new, gathered=None))


def read_site(
    root: Path,
    options: Options,
    progress: Progress | None = None,
    *,
    hidden: Hidden = nothing_hidden,
    directories: bool = False,
    ledger: Ledger = _NEW,
    means: Means = _BY_ITSELF,
) -> Site:
    """
    Read a folder of articles, or a container, and write its pages, in memory.

    `hidden` names files that are kept out of the site; `directories` says whether each page of the owner's will be the
    index of a folder of its own, which matters only where it stands in the way; `ledger` is what was published before.
    """
    folder = look_into(root, options, hidden)
    collection, reread = _read(folder, options, progress, ledger, means)
    return _bound(collection, folder, options, reread, directories=directories)


def site_of(
    collection: Collection, root: Path, options: Options, hidden: Hidden = nothing_hidden, *, directories: bool = False
) -> Site:
    """What a folder becomes of which the collection is known; see `read_site`."""
    return _bound(collection, look_into(root, options, hidden), options, None, directories=directories)


def _bound(
    collection: Collection, folder: Folder, options: Options, reread: Reread | None, *, directories: bool
) -> Site:
    """A collection with its pages."""
    return Site(collection, tuple(pages(collection, options, folder.pages, directories=directories)), reread)


def read_collection(
    root: Path,
    options: Options,
    progress: Progress | None = None,
    *,
    hidden: Hidden = nothing_hidden,
    ledger: Ledger = _NEW,
    means: Means = _BY_ITSELF,
) -> Collection:
    """
    Read all articles of a folder, or of a container, into their collection.

    A file that gives no article is a finding.  Raises `BroadsheetError` where there is no such folder.
    """
    return _read(look_into(root, options, hidden), options, progress, ledger, means)[0]


def _known(article: Article) -> Metadata:
    """What is known of an article, whatever lines it stands on."""
    return replace(article.metadata, evidence=())


@collector_at_rest()
def _read(
    folder: Folder, options: Options, progress: Progress | None, ledger: Ledger, means: Means
) -> tuple[Collection, Reread]:
    root, paths, articles = folder.root, folder.articles, list[Article]()
    word, seen = read_word(root, paths, options), surveyed(root, paths, options, means.store)
    findings = [*folder.findings, *word.findings, *([] if paths else [Finding("", 0, 0, "no-articles")])]
    looks = Looks(means.store, root, options, word, seen) if means.store else None
    done = 0

    def take(batches: Iterable[Sequence[Recalled]]) -> None:
        nonlocal done
        for batch in batches:
            done += len(batch)
            for result in [found.result for found in batch]:
                (findings if isinstance(result, Finding) else articles).append(result)  # type: ignore[arg-type]
            if means.store:
                means.store.use(found.key for found in batch if found.key)
                means.store.keep({found.key: found.data for found in batch if found.key and found.fresh})
            if progress:
                progress(done, max(done, len(paths)))

    take(chain([()], looks.recalled(paths) if looks else ()))
    same = {article.path for article in articles}
    left = [path for path in paths if path not in same]
    with executor_for(_expected(root, left) // _BATCH, means.cluster if left else None) as executor:
        tasks = _tasks(root, left, options, word, seen)
        take(in_order(executor, partial(read_batch, means.store), tasks, _AHEAD))
    if looks:
        looks.note(articles)
    beside = apart if len(articles) > _FEW else here
    collection = collect(
        articles,
        findings,
        folder.pages,
        options,
        ledger,
        topics=word.topics,
        authors=word.authors,
        apart=beside,
        store=means.store,
        placed=means.placed,
        complete=means.complete,
    )
    if means.store:
        means.store.end()

    def reread(path: str) -> Article | Finding:
        item = Item(path)
        asked = Asked(item, word.of(root, item, options.fields), seen.of(path))
        return read_items(root, [asked], options, word.topics.sought)[0]

    return collection, reread


def _tasks(
    root: Path, paths: Sequence[str], options: Options, word: Word, seen: Survey
) -> Iterator[tuple[Path, list[Item | Finding], Options, Word, Survey]]:
    """Batches of what is to be read, each with the word on it; small enough that few of them fill no memory."""
    batch: list[Item | Finding] = []
    size = 0
    for item in items(root, paths, options):
        batch.append(item)
        size += len(item.data or b"") if isinstance(item, Item) else 0
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield root, batch, options, _part(word, batch), seen
            batch, size = [], 0
    if batch:
        yield root, batch, options, _part(word, batch), seen


def _part(word: Word, batch: Sequence[Item | Finding]) -> Word:
    return word.part([item.path for item in batch if isinstance(item, Item)])


def _expected(root: Path, paths: Sequence[str]) -> int:
    """About how many articles there are: of a container, by its size."""
    contained = sum(_size(root / path) for path in paths if is_container(path))
    return len(paths) + contained // _ARTICLE_BYTES


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
