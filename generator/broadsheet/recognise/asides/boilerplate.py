"""Boilerplate: what stands in many articles of one source, above the headline, under the text, or inside of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from broadsheet.layout.marks import is_rule
from broadsheet.layout.sentence import ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Source
from broadsheet.recognise.asides.notices import is_address, shows_address
from broadsheet.recognise.bylines.names import is_full_name, is_organisation
from broadsheet.recognise.bylines.words import opening
from broadsheet.recognise.dates.date import read_date
from broadsheet.recognise.spans import Span, spans_of

_INSIDE = 0.1
"""
The share of the articles that a sentence inside the text must stand in.

Above the headline and under the text the share of `Repeated` is enough: of 28,000 articles of agencies, offices and
papers, no sentence that was text stood in more than one of a hundred; single words did ("said.").
"""
_WORDS = 5
"""Shorter lines that repeat may be headings ("Background"), signatures and tables."""
_HEADLINE = 120
_MOST = 60
"""The share of an article's lines, in percent, that may be boilerplate; one with more is a copy of others."""


def above_headline(source: Source, start: int, over: Set[int], shares: Sequence[float]) -> tuple[Span, ...]:
    """
    The lines that repeat above the headline: the name of the site, its sections, its offers.

    `start` is the last line of the header, `over` the page furniture; `shares`: in which share of the other articles
    each line stands.  Left alone: lines above what is no headline, but text, byline or date, or has no text below,
    since the line that repeats may then be the name of a column.
    """
    found: list[int] = []
    for number, (line, share) in enumerate(zip(source.lines[start:], shares[start:], strict=True), start + 1):
        if number in over or not line.strip():
            continue
        if share:
            found.append(number)
            continue
        heads = found and _may_be_headline(line.strip()) and any(map(str.strip, source.lines[number:]))
        return spans_of(found, source.lines) if heads else ()
    return ()


def _may_be_headline(line: str) -> bool:
    if len(line) > _HEADLINE or (ends_sentence(line) and not line.endswith(("?", "!"))):
        return False
    return not (is_rule(line) or read_date(line) or _is_signature(line))


def _is_signature(line: str) -> bool:
    return opening(line) > 0 or is_full_name(line) or is_organisation(line)


def boilerplate(source: Source, shape: Shape, taken: Set[int], shares: Sequence[float]) -> tuple[Span, ...]:
    """
    The paragraphs of which every line repeats: at the end, and sentences inside of the text.

    `taken`: the lines that are spoken for; `shares` as above.  Left alone: the first line, short lines inside of the
    text, or alone at its end (headings, signatures), lines that a colon ends, and an article of which most lines
    repeat.
    """
    units = list(_units(source.lines, shares, shape, taken))
    text = [" ".join(line.strip() for line in source.lines[first - 1 : last]) for first, last in units]
    shared = [min(shares[first - 1 : last]) for first, last in units]
    foot = len(units)
    while foot and shared[foot - 1]:
        foot -= 1
    while foot < len(units) and _is_signature(text[foot]):
        foot += 1
    inside = [at for at in range(1, foot) if shared[at] >= _INSIDE and _is_sentence(text[at])]
    below = range(foot, len(units)) if any(map(_says_something, text[foot:])) else ()
    found = [units[at] for at in (*inside, *below)]
    few = 100 * _length(found) <= _MOST * _length(units)
    return tuple(found) if few else ()


def _units(lines: Sequence[str], shares: Sequence[float], shape: Shape, taken: Set[int]) -> Iterator[Span]:
    """
    What may be a paragraph: lines between empty ones; where lines are not broken to a width, each line.

    Where they are, a sentence's end parts lines that repeat from those that do not.
    """
    first = 0
    for number, line in enumerate([*lines, ""], 1):
        filled = bool(line.strip()) and number not in taken
        if first and (not filled or not shape.width or _turns(lines, shares, number)):
            yield first, number - 1
            first = 0
        if filled and not first:
            first = number


def _turns(lines: Sequence[str], shares: Sequence[float], number: int) -> bool:
    return bool(shares[number - 1]) != bool(shares[number - 2]) and ends_sentence(lines[number - 2])


def _length(spans: Sequence[Span]) -> int:
    return sum(last - first + 1 for first, last in spans)


def _says_something(text: str) -> bool:
    return len(text.split()) >= _WORDS or is_address(text)


def _is_sentence(text: str) -> bool:
    return len(text.split()) > _WORDS and (ends_sentence(text) or shows_address(text)) and not opening(text)
