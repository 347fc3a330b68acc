"""Shards as files, for the next build."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from broadsheet.finish.search.cards import Cards
from broadsheet.finish.search.shard import Shard, numbers


def save(shard: Shard, cards: Cards, file: Path) -> None:
    """Keep a shard with the names of its cards; whole, or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    with new.open("wb") as stream:
        np.savez(
            stream,
            articles=shard.articles,
            forms=_bytes(shard.forms),
            families=_bytes(shard.families),
            docs=_bytes(shard.docs),
            impacts=_bytes(shard.impacts),
            places=_bytes(shard.places),
            cards=_bytes(json.dumps(cards)),
            numbers=np.array(
                [shard.counts, shard.firsts, shard.lasts, shard.docs_ends, shard.places_ends], dtype=np.uint32
            ),
        )
    new.replace(file)


def load(file: Path) -> tuple[Shard, Cards] | None:
    """Give a shard that was kept; ``None`` where there is none, or the file is damaged."""
    try:
        with file.open("rb") as stream, np.load(stream) as kept:
            columns = [numbers(column) for column in kept["numbers"]]
            forms, families = (kept[name].tobytes().decode("utf-8") for name in ("forms", "families"))
            docs, impacts, places = (kept[name].tobytes() for name in ("docs", "impacts", "places"))
            articles, cards = int(kept["articles"]), json.loads(kept["cards"].tobytes())
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    counts, firsts, lasts, docs_ends, places_ends = columns
    shard = Shard(articles, forms, families, counts, firsts, lasts, docs, docs_ends, impacts, places, places_ends)
    return shard, [(name, number) for name, number in cards]


def _bytes(content: bytes | str) -> NDArray[np.uint8]:
    data = content.encode("utf-8") if isinstance(content, str) else content
    return np.frombuffer(data, dtype=np.uint8)
