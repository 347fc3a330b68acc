"""Headlines of several lines: how far they go."""

from __future__ import annotations

from itertools import pairwise

from broadsheet.layout.measure import columns
from broadsheet.layout.open_words import CLOSING_WORDS, OPEN_WORDS
from broadsheet.layout.sentence import begins_lower, ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.recognise.bylines.words import opening
from broadsheet.recognise.candidate import Line
from broadsheet.recognise.dates.date import date_candidates
from broadsheet.recognise.headlines.first_line import WRAPPED, held_by

MOST_LINES = 5
"""A headline has no more."""
_FULL = 0.55
"""A first line that fills so much of the width may have been wrapped, if an empty line follows the second."""
_MOST_WRAPPED = 3
_NARROW = 0.8
"""Lines no wider than this share of the text's, one under the other before byline or date, are one headline."""


def headline_block(lines: list[Line], shape: Shape) -> list[Line]:
    """
    The lines that a first line was wrapped to.

    Those before an empty line, if each but the last was full; or those before the byline or the date, if all are
    narrower than the text.  A block that ends a sentence is none.
    """
    if len(lines) == 1 or lines[0].breaks or lines[1].number != lines[0].number + 1:
        return lines[:1]
    if date_candidates(lines[1:2]) and not _is_half(lines[0], lines[1]):
        return lines[:1]
    block = [lines[0]]
    held = held_by(lines[1 : MOST_LINES + 2])
    ended = False
    for after in lines[1 : MOST_LINES + 1]:
        ended = after.number != block[-1].number + 1
        if ended or block[-1].breaks or (after.number in held and not _is_half(block[-1], after)):
            break
        held -= {after.number}
        block.append(after)
    else:
        return lines[:1]
    if len(block) == 1 or (ends_sentence(block[-1].text) and block[-1].text.endswith(".")):
        return lines[:1]
    if ended:
        return block if len(block) <= _MOST_WRAPPED and _are_full(block, shape) else lines[:1]
    if held and shape.width and all(_runs_on(line, after, shape) for line, after in pairwise(block)):
        return block
    narrow = shape.width and all(shape.measure(line.text) <= _NARROW * shape.width for line in block)
    return block if narrow else lines[:1]


def end_of_wrapped(lines: list[Line], shape: Shape) -> Line:
    """The last of the lines that a headline was wrapped to."""
    held = held_by(lines[1:MOST_LINES])
    last = lines[0]
    for after in lines[1:MOST_LINES]:
        touching = after.number == last.number + 1 and not last.breaks and after.number not in held
        if not touching or not _runs_on(last, after, shape):
            break
        last = after
    return last


def _runs_on(line: Line, after: Line, shape: Shape) -> bool:
    """Whether a line of a headline was broken because the next word did not fit, or ends in mid-phrase."""
    if shape.is_forced(line.raw, after.raw):
        return True
    return len(line.text) >= WRAPPED and (begins_lower(after.text) or _is_centred(line, after))


def _are_full(block: list[Line], shape: Shape) -> bool:
    """Whether all lines but the last are full or unfinished; or one is unfinished, and all as full as the longest."""
    unfinished = [_is_unfinished(line, after) for line, after in pairwise(block)]
    if not any(unfinished):
        least = _FULL * shape.width
        return all(
            _runs_on(line, after, shape) or (shape.width and shape.measure(line.raw) >= least)
            for line, after in pairwise(block)
        )
    own = Shape(max(columns(line.text) for line in block))
    return all(
        done or own.is_forced(line.text, after.text)
        for done, (line, after) in zip(unfinished, pairwise(block), strict=True)
    )


def _is_unfinished(line: Line, after: Line) -> bool:
    """Whether a line ends in mid-phrase, or the next begins so, as no line below a headline does."""
    word = line.text.rsplit(maxsplit=1)[-1].lower()
    opened = word in OPEN_WORDS and word not in CLOSING_WORDS
    return opened or line.text[-1] in ",–—&" or begins_lower(after.text)


def _is_half(line: Line, after: Line) -> bool:
    """Whether what may be a byline is the second half of a long centred headline, since words of it are no names."""
    words = [word for word in after.text.split() if word.islower() and word not in ("and", "und", "et", "y")]
    return bool(words) and len(line.text) >= WRAPPED and not opening(after.text) and _is_centred(line, after)


def _is_centred(line: Line, after: Line) -> bool:
    """Whether two lines are set about one axis."""
    a, b = line.indent + columns(line.text) / 2, after.indent + columns(after.text) / 2
    return line.indent != after.indent and min(line.indent, after.indent) > 0 and abs(a - b) <= 1.5
