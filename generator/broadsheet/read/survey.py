"""The survey: which lines stand in many articles of one source, before any of them is read."""

from __future__ import annotations

import codecs
import hashlib
import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.model import Item, Repeated
from broadsheet.model.repeated import key_of
from broadsheet.options import Options
from broadsheet.read.container import items

_SAMPLE = 1000
"""Articles of one source that are looked at: what stands in one of fifty stands in about 20 of these."""
_LEAST_ARTICLES, _LEAST_SHARE = 5, 0.02
"""A line in fewer of them is no habit of the source."""
_STEPS = (0.5, 0.2, 0.1, 0.05, 0)
"""Shares are told in steps, so that an article more or less does not change what is said of all others."""
_SIGNS = bytes(range(0x41))
"""All before the letters of ASCII."""
_ALL = ""
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


Sample = Mapping[str, Sequence[tuple[int, str, Item]]]
"""By source the articles that are looked at, each with what it was chosen by, and its path."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The lines that repeat, by source: a folder at the top of the collection, or a container there."""

    sources: Mapping[str, Repeated] = field(default_factory=dict)
    """Those of all articles together stand under the empty name."""

    def of(self, path: str) -> Repeated:
        """The lines that repeat in the source of an article, or in all of the collection."""
        return self.sources.get(_source_of(path)) or self.sources.get(_ALL) or Repeated()


def survey(root: Path, paths: Iterable[str], options: Options) -> Survey:
    """
    Look through a sample of each source for lines that repeat.

    The sample is chosen by the checksums of the paths, so that it hardly changes when an article is added. Lines are
    compared by their bytes: nothing needs to be decoded, and an article in another encoding has other lines.
    """
    return look_through(root, sample_of(root, paths, options), options) if options.boilerplate else Survey()


def sample_of(root: Path, paths: Iterable[str], options: Options) -> Sample:
    """Choose the articles of each source that are looked at."""
    samples: dict[str, list[tuple[int, str, Item]]] = {}
    for item in items(root, paths, options):
        if isinstance(item, Item):
            place = -int.from_bytes(hashlib.blake2b(item.path.encode("utf-8", "replace"), digest_size=7).digest())
            for source in {_ALL, _source_of(item.path)}:
                _keep(samples.setdefault(source, []), (place, item.path, item))
    return samples


def look_through(root: Path, samples: Sample, options: Options) -> Survey:
    """Look through a sample of each source."""
    lines: dict[str, frozenset[bytes]] = {}
    for sample in samples.values():
        for _, path, item in sample:
            if len(sample) >= _LEAST_ARTICLES and path not in lines:
                lines[path] = _lines(root, item, options)
    everywhere = _shares([lines[path] for _, path, _ in samples.get(_ALL, []) if path in lines])
    found = {_ALL: everywhere}
    for source, sample in samples.items():
        here = _shares([lines[path] for _, path, _ in sample if path in lines])
        found[source] = {line: max(share, here.get(line, 0)) for line, share in (everywhere | here).items()}
    return Survey({source: Repeated(shares) for source, shares in sorted(found.items()) if shares})


def _source_of(path: str) -> str:
    """The folder at the top, or the container; the articles at the top itself are one source."""
    first, inside, _ = path.partition("/")
    return f"{first}/" if inside else "./"


def _keep(sample: list[tuple[int, str, Item]], entry: tuple[int, str, Item]) -> None:
    if len(sample) < _SAMPLE:
        heapq.heappush(sample, entry)
    elif entry[0] >= sample[0][0] and entry[:2] > sample[0][:2]:
        heapq.heapreplace(sample, entry)


def _shares(articles: list[frozenset[bytes]]) -> dict[bytes, float]:
    counts = Counter(line for lines in articles for line in lines)
    least = max(_LEAST_ARTICLES, _LEAST_SHARE * len(articles))
    return {line: _step(count / len(articles)) for line, count in counts.items() if count >= least}


def _step(share: float) -> float:
    """The step at or below a share; below the lowest of them, the least share that counts."""
    return max(_LEAST_SHARE, next(step for step in _STEPS if share >= step))


def _lines(root: Path, item: Item, options: Options) -> frozenset[bytes]:
    """The lines of an article that hold more than signs; none of one that cannot be read."""
    data = item.data
    if data is None:
        try:
            with open(f"{root}/{item.path}", "rb") as file:  # noqa: PTH123
                data = file.read(int(options.max_megabytes * 1_000_000))
        except (OSError, UnicodeError):
            return frozenset()
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            data = data.decode(encoding, "replace").encode("utf-8", "replace")
    return frozenset(key for key in map(key_of, set(data.splitlines())) if key.strip(_SIGNS))
