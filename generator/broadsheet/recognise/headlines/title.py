"""The headline: marked, underlined, printed above the pages, or simply the first line."""

from __future__ import annotations

import re
from itertools import pairwise

from broadsheet.inline import hrefs, parse, plain
from broadsheet.layout.join import join_lines
from broadsheet.layout.marks import is_rule, marked_heading, underlines
from broadsheet.layout.sentence import begins_lower
from broadsheet.layout.shape import Shape
from broadsheet.model import Kind
from broadsheet.recognise.bylines.byline import byline_candidates
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.dates.date import date_candidates
from broadsheet.recognise.headlines.first_line import going_on, is_prose
from broadsheet.recognise.headlines.wrapped import MOST_LINES, end_of_wrapped, headline_block
from broadsheet.recognise.lexicon.sections import SECTIONS

_NUMBERED = re.compile(r"\d+\s+in\b")
"""What follows "# 1" in "# 1 in the charts"."""
_STARRED = re.compile(r"(?P<stars>\*{2,6})\s*(?P<text>[^*\s].*)")
_LONGEST = 250
_EXACT = 0.8
"""Only a day counts as a date above a headline; a year or a month may be the headline."""
_HEADLINE = 120


def title_candidates(lines: list[Line], shape: Shape, running_head: str = "") -> list[Candidate]:
    """
    The headline of a head, by the lines at its top.

    `running_head`: what is printed above every page, if anything.
    """
    above = _above(lines)
    rules = (_printed_above, _marked, _starred, _underlined, _first_line)
    return [found for rule in rules if (found := rule(lines, above, shape, running_head))]


def _printed_above(lines: list[Line], above: int, shape: Shape, running_head: str) -> Candidate | None:
    """The first lines that together are the running head of the pages, which may be cut off: "…"."""
    wanted, cut = _letters(running_head), running_head.endswith("…")
    joined = ""
    if not wanted:
        return None
    for at, line in enumerate(lines[above : above + MOST_LINES], above):
        joined += _letters(line.text)
        if joined == wanted or (cut and joined.startswith(wanted)):
            after = lines[at + 1] if cut and at + 1 < len(lines) else None
            last = after if after and after.number == line.number + 1 and begins_lower(after.text) else line
            return _joined(lines[above:], last, "title-running-head", 0.97)
        if not wanted.startswith(joined):
            return None
    return None


def _marked(lines: list[Line], above: int, shape: Shape, running_head: str) -> Candidate | None:
    """A marked line, with those that it was wrapped to. Left alone: one below text, which heads a section."""
    for at, line in enumerate(lines[: above + 1]):
        marked = marked_heading(line.text)
        if marked and marked[0] == 1 and not _NUMBERED.match(marked[1]):
            last = end_of_wrapped(lines[at:], shape)
            text = " ".join([marked[1], *(after.text for after in lines[at + 1 :] if after.number <= last.number)])
            return _candidate(text, line, last, "title-marked", 0.95)
    return None


def _starred(lines: list[Line], above: int, shape: Shape, running_head: str) -> Candidate | None:
    """A line between stars, or several of which the first begins and the last ends with them, as html2text writes."""
    for at, line in enumerate(lines[: above + 1]):
        match = _STARRED.fullmatch(line.text)
        if match is None:
            continue
        for end, last in enumerate(lines[at : at + MOST_LINES], at):
            if last.number != line.number + end - at:
                break
            if last.text.endswith(match["stars"]) and (end > at or len(line.text) > 2 * len(match["stars"])):
                return _joined(lines[at:], last, "title-starred", 0.95)
    return None


def _underlined(lines: list[Line], above: int, shape: Shape, running_head: str) -> Candidate | None:
    """A line with a rule right below it, and perhaps one right above."""
    for at, (line, under) in enumerate(pairwise(lines[: above + 2])):
        text = not is_rule(line.text) and len(line.text) <= _LONGEST
        if text and under.number == line.number + 1 and underlines(under.text, line.text):
            over = at > 0 and lines[at - 1].number == line.number - 1 and is_rule(lines[at - 1].text)
            return _candidate(line.text, lines[at - 1] if over else line, under, "title-underlined", 0.95)
    return None


def _first_line(lines: list[Line], above: int, shape: Shape, running_head: str) -> Candidate | None:
    """The first line that is neither a date nor a byline. Left alone: a first line that is a paragraph."""
    if above >= len(lines):
        return None
    line, following = lines[above], lines[above + 1 : above + 4]
    if len(line.text) > _LONGEST:
        return None
    block = headline_block(lines[above:], shape)
    if len(block) > 1:
        return _joined(block, block[-1], "title-wrapped", 0.65)
    if is_prose(line, following, shape):
        return None
    joined = going_on(line, following)
    if joined == 0:
        return _candidate(line.text, line, line, "title-first-line", 0.7)
    if joined == 1:
        return _joined([line, following[0]], following[0], "title-two-lines", 0.6)
    return None


def _above(lines: list[Line]) -> int:
    """
    How many lines stand above a headline: rules, a full date, a section, a byline that a short line follows.

    A headline may begin with "By" or "Von", too; then text, a byline or a date follows it.
    """
    first = lines[:3]
    dates = {c.first for c in date_candidates(first) if c.weight > _EXACT or c.rule.endswith("-updated")}
    for at, line in enumerate(first):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if not any(map(str.isalnum, line.text)) or (after and line.number in dates):
            continue
        if line.text.casefold() in SECTIONS and _is_headed([a for a in lines[at + 1 :] if a.number not in dates]):
            continue
        short = after and len(after.text) <= _HEADLINE and not after.text.endswith(".")
        if after and short and after.number not in dates:
            bylines = {c.first for c in byline_candidates(first) if c.rule in ("byline-by", "byline-desk")}
            if line.number in bylines and after.number not in bylines:
                continue
        return at
    return 3


def _is_headed(below: list[Line]) -> bool:
    """Whether lines begin with what may be a headline, with more below it."""
    return len(below) > 1 and len(below[0].text) <= _HEADLINE and not below[0].text.endswith(".")


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _joined(lines: list[Line], last: Line, rule: str, weight: float) -> Candidate:
    text = join_lines(line.text for line in lines if line.number <= last.number)
    return _candidate(text, lines[0], last, rule, weight)


def _candidate(text: str, first: Line, last: Line, rule: str, weight: float) -> Candidate:
    nodes = parse(text)
    bare = " ".join(plain(nodes).strip("*_ ").replace("\u00ad", "").split()) or text
    return Candidate(
        "title",
        bare,
        first.number,
        last.number,
        rule,
        weight,
        Kind.TITLE,
        text=text.strip("*_ ") or text,
        says_more=bool(hrefs(nodes)),
    )
