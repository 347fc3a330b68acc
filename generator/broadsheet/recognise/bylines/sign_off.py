"""Agencies that sign a report: in its byline, in its last line, or in brackets after its last sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.layout.sentence import ends_sentence
from broadsheet.model import Kind
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.lexicon.agencies import LONGEST, agencies_in
from broadsheet.recognise.spans import last_filled

_CLOSING = re.compile(r"[(\[](?P<in>[^()\[\]]{2,40})[)\]]\W*$")
_DAY = re.compile(r",?\s*\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$")
_WITH = re.compile(r"(?:avec|with|mit|con|com|met|med)\s+", re.IGNORECASE)
_TAIL = 120
_LAST = 4
"""Lines from the end, the last of which may be an agency's: rights and addresses may stand below it."""


def agency_candidates(byline: Candidate | None, lines: Sequence[str]) -> list[Candidate]:
    """
    The agencies that a report names as its sender; `byline` is that of its authors, if it has one.

    An agency stands among the authors where the byline has it, since it is printed as one.  Left alone: an agency that
    a sentence names, as in "the Press Association (PA)."
    """
    found = []
    if byline and isinstance(byline.value, tuple):
        named = tuple(name for author in byline.value for name in agencies_in(author))
        if named:
            found.append(_candidate(named, byline.first, "agency-in-byline"))
    for number in last_filled(lines, _LAST):
        line = lines[number - 1].strip()
        if len(line) <= LONGEST and (named := agencies_in(_bare(line.strip("()[]-–—_*. ")))):
            found.append(_candidate(named, number, "agency-sign-off"))
        elif named := _in_brackets(line[-_TAIL:]):
            found.append(_candidate(named, number, "agency-after-text"))
    return found


def _bare(text: str) -> str:
    """An agency without "with" before it: a paper has added to what it sent."""
    return _WITH.sub("", text, count=1) if _WITH.match(text) else text


def _in_brackets(tail: str) -> tuple[str, ...]:
    """The agencies in the brackets that stand at the end of a line, after a sentence."""
    end = _CLOSING.search(tail) if "(" in tail or "[" in tail else None
    return agencies_in(_bare(_DAY.sub("", end["in"]))) if end and ends_sentence(tail[: end.start()]) else ()


def _candidate(named: tuple[str, ...], number: int, rule: str) -> Candidate:
    return Candidate("agencies", tuple(dict.fromkeys(named)), number, number, rule, 0.75, Kind.PARAGRAPH)
