"""The first line of an article and those below it: whether it is text, and how far its sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.layout.shape import Shape
from broadsheet.recognise.bylines.byline import byline_candidates
from broadsheet.recognise.bylines.names import is_organisation
from broadsheet.recognise.candidate import Line
from broadsheet.recognise.dates.date import date_candidates

_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_a-zß-ÿ][^.!?]{12,}\.$")
"""The end of a line of two sentences, of which the second is no exclamation of a few words."""
_SOURCE = re.compile(r"[^\s.]+[./;]\S+")
"""A line that names where a text is from by an address or by signs: "example.org", "dpa/hob;kl"."""
_PROSE = 55
_LINE = 160
"""Nobody wraps to longer lines."""
WRAPPED = 40
"""A first line at least as long as this may go on in the next one."""


def is_prose(line: Line, following: list[Line], shape: Shape) -> bool:
    """
    Whether a first line is a paragraph, or the first of one.

    It is two sentences; or another line follows it without a gap, and it is a sentence; or two more do, and it is as
    long as they are.  Where each line of the file is a paragraph, a headline is one without a full stop.
    """
    if line.text.endswith(".") and _SENTENCES.search(line.text):
        return True
    near = [after for n, after in enumerate(following[:2], 1) if after.number == line.number + n]
    numbers = [after.number for after in near]
    if not near or not all(held.isdisjoint(numbers) for held in _held(following)):
        return False
    lines = not shape.width and any(len(after.text) > _LINE for after in following)
    wrapped = len(near) == 2 and min(len(line.text), len(near[0].text)) >= _PROSE and not lines
    return wrapped or line.text.endswith(".")


def going_on(line: Line, following: list[Line]) -> int:
    """
    How many of the next lines the sentence of a line runs into without a gap.

    A byline, a source or a date ends it; a line right before a date is the byline, whatever its form.
    """
    if not following or not _may_go_on(line, following[0]):
        return 0
    dates = {c.first for c in date_candidates(following)}
    held = held_by(following)
    count, last = 0, line
    for after in following:
        if not _may_go_on(last, after):
            break
        if after.number in held or after.number + 1 in dates or is_organisation(after.text) or "@" in after.text:
            return count
        count, last = count + 1, after
    return count


def _may_go_on(line: Line, after: Line) -> bool:
    """Whether a line is long enough, and the next, without a gap, begins with a small letter."""
    return after.number == line.number + 1 and len(line.text) >= WRAPPED and after.text[:1].islower()


def held_by(lines: list[Line]) -> set[int]:
    """The lines that are a date, a byline or a source."""
    return set[int]().union(*_held(lines))


def _held(lines: list[Line]) -> Iterator[set[int]]:
    """The same by sort, the one that is soon found first."""
    yield {line.number for line in lines if " " not in line.text and _SOURCE.fullmatch(line.text)}
    yield {c.first for c in date_candidates(lines)}
    yield {c.first for c in byline_candidates(lines)}
