"""Indexing beside the other work on a site; of many articles, it begins before their topics are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from broadsheet.cache import Print
from broadsheet.collect import here
from broadsheet.finish.search.index import Index, Made
from broadsheet.model import Article, Entry
from broadsheet.pipeline import Second
from broadsheet.pipeline.executor import has_others
from broadsheet.pipeline.twin import Post, Twin, apart

_FEW = 500
"""Up to so many articles, another process costs more than it saves."""

Prints = dict[str, Print]


class Indexing:
    """
    The indexing of one site; all of its files go where nothing else has any.

    Its parts are called in their order, with the same articles; the first two may be left out.
    """

    def __init__(self, index: Index | None, second: Second | None = None) -> None:
        """Without an index, nothing is done: the site cannot be searched; `second` may have all articles already."""
        self._index, self._second = index, second
        if index and second:
            second.do(_load)
        self._ahead: Twin[Made] | None = None
        self._made: Callable[[], Made] | None = None
        self._written: Callable[[], Prints] | None = None

    def begin(self, entries: Sequence[Entry]) -> None:
        """Look up the words of the texts, which needs no topics, if another process can, and no cluster does it."""
        if self._index and self._index.cluster is None and len(entries) > _FEW and has_others():
            self._index.load()
            self._ahead = Twin(partial(_ahead, self._index, entries))

    def go_on(self, entries: Sequence[Entry]) -> None:
        """Index the articles, now that their topics are known, if that was begun; else begin to write it all."""
        if self._ahead:
            self._ahead.send([entry.topics for entry in entries])
            self._made = self._ahead.result
        else:
            self.write_beside(entries)

    def write(self, entries: Sequence[Entry]) -> None:
        """Begin to write the index, if that is not under way."""
        if self._index and self._written is None:
            work = partial(self._index.write_made, self._made()) if self._made else partial(self._index.write, entries)
            self._written = (apart if len(entries) > _FEW else here)(work)

    def write_beside(self, entries: Sequence[Entry]) -> None:
        """The same, if another process can, and no cluster does it; in this one, other work goes first."""
        if self._index is None or self._index.cluster is not None or self._written:
            return
        if self._second and self._second.is_there:
            said = [(entry.permalink, entry.authors) for entry in entries]
            self._written = self._second.do(_write, self._index.alone, said)
        elif has_others():
            self.write(entries)

    def prints(self) -> Prints:
        """Wait until it is written; what was printed."""
        written, self._written, self._ahead, self._made = self._written, None, None, None
        prints = written() if written else {}
        if written and self._second:
            self._second.let_go()
        return prints

    def end(self) -> None:
        """End it, whatever it is at; where it writes, when it is done."""
        if self._ahead:
            self._ahead.kill()
        with suppress(Exception):  # something else was wrong before
            self.prints()


def _load(*_: object) -> None:
    Index.load()


def _write(
    articles: Sequence[Article],
    topics: Mapping[str, tuple[str, ...]],
    index: Index,
    said: Sequence[tuple[str, tuple[str, ...]]],
) -> Prints:
    """Write the index, of articles of which permalinks and authors are said."""
    known = zip(articles, said, strict=True)
    return index.write(
        [Entry(article, permalink, names, topics[article.path]) for article, (permalink, names) in known]
    )


def _ahead(index: Index, entries: Sequence[Entry], post: Post) -> Made:
    index.begin(entries)
    return index.shards([replace(entry, topics=some) for entry, some in zip(entries, post.receive(), strict=True)])
