"""A folder of articles to a collection, on all cores, and to its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
from broadsheet.owner import read_word
from broadsheet.pipeline.asked import Asked
from broadsheet.pipeline.progress import Progress
from broadsheet.pipeline.reading import Reading
from broadsheet.pipeline.recall import Recalled
from broadsheet.pipeline.second import Second, load
from broadsheet.pipeline.surveyed import surveyed
from broadsheet.pipeline.twin import apart
from broadsheet.read import look_into
from broadsheet.read.folder import Folder, Hidden, nothing_hidden
from broadsheet.write import pages

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
    meanwhile: Callable[[], None] | None = None
    """What can be done while another process is waited for."""
    second: Second | None = None
    """A process that loads what it needs, if an earlier build may have known most of it."""


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
    root, paths, articles, store = folder.root, folder.articles, list[Article](), means.store
    word, seen = read_word(root, paths, options), surveyed(root, paths, options, store)
    findings = [*folder.findings, *word.findings, *([] if paths else [Finding("", 0, 0, "no-articles")])]
    reading = Reading.of(root, paths, options, word, seen, store)
    second = means.second if reading.is_soon_done and means.cluster is None else None
    if means.second and not second:
        means.second.end()
    read = second.begin(reading) if second else None
    done, there = 0, set[bytes]()

    def take(batches: Iterable[Sequence[Recalled]]) -> None:
        nonlocal done
        for batch in batches:
            done += len(batch)
            for result in [found.result for found in batch]:
                (findings if isinstance(result, Finding) else articles).append(result)  # type: ignore[arg-type]
            there.update(found.key for found in batch if found.key)
            if store:
                store.keep({found.key: found.data for found in batch if found.key and found.fresh})
            if progress:
                progress(done, max(done, len(paths)))

    take(chain([()], reading.recalled()))
    if not second:
        load()  # before this process is copied, to read and to compare articles
    left = reading.left_by(there)
    already = read() if read else None
    take([already.found] if already and already.paths == left else reading.read(left, means.cluster))
    remembered = None
    if second and already and already.remembers:
        remembered = partial(second.knowledge, {article.path for article in articles}, means.meanwhile)
    elif second:
        second.end()
    if store:
        store.use(there)
    reading.note(articles)
    collection = collect(
        articles,
        findings,
        folder.pages,
        options,
        ledger,
        topics=word.topics,
        authors=word.authors,
        apart=apart if len(articles) > _FEW else here,
        store=store,
        placed=means.placed,
        complete=means.complete,
        remembered=remembered,
    )
    if store:
        store.end()

    def reread(path: str) -> Article | Finding:
        from broadsheet.pipeline.batch import read_items  # with all that reading needs

        item = Item(path)
        asked = Asked(item, word.of(root, item, options.fields), seen.of(path))
        return read_items(root, [asked], options, word.topics.sought)[0]

    return collection, reread
