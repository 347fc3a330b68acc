"""The shape of a file: how its lines are broken, judged from all of them together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress, count, pairwise
from operator import and_, not_
from statistics import median
from typing import NamedTuple

from broadsheet.layout.divided import NO_WORDS, Words, words_of
from broadsheet.layout.measure import Measure, advance, columns, indent_of
from broadsheet.layout.sentence import begins_inside, ends_sentence

_NARROWEST, _WIDEST = 28, 160
"""Nobody wraps to fewer or more columns."""
_EXPLAINED, _LEAST_EXPLAINED = 0.5, 0.2
"""
The share of the breaks inside sentences that one width must explain: of those after lines of some length, and of all.

Of lines of any length about one in ten fits a width by chance; of wrapped text all do, but for captions in narrower
columns, headlines in larger type, code and lines cut at links.
"""
_SOME = 0.6
"""Of the width: shorter lines tell nothing of it."""
LEAST_INDENT = 2
"""Columns by which the first line of a paragraph is set in, at least."""
_INDENTED = 0.25
"""The share of indented lines that may stand elsewhere than at the beginning of a paragraph."""
_EXACT = 0.97
"""Where columns explain so many, no other measure is tried."""
_OVERLONG = 0.15
"""The share of lines that may be longer: addresses, tables, headlines in another type."""
_TOLERANCE = 0.035
"""Of a proportional width, since the typeface is not known; over PDF text of five faces, 98 of 100 fall within."""
_UNIT = re.compile(r"\S+?(?:[-‐](?=\w)|$)|\S+")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Shape:
    """How the lines of one file are broken."""

    width: float = 0
    """Of a full line, in units of `measure`; 0 where lines are not broken to a width."""
    measure: Measure = columns
    spaced: bool = True
    """Whether empty lines part the paragraphs; else only short last lines and punctuation tell."""
    indented: bool = False
    """Whether paragraphs begin with an indented line, and go on at the margin."""
    usual: int = 4
    """The median number of lines of the paragraphs that a short last line ends."""
    words: Words = NO_WORDS
    """By which words divided at the ends of lines are told from compounds."""
    outlined: bool = False
    """Whether stars at the margin head the sections, as in Org."""

    def is_forced(self, line: str, after: str) -> bool:
        """Whether a line was broken because the next word did not fit."""
        return bool(self.width) and self.reach(line, after) > self.width

    def reach(self, line: str, after: str) -> float:
        """The width that a line would have with the first word of the next."""
        return self.measure(line.rstrip()) + self.added(after)

    def added(self, after: str) -> int:
        """The width that a space and the first word of a line take."""
        return _added(after, self.measure)


def shape_of(lines: Iterable[str]) -> Shape:
    """
    Judge the shape of a file from its lines.

    The width is the one that explains most line breaks inside sentences: no line is longer, and the next word would
    not have fitted. It is looked for in columns, and in the advance widths of a proportional typeface, as in PDF text.
    """
    chunks = _chunks(list(lines))
    if not chunks:
        return Shape()
    ends = [list(map(ends_sentence, chunk[:-1])) for chunk in chunks]
    breaks = zip(chain.from_iterable(map(pairwise, chunks)), chain.from_iterable(ends), strict=True)
    inside = [pair for pair, ended in breaks if not ended and begins_inside(pair[1], pair[0])]
    indented, words = _is_indented(chunks, ends), words_of(chunks)
    fit = _fitted(inside, columns)
    if fit.explained < _EXACT * len(inside):
        fit = max(fit, _fitted(inside, advance), key=lambda found: found.explained)
    shape = Shape(fit.width, fit.measure, indented=indented, words=words)
    long = sum(width >= _SOME * fit.width for width in fit.widths)
    if fit.explained < max(1, _EXPLAINED * long, _LEAST_EXPLAINED * len(inside)) or _overlong(chunks, shape):
        return Shape(indented=indented, words=words)
    counts, ended = _paragraph_lines(chunks, ends, shape)
    usual = max(2, int(median(counts))) if counts else shape.usual
    return replace(shape, spaced=ended * 2 <= len(chunks), usual=usual)


def _chunks(lines: list[str]) -> list[list[str]]:
    """The runs of lines that are not empty; none where no line stands by another."""
    filled = [bool(line) and not line.isspace() for line in lines]
    if not any(map(and_, filled, filled[1:])):
        return []
    ends = [-1, *compress(count(), map(not_, filled)), len(lines)]
    return [lines[before + 1 : after] for before, after in pairwise(ends) if after > before + 1]


def _paragraph_lines(
    chunks: Sequence[Sequence[str]], ends: Sequence[Sequence[bool]], shape: Shape
) -> tuple[list[int], int]:
    """How many lines the paragraphs have that a short last line ends; and how many of them no empty line follows."""
    counts, ended = [], 0
    for chunk, at in zip(chunks, ends, strict=True):
        count = 1
        for (line, after), ends_here in zip(pairwise(chunk), at, strict=True):
            if not ends_here or shape.is_forced(line, after):
                count += 1
            else:
                ended += 1
                counts.append(count)
                count = 1
    return counts, ended


def _is_indented(chunks: Sequence[Sequence[str]], ends: Sequence[Sequence[bool]]) -> bool:
    """
    Whether indents begin the paragraphs.

    Chunks begin with one, nearly all others follow the end of a sentence, and some lines stand at the margin between.
    """
    begun = inside = ended = flush = 0
    if not any(line[0].isspace() for chunk in chunks for line in chunk):
        return False
    for chunk, at in zip(chunks, ends, strict=True):
        if not at:
            continue
        indents = [indent_of(line) for line in chunk]
        margin = min(indents)
        deep = [indent >= margin + LEAST_INDENT for indent in indents]
        if not any(deep):
            inside += at[0]
            continue
        begun += deep[0]
        inside += not deep[0]
        flush += len(deep) - sum(deep)
        after = list(compress(at, deep[1:]))
        ended += sum(after)
        inside += len(after) - sum(after)
    return begun > 0 and flush * 2 >= begun + ended and inside <= _INDENTED * (begun + ended)


def _overlong(chunks: Sequence[Sequence[str]], shape: Shape) -> bool:
    """Whether many lines are longer than the width, and so were not broken to it."""
    lines = [line for chunk in chunks for line in chunk]
    most = shape.width * (1 + 2 * _TOLERANCE)
    short, shorter = most / shape.measure("W"), most / shape.measure("\u3000")  # none is wider, in ASCII and beyond
    maybe = [line for line in lines if len(line) > (short if line.isascii() else shorter)]
    over = sum(1 for line in maybe if shape.measure(line.rstrip()) > most)
    return over > _OVERLONG * len(lines)


class _Fit(NamedTuple):
    """The width that explains most breaks in one measure, how many, and how wide their lines are."""

    explained: int
    width: float
    measure: Measure
    widths: list[int]


def _fitted(inside: Sequence[tuple[str, str]], measure: Measure) -> _Fit:
    tolerance = 1 if measure is columns else 1 + _TOLERANCE
    least, most = _NARROWEST * measure("n"), _WIDEST * measure("n")
    widths = [measure(line.rstrip()) for line, _ in inside]
    ends: list[tuple[float, int]] = []
    for (_, after), width in zip(inside, widths, strict=True):
        if least <= width <= most:
            ends += [(width, 1), ((width + _added(after, measure)) * tolerance, -1)]
    best, standing, found = 0, 0, 0.0
    for place, change in sorted(ends):
        standing += change
        if standing > best:
            best, found = standing, place
    return _Fit(best, found / tolerance, measure, widths)


def _added(after: str, measure: Measure) -> int:
    if after.isascii() and (words := after.split(maxsplit=1)):
        return measure(f" {_first_half(words[0])}")
    return measure(f" {_first_unit(after.lstrip())}")


def _first_unit(text: str) -> str:
    """
    What could not have been parted from the next line: a word up to its first hyphen, or one ideograph.

    With a French quotation mark and its space, if it begins so.
    """
    if not text:
        return ""
    if text[0] == "«" and text[1:2].isspace():
        return text[:2] + _first_unit(text[2:])
    if not text[0].isascii() and _IDEOGRAPH.match(text):
        return text[0]
    return _first_half(text.split(maxsplit=1)[0])


def _first_half(word: str) -> str:
    """A word up to its first hyphen."""
    return _UNIT.match(word)[0] if "-" in word or "‐" in word else word  # type: ignore[index]
