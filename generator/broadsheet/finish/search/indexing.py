"""Indexing beside the other work on a site; of many articles, it begins before their topics are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from broadsheet.cache import Print
from broadsheet.collect import here
from broadsheet.finish.search.index import Index
from broadsheet.model import Entry
from broadsheet.pipeline.executor import has_others
from broadsheet.pipeline.twin import Twin, apart

_FEW = 500
"""Up to so many articles, another process costs more than it saves."""

Prints = dict[str, Print]


class Indexing:
    """The indexing of one site; all of its files go where nothing else has any."""

    def __init__(self, index: Index | None) -> None:
        """Without an index, nothing is done: the site cannot be searched."""
        self._index = index
        self._ahead: _Ahead | None = None
        self._written: Callable[[], Prints] | None = None

    def begin(self, entries: Sequence[Entry]) -> None:
        """Do what needs no topics, if another process can, and no cluster does it."""
        if self._index and self._index.cluster is None and len(entries) > _FEW and has_others():
            self._ahead = _Ahead(self._index, entries)

    def begin_complete(self, entries: Sequence[Entry]) -> None:
        """Do all at once, on the same terms."""
        if self._index and self._index.cluster is None and has_others():
            self.go_on(entries)

    @property
    def has_begun(self) -> bool:
        """Whether it was begun before the topics were known."""
        return self._ahead is not None

    def go_on(self, entries: Sequence[Entry]) -> None:
        """Do all, now that the topics are known; it is in the order of the articles, as `begin` had them."""
        if self._written:
            return
        if self._ahead:
            self._written = self._ahead.go_on([entry.topics for entry in entries])
        elif self._index:
            self._written = (apart if len(entries) > _FEW else here)(partial(self._index.write, entries))

    def prints(self) -> Prints:
        """Wait until it is done; what was printed."""
        written, self._ahead, self._written = self._written, None, None
        return written() if written else {}

    def end(self) -> None:
        """End it, whatever it is at; where it writes, when it is done."""
        if self._ahead and not self._written:
            self._ahead.stop()
        with suppress(Exception):  # something else was wrong before
            self.prints()


class _Ahead:
    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        self._twin = Twin(partial(_step, index, entries))
        self._begun = self._twin.begin()

    def go_on(self, topics: Sequence[tuple[str, ...]]) -> Callable[[], Prints]:
        written = self._twin.begin(topics)

        def wait() -> Prints:
            with self._twin:
                self._begun()
                return written()

        return wait

    def stop(self) -> None:
        self._twin.kill()


def _step(index: Index, entries: Sequence[Entry], topics: Sequence[tuple[str, ...]] | None = None) -> Prints:
    if topics is None:
        index.begin(entries)
        return {}
    return index.write([replace(entry, topics=some) for entry, some in zip(entries, topics, strict=True)])
