"""The headline: marked, underlined, or simply the first line."""

from __future__ import annotations

import re
from itertools import pairwise

from broadsheet.inline import parse, plain
from broadsheet.model import Kind
from broadsheet.recognise.byline import byline_candidates
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.date import date_candidates

MARKED = re.compile(r"#(?!#)\s+(?!\d+\s+in\b)(?P<text>.*\S.*?)(?:\s+#+)?")
"""A line marked as the first heading of Markdown."""
UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}|\*{3,}")
_LONGEST = 250
_WRAPPED = 40
"""A first line at least as long as this may go on in the next one."""


def title_candidates(lines: list[Line]) -> list[Candidate]:
    """The headline of a head, by the lines at its top."""
    return [found for rule in (_marked, _underlined, _first_line) if (found := rule(lines))]


def _marked(lines: list[Line]) -> Candidate | None:
    for line in lines[:3]:
        if match := MARKED.fullmatch(line.text):
            return _candidate(match["text"], line, line, "title-marked", 0.95)
    return None


def _underlined(lines: list[Line]) -> Candidate | None:
    for line, under in pairwise(lines[:3]):
        near = under.number == line.number + 1 and abs(len(under.text) - len(line.text)) <= max(3, len(line.text) // 2)
        if (
            near
            and UNDERLINE.fullmatch(under.text)
            and not UNDERLINE.fullmatch(line.text)
            and len(line.text) <= _LONGEST
        ):
            return _candidate(line.text, line, under, "title-underlined", 0.95)
    return None


def _first_line(lines: list[Line]) -> Candidate | None:
    """The first line that is neither a date nor a byline. Left alone: a first line that is a paragraph."""
    other = {c.first for c in date_candidates(lines[:2])}
    other |= {c.first for c in byline_candidates(lines[:2]) if c.rule == "byline-by"}
    for at, line in enumerate(lines[:3]):
        if line.number in other and at + 1 < len(lines):
            continue
        if len(line.text) > _LONGEST or not any(c.isalnum() for c in line.text):
            return None
        following = lines[at + 1 : at + 4]
        joined = _going_on(line, following)
        if joined == 0:
            return _candidate(line.text, line, line, "title-first-line", 0.7)
        if joined == 1:
            return _candidate(f"{line.text} {following[0].text}", line, following[0], "title-two-lines", 0.6)
        return None
    return None


def _going_on(line: Line, following: list[Line]) -> int:
    """
    How many of the next lines the sentence of a line runs into without a gap.

    A byline or a date ends it; a line right before a date is the byline, whatever its form.
    """
    dates = {c.first for c in date_candidates(following)}
    held = dates | {c.first for c in byline_candidates(following)}
    count, last = 0, line
    for after in following:
        if after.number != last.number + 1 or len(last.text) < _WRAPPED or not after.text[:1].islower():
            break
        if after.number in held or after.number + 1 in dates:
            return count
        count, last = count + 1, after
    return count


def _candidate(text: str, first: Line, last: Line, rule: str, weight: float) -> Candidate:
    bare = " ".join(plain(parse(text)).strip("*_ ").split()) or text
    return Candidate("title", bare, first.number, last.number, rule, weight, Kind.TITLE, text=text)
