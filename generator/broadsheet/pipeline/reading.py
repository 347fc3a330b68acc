"""The articles of a folder: those whose files look as they did come from the store, the others are read."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from broadsheet.cache import Store
from broadsheet.errors import Finding
from broadsheet.model import Article, Item
from broadsheet.options import Options
from broadsheet.owner import Word
from broadsheet.pipeline.ahead import in_order
from broadsheet.pipeline.executor import executor_for
from broadsheet.pipeline.looks import Looks
from broadsheet.pipeline.recall import Recalled
from broadsheet.read import Survey, is_container, items

_BATCH = 64
"""Files of one task: enough that sending them costs little."""
_BATCH_BYTES = 4_000_000
"""Bytes of containers in one task."""
_AT_ONCE = 500
"""Articles that the store is asked for together."""
_AHEAD = 16
"""Tasks that are sent out before their turn."""
_ARTICLE_BYTES = 4000
"""Of an article in a container, on average."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading the articles of a folder depends on."""

    root: Path
    paths: Sequence[str]
    options: Options
    word: Word
    """What the owner says of them."""
    seen: Survey
    """The lines that they share."""
    store: Store | None
    looks: Looks | None
    """How their files look, if there is a store."""
    same: Mapping[str, bytes]
    """The keys of those that look as they did, by their paths."""

    @classmethod
    def of(
        cls, root: Path, paths: Sequence[str], options: Options, word: Word, seen: Survey, store: Store | None
    ) -> Reading:
        """Look at the files of some articles."""
        looks = Looks(store, root, options, word, seen) if store else None
        return cls(root, paths, options, word, seen, store, looks, looks.same(paths) if looks else {})

    @property
    def is_soon_done(self) -> bool:
        """Whether all but a few articles look as they did."""
        return _expected(self.root, [path for path in self.paths if path not in self.same]) <= _BATCH

    def recalled(self) -> Iterator[Sequence[Recalled]]:
        """Those that look as they did, some at a time, as far as the store still has them."""
        keys = list(self.same.values())
        for first in range(0, len(keys) if self.store else 0, _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            kept = zip(some, self.store.get(some) if self.store else (), strict=True)
            yield [Recalled(key, data, fresh=False) for key, data in kept if data]

    def left_by(self, recalled: Container[bytes]) -> list[str]:
        """The paths of the articles that have none of the keys of those that were recalled."""
        return [path for path in self.paths if path not in self.same or self.same[path] not in recalled]

    def read(self, paths: Sequence[str], cluster: str | None = None) -> Iterator[Sequence[Recalled]]:
        """Read some articles, on a cluster if its address is given."""
        from broadsheet.pipeline.batch import read_batch  # with all that reading needs; some builds need none of it

        with executor_for(_expected(self.root, paths) // _BATCH, cluster if paths else None) as executor:
            yield from in_order(executor, partial(read_batch, self.store), self._tasks(paths), _AHEAD)

    def note(self, articles: Sequence[Article]) -> None:
        """Note how the files of these articles look."""
        if self.looks:
            self.looks.note(articles)

    def _tasks(self, paths: Sequence[str]) -> Iterator[tuple[Path, list[Item | Finding], Options, Word, Survey]]:
        """Batches of what is to be read, each with the word on it; small enough that few of them fill no memory."""
        batch: list[Item | Finding] = []
        size = 0
        for item in items(self.root, paths, self.options):
            batch.append(item)
            size += len(item.data or b"") if isinstance(item, Item) else 0
            if len(batch) == _BATCH or size > _BATCH_BYTES:
                yield self.root, batch, self.options, _part(self.word, batch), self.seen
                batch, size = [], 0
        if batch:
            yield self.root, batch, self.options, _part(self.word, batch), self.seen


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
