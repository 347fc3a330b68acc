"""What is asked for: one article, with what is known of it before it is read."""

from __future__ import annotations

from typing import NamedTuple

from broadsheet.model import Item, Repeated
from broadsheet.model.repeated import NOT_SURVEYED
from broadsheet.recognise.header.stated import NOTHING, Stated


class Asked(NamedTuple):
    """What is to be read, and what is known of it beforehand."""

    item: Item
    stated: Stated = NOTHING
    """What its owner says elsewhere."""
    repeated: Repeated = NOT_SURVEYED
    """What it shares with the other articles of its source."""
