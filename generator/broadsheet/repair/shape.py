"""The shape of a file: how its lines are broken, judged from all of them together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from broadsheet.model import Block
from broadsheet.repair.chunks import begins_inside, ends_sentence
from broadsheet.repair.measure import Measure, advance, columns

_NARROWEST, _WIDEST = 28, 160
"""Nobody wraps to fewer or more columns."""
_EXACT = 0.97
"""The share of breaks inside sentences that a typewriter's or a terminal's width explains, where it is the measure."""
_EXPLAINED = 0.7
_TOLERANCE = 0.035
"""Of a proportional width, since the typeface is not known; over PDF text of five faces, 98 of 100 fall within."""
_OUTLIERS = 0.04
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

    def is_forced(self, line: str, after: str) -> bool:
        """Whether a line was broken because the next word did not fit."""
        return bool(self.width) and self.reach(line, after) > self.width

    def reach(self, line: str, after: str) -> float:
        """The width that a line would have with the first word of the next."""
        return self.measure(line.rstrip()) + self.measure(" ") + self.measure(_first_unit(after.lstrip()))


def shape_of(blocks: Sequence[Block]) -> Shape:
    """
    Judge the shape of a file from its chunks.

    A width is looked for that explains most line breaks inside sentences, first in columns, then in the advance widths
    of a proportional typeface, as PDF text has them.
    """
    breaks = [pair for block in blocks if "\n" in block.text for pair in pairwise(block.text.split("\n"))]
    inside = [pair for pair in breaks if not ends_sentence(pair[0]) and begins_inside(pair[1], pair[0])]
    best = max((_fitted(inside, measure) for measure in (columns, advance)), key=lambda found: found[0])
    share, shape = best
    if share < _EXPLAINED:
        return Shape()
    ended = sum(1 for line, after in breaks if ends_sentence(line) and not shape.is_forced(line, after))
    return Shape(shape.width, shape.measure, spaced=ended * 2 <= len(blocks))


def _fitted(inside: Sequence[tuple[str, str]], measure: Measure) -> tuple[float, Shape]:
    """The width that the breaks inside sentences show in one measure, and the share of them that it explains."""
    widths = sorted((measure(line.rstrip()) for line, _ in inside), reverse=True)
    if not widths:
        return 0, Shape()
    longest = widths[int(_OUTLIERS * len(widths))]
    unit = measure("n")
    if not _NARROWEST * unit <= longest <= _WIDEST * unit:
        return 0, Shape()
    shape = Shape(longest * (1 if measure is columns else 1 - _TOLERANCE), measure)
    share = sum(1 for line, after in inside if shape.is_forced(line, after)) / len(inside)
    return (1 + share if measure is columns and share >= _EXACT else share), shape


def _first_unit(text: str) -> str:
    """What could not have been parted from the next line: a word up to its first hyphen, or one ideograph."""
    if not text:
        return ""
    if _IDEOGRAPH.match(text):
        return text[0]
    unit = _UNIT.match(text)
    return unit[0] if unit else text[0]
