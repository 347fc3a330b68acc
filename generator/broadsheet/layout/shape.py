"""The shape of a file: how its lines are broken, judged from all of them together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import or_
from statistics import median

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
        return self.measure(f" {_first_unit(after.lstrip())}")


def shape_of(lines: Iterable[str]) -> Shape:
    """
    Judge the shape of a file from its lines.

    The width is the one that explains most line breaks inside sentences: no line is longer, and the next word would
    not have fitted. It is looked for in columns, and in the advance widths of a proportional typeface, as in PDF text.
    """
    lines = list(lines)
    empty = list(map(_is_empty, lines))
    if all(map(or_, empty, empty[1:])):  # no line stands by another
        return Shape()
    chunks = [list(run) for empty, run in groupby(lines, key=_is_empty) if not empty]
    breaks = [pair for chunk in chunks for pair in pairwise(chunk)]
    inside = [pair for pair in breaks if not ends_sentence(pair[0]) and begins_inside(pair[1], pair[0])]
    indented, words = _is_indented(chunks), words_of(chunks)
    explained, shape = _fitted(inside, columns)
    if explained < _EXACT * len(inside):
        explained, shape = max((explained, shape), _fitted(inside, advance), key=lambda found: found[0])
    long = sum(1 for line, _ in inside if shape.measure(line.rstrip()) >= _SOME * shape.width)
    if explained < max(1, _EXPLAINED * long, _LEAST_EXPLAINED * len(inside)) or _overlong(chunks, shape):
        return Shape(indented=indented, words=words)
    counts, ended = _paragraph_lines(chunks, shape)
    usual = max(2, int(median(counts))) if counts else shape.usual
    return replace(shape, indented=indented, spaced=ended * 2 <= len(chunks), usual=usual, words=words)


def _is_empty(line: str) -> bool:
    return not line or line.isspace()


def _paragraph_lines(chunks: Sequence[Sequence[str]], shape: Shape) -> tuple[list[int], int]:
    """How many lines the paragraphs have that a short last line ends; and how many of them no empty line follows."""
    counts, ended = [], 0
    for chunk in chunks:
        count = 1
        for line, after in pairwise(chunk):
            if not ends_sentence(line) or shape.is_forced(line, after):
                count += 1
            else:
                ended += 1
                counts.append(count)
                count = 1
    return counts, ended


def _is_indented(chunks: Sequence[Sequence[str]]) -> bool:
    """
    Whether indents begin the paragraphs.

    Chunks begin with one, nearly all others follow the end of a sentence, and some lines stand at the margin between.
    """
    begun = inside = ended = flush = 0
    for chunk in chunks:
        if len(chunk) < 2:
            continue
        indents = [indent_of(line) for line in chunk]
        margin = min(indents)
        deep = [indent >= margin + LEAST_INDENT for indent in indents]
        if not any(deep):
            inside += sum(map(ends_sentence, chunk[:1]))
            continue
        begun += deep[0]
        inside += not deep[0]
        flush += len(deep) - sum(deep)
        after = [ends_sentence(line) for line, indented in zip(chunk, deep[1:], strict=False) if indented]
        ended += sum(after)
        inside += len(after) - sum(after)
    return begun > 0 and flush * 2 >= begun + ended and inside <= _INDENTED * (begun + ended)


def _overlong(chunks: Sequence[Sequence[str]], shape: Shape) -> bool:
    """Whether many lines are longer than the width, and so were not broken to it."""
    lines = [line for chunk in chunks for line in chunk]
    most = shape.width * (1 + 2 * _TOLERANCE)
    short = most / shape.measure("\u3000")  # no character is wider
    over = sum(1 for line in lines if len(line) > short and shape.measure(line.rstrip()) > most)
    return over > _OVERLONG * len(lines)


def _fitted(inside: Sequence[tuple[str, str]], measure: Measure) -> tuple[int, Shape]:
    """The width that explains most breaks in one measure, and how many."""
    tolerance = 1 if measure is columns else 1 + _TOLERANCE
    least, most = _NARROWEST * measure("n"), _WIDEST * measure("n")
    any_width = Shape(0, measure)
    ends: list[tuple[float, int]] = []
    for line, after in inside:
        width = measure(line.rstrip())
        if least <= width <= most:
            ends += [(width, 1), ((width + any_width.added(after)) * tolerance, -1)]
    best, standing, found = 0, 0, 0.0
    for place, change in sorted(ends):
        standing += change
        if standing > best:
            best, found = standing, place
    return best, Shape(found / tolerance, measure)


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
    word = text.split(maxsplit=1)[0]
    return _UNIT.match(word)[0] if "-" in word or "‐" in word else word  # type: ignore[index]
