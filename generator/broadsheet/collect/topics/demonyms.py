"""English adjectives of places, counted for the place."""

from __future__ import annotations

from collections.abc import Mapping

from broadsheet.collect.topics.keys import key_of
from broadsheet.collect.topics.roles import ADJECTIVES, place_of


def english_place(key: str, known: Mapping[str, int]) -> str | None:
    """The place for which an English adjective counts; empty where the collection does not name it."""
    first, _, last = key.rpartition(" ")
    if not last.endswith(ADJECTIVES):
        return None
    if (place := place_of(last) or place_of(last.removesuffix("s"))) is None:
        return None
    whole = f"{first} {key_of(place)}".strip()
    if first:
        return f"{first.title()} {place}" if known[whole] else None
    return place if known[whole] else ""
