"""How the files of articles looked when they were read: what looks the same is not opened again."""

from __future__ import annotations

import hashlib
import os
import pickle
import time
from collections.abc import Sequence
from pathlib import Path

from broadsheet.cache import GRAIN, Look, Store, look_at
from broadsheet.model import Article, Item
from broadsheet.options import Options
from broadsheet.owner import Word
from broadsheet.pipeline.recall import Keys
from broadsheet.read import Survey, is_container
from broadsheet.recognise.header.stated import NOTHING


class Looks:
    """
    How the files of one folder look, and how they looked when their articles got the keys that they have.

    An article is the same if its file looks the same (size, times, place on the disk), and if the same is stated of it;
    all others are looked for by their bytes.  A file that is younger than the grain of the clock is not noted.
    """

    def __init__(self, store: Store, root: Path, options: Options, word: Word, seen: Survey) -> None:
        """`seen` are the lines that articles share; what is said of one may be said of all."""
        self._store, self._root, self._fields, self._word = store, root, options.fields, word
        shared = sorted((source, sorted(lines.shares.items())) for source, lines in seen.sources.items())
        known = hashlib.blake2b(Keys(options, word.topics.sought).common, digest_size=20)
        known.update(repr((os.fspath(root), shared)).encode("utf-8", "surrogatepass"))
        self._key, self._begun = known.digest(), time.time_ns()
        [kept] = store.get([self._key])
        self._then: dict[str, tuple[Look, bytes, bytes]] = pickle.loads(kept) if kept else {}
        self._now: dict[str, tuple[Look, bytes]] = {}

    def same(self, paths: Sequence[str]) -> dict[str, bytes]:
        """The key of each article that is the same, by its path."""
        found: dict[str, bytes] = {}
        for path in paths:
            if not is_container(path) and (now := self._look(path)):
                self._now[path] = now
                then = self._then.get(path)
                if then and then[:2] == now:
                    found[path] = then[2]
        return found

    def note(self, articles: Sequence[Article]) -> None:
        """Note how the files of these articles looked before they were read."""
        noted = {
            article.path: (*self._now[article.path], article.key)
            for article in articles
            if article.key and article.path in self._now and not article.contained
        }
        old_enough = self._begun - GRAIN
        noted = {path: seen for path, seen in noted.items() if max(seen[0][1:3]) < old_enough}
        self._store.keep({self._key: pickle.dumps(noted, 5)} if noted != self._then else {})
        self._store.use([self._key])

    def _look(self, path: str) -> tuple[Look, bytes] | None:
        stated = self._word.of(self._root, Item(path), self._fields)
        said = (
            b""
            if stated is NOTHING or stated == NOTHING
            else hashlib.blake2b(repr(stated).encode("utf-8", "surrogatepass")).digest()
        )
        try:
            return look_at(os.stat(f"{self._root}/{path}")), said  # noqa: PTH116
        except (OSError, ValueError):
            return None
