"""What names a byline may have, and what it is when it has been told from the lines around."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from broadsheet.model import Kind
from broadsheet.recognise.bylines.name_parts import ADDRESS
from broadsheet.recognise.bylines.names import PARTICLES, is_full_name, is_institution, is_name, is_organisation
from broadsheet.recognise.bylines.words import opening
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.dates.date import read_date
from broadsheet.recognise.lexicon.newspapers import is_newspaper

Common = Callable[[], Set[str]]
"""Gives the words that a text has in lower case."""

_WORDS_TOO = PARTICLES | frozenset(
    "mark will bill rob sue pat rose grace hope frank jack may art don dick drew chase hunter faith joy dean".split()
)
"""Names that are words too."""
MARKS = re.compile(r"\s?[;,]\s?")
"""Parts the marks of offices: "hn/kml;abc"."""


def stands_alone(name: str, common: Common) -> bool:
    """Whether a bare name is one without anything beside it that shows it."""
    words = {word.strip("'’.-").casefold() for word in name.split()}
    return is_organisation(name) or is_institution(name) or (is_full_name(name) and not words & common() - _WORDS_TOO)


def is_plausible(name: str) -> bool:
    """Whether a byline may have a name: that of a person, a desk, an agency or a paper."""
    return is_name(name) or is_institution(name) or is_publisher(name)


def is_publisher(name: str) -> bool:
    """Whether a name is that of an agency or a paper, which persons named elsewhere wrote for."""
    return is_organisation(name) or (is_newspaper(name) and is_name(name))


def is_dateline(line: Line) -> bool:
    """Whether a line is a date and nothing else."""
    dated = read_date(line.text) if line.numbered else None
    return dated is not None and not any(map(str.isalnum, dated.rest))


def byline(line: Line, names: tuple[str, ...], rule: str, weight: float) -> Candidate:
    """The candidate that a line with names is."""
    said = sum(map(str.isalnum, "".join(names)))
    bare = sum(map(str.isalnum, line.text[opening(line.text) :]))
    more = _says_more(line.text) or bare > said + 4 * len(names)
    last = line.last or line.number
    return Candidate("authors", names, line.number, last, rule, weight, Kind.BYLINE, says_more=more)


def _says_more(line: str) -> bool:
    """Whether a byline holds an address besides the names."""
    return ("@" in line or "<" in line) and ADDRESS.search(line) is not None
