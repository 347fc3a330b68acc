"""The table of names from the CLDR that lies beside this module, as `lexicon/cldr.py` makes it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TypedDict

FILE = Path(__file__).with_name("cldr.json")


class Names(TypedDict):
    """The names of months and weekdays in the languages of one script, folded."""

    months: dict[str, list[int]]
    """Each with the months that it may mean, that of the language with more readers first."""
    weekdays: dict[str, list[int]]
    """Each with the days of the week that it may mean, Monday being 0; abbreviations too."""
    full: list[str]
    """Names of weekdays that are written out."""


class Table(TypedDict):
    """All names."""

    babel: str
    """The version of Babel that gave them."""
    calendar: dict[str, Names]
    """By script."""
    cities: dict[str, list[str]]
    """By script; those that time zones are named for."""
    countries: list[str]
    """Countries and continents, folded."""
    orders: dict[str, str | None]
    """Of the languages that are told from a text: which of day and month stands first in figures."""


@cache
def table() -> Table:
    """The table, loaded when it is first asked for."""
    found: Table = json.loads(FILE.read_bytes())
    return found


def calendar(script: str) -> Names:
    """The names of months and weekdays of a script; none of one that is not known."""
    return table()["calendar"].get(script, {"months": {}, "weekdays": {}, "full": []})
