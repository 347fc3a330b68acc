"""Adds the cards to a site: those that the last site has are taken from it, the others drawn."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from broadsheet.cache import Print
from broadsheet.finish.cards.card import Card
from broadsheet.finish.cards.drawing import drawn
from broadsheet.finish.edition import Edition
from broadsheet.pipeline.ahead import in_order
from broadsheet.pipeline.executor import executor_for

_BATCH = 32
"""Cards of one task."""


def add_cards(edition: Edition) -> None:
    """Put the picture of each card where the heads of the pages say that it is."""
    if edition.cards is None:
        return
    new = []
    for card in edition.cards:
        taken = edition.last and edition.last.take(card.place, card.place, str(edition.folder / card.place))
        if taken:
            edition.prints[card.place] = taken
        else:
            new.append(card)
    tasks = [(new[start : start + _BATCH], edition.folder) for start in range(0, len(new), _BATCH)]
    with executor_for(len(tasks)) as executor:
        for batch in in_order(executor, _draw, tasks, len(tasks)):
            edition.prints.update(batch)


def _draw(cards: Sequence[Card], folder: Path) -> dict[str, Print]:
    return {card.place: Print.written(card.place, str(folder / card.place), drawn(card)) for card in cards}
