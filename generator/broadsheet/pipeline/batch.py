"""A batch of items to their articles: those that were read before from the store, the others from their text."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from broadsheet.cache import Store
from broadsheet.collect.gathering import gather
from broadsheet.collector import collector_at_rest
from broadsheet.errors import Finding, UnreadableError
from broadsheet.model import Article, Item
from broadsheet.model.matter import Packed
from broadsheet.options import Options
from broadsheet.owner import Word
from broadsheet.pipeline.article import placed, read_articles
from broadsheet.pipeline.asked import Asked
from broadsheet.pipeline.recall import Keys, Recalled
from broadsheet.read import Survey
from broadsheet.read.source import bytes_of

_BYTES = 500_000
"""Of texts that are worked on together: their lines and blocks must not fill the memory."""


def read_batch(
    store: Store | None, root: Path, batch: Sequence[Item | Finding], options: Options, word: Word, seen: Survey
) -> list[Recalled]:
    """What the store has of each item, or what is read of it; a finding stays one."""
    keys = Keys(options, word.topics.sought) if store else None
    found: list[Recalled] = []
    for portion in _portions(root, batch, options):
        items = [item for item in portion if isinstance(item, Item)]
        asked = [Asked(item, word.of(root, item, options.fields), seen.of(item.path)) for item in items]
        read = iter(recalled(store, keys, root, asked, options, word.topics.sought))
        found += [next(read) if isinstance(item, Item) else _said(item) for item in portion]
    return found


def recalled(
    store: Store | None,
    keys: Keys | None,
    root: Path,
    asked: Sequence[Asked],
    options: Options,
    sought: tuple[str, ...],
) -> list[Recalled]:
    """Give what the store has of some articles, or read them."""
    known = [keys.of(one) if keys else None for one in asked]
    kept = store.get([key or b"" for key in known]) if store else [None] * len(asked)
    fresh = [one for one, data in zip(asked, kept, strict=True) if data is None]
    read = (pickle.dumps(found, 5) for found in read_items(root, fresh, options, sought))
    return [Recalled(key, data or next(read), fresh=not data) for key, data in zip(known, kept, strict=True)]


def _said(finding: Finding) -> Recalled:
    return Recalled(None, pickle.dumps(finding), fresh=True)


def _portions(root: Path, batch: Sequence[Item | Finding], options: Options) -> Iterator[list[Item | Finding]]:
    """The items, each with its bytes, some at a time."""
    portion: list[Item | Finding] = []
    size = 0
    for item in batch:
        whole = _whole(root, item, options) if isinstance(item, Item) else item
        portion.append(whole)
        size += len(whole.data or b"") if isinstance(whole, Item) else 0
        if size > _BYTES:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _whole(root: Path, item: Item, options: Options) -> Item:
    """An item with its bytes; without, where reading it has to say what is wrong with them."""
    if item.data is not None:
        return item
    try:
        return Item(item.path, data=bytes_of(root, item.path, options))  # only files of their own are without
    except UnreadableError:
        return item


@collector_at_rest()
def read_items(
    root: Path, asked: Sequence[Asked], options: Options, sought: Sequence[str] = ()
) -> list[Article | Finding]:
    """Articles as they are kept, with what the collection needs of their texts; or findings in their places."""
    read = read_articles(root, asked, options)
    articles = [found for found in read if isinstance(found, Article)]
    gathered = iter(gather(articles, sought))
    packed = iter([Packed.of(article.matter.laid_out) for article in articles])
    return [
        replace(
            found,
            matter=next(packed),
            findings=tuple(placed(finding, one.item) for finding in found.findings),
            gathered=next(gathered),
        )
        if isinstance(found, Article)
        else placed(found, one.item)
        for one, found in zip(asked, read, strict=True)
    ]
