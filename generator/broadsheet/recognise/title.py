"""The headline: marked, underlined, or simply the first line."""

from __future__ import annotations

import re
from itertools import pairwise

from broadsheet.inline import parse, plain
from broadsheet.model import Kind
from broadsheet.recognise.byline import byline_candidates
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.date import date_candidates

MARKED = re.compile(r"#(?!#)\s+(?!\d+\s+in\b)(?P<text>\S.*?)(?:\s+#+)?")
"""A line marked as the first heading of Markdown."""
UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}|\*{3,}")
_LONGEST = 250
_EXACT = 0.8
"""Only a day counts as a date above a headline; a year or a month may be the headline."""
_HEADLINE = 120
_PROSE = 55
_WRAPPED = 40
"""A first line at least as long as this may go on in the next one."""


def title_candidates(lines: list[Line]) -> list[Candidate]:
    """The headline of a head, by the lines at its top."""
    return [found for rule in (_marked, _underlined, _first_line) if (found := rule(lines))]


def _marked(lines: list[Line]) -> Candidate | None:
    """A marked line. Left alone: one below text, which heads a section."""
    above = _above(lines)
    for line in lines[: above + 1]:
        if match := MARKED.fullmatch(line.text):
            return _candidate(match["text"], line, line, "title-marked", 0.95)
    return None


def _underlined(lines: list[Line]) -> Candidate | None:
    for line, under in pairwise(lines[: _above(lines) + 2]):
        near = under.number == line.number + 1 and abs(len(under.text) - len(line.text)) <= max(3, len(line.text) // 2)
        text = not UNDERLINE.fullmatch(line.text) and len(line.text) <= _LONGEST
        if near and text and UNDERLINE.fullmatch(under.text):
            return _candidate(line.text, line, under, "title-underlined", 0.95)
    return None


def _first_line(lines: list[Line]) -> Candidate | None:
    """The first line that is neither a date nor a byline. Left alone: a first line that is a paragraph."""
    above = _above(lines)
    if above >= len(lines):
        return None
    line, following = lines[above], lines[above + 1 : above + 4]
    if len(line.text) > _LONGEST or _is_prose(line, following):
        return None
    joined = _going_on(line, following)
    if joined == 0:
        return _candidate(line.text, line, line, "title-first-line", 0.7)
    if joined == 1:
        return _candidate(f"{line.text} {following[0].text}", line, following[0], "title-two-lines", 0.6)
    return None


def _above(lines: list[Line]) -> int:
    """
    How many lines stand above a headline: rules, a full date, a byline that a short line follows.

    A headline may begin with "By" or "Von", too; then text, a byline or a date follows it.
    """
    dates = {c.first for c in date_candidates(lines[:3]) if c.weight > _EXACT or c.rule.endswith("-updated")}
    bylines = {c.first for c in byline_candidates(lines[:3]) if c.rule in ("byline-by", "byline-desk")}
    for at, line in enumerate(lines[:3]):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if not any(c.isalnum() for c in line.text) or (after and line.number in dates):
            continue
        headed = after and len(after.text) <= _HEADLINE and after.number not in dates | bylines
        if line.number in bylines and headed:
            continue
        return at
    return 3


def _is_prose(line: Line, following: list[Line]) -> bool:
    """
    Whether a first line is a paragraph, or the first of one.

    Another line follows it without a gap, and it is a sentence; or two more do, and it is as long as they are.
    """
    near = [after for n, after in enumerate(following[:2], 1) if after.number == line.number + n]
    if not near or any(c.first for c in (*date_candidates(near), *byline_candidates(near))):
        return False
    wrapped = len(near) == 2 and min(len(line.text), len(near[0].text)) >= _PROSE
    return wrapped or line.text.endswith(".")


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
