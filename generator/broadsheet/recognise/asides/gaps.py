"""What the lines set aside leave between those of the text: a place to go on over, or an end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from broadsheet.layout.sentence import begins_inside, ends_sentence

_ITEM = re.compile(r"\s*(?:\d{1,3}[.)]|[-*•])\s")


def gaps(numbers: frozenset[int], lines: Sequence[str], *, wrapped: bool) -> tuple[frozenset[int], frozenset[int]]:
    """
    Of the lines set aside, and the empty ones beside them: those over which the text goes on, and those that part it.

    Of the lines between two of the text the first parts it, as an empty line would.  The text goes on over all of them
    where none is empty, and either no line was broken to a width, so that each ends where it ends, or a sentence goes
    on.  In neither: those before what may be an item of a list, since no list goes on over a picture.
    """
    over: set[int] = set()
    parting: set[int] = set()
    filled = [n for n, line in enumerate(lines, 1) if line.strip() and n not in numbers]
    for before, after in pairwise((0, *filled, len(lines) + 1)):
        between = range(before + 1, after)
        if not between or numbers.isdisjoint(between) or (after <= len(lines) and _ITEM.match(lines[after - 1])):
            continue
        over.update(between)
        close = numbers.issuperset(between) and before > 0 and after <= len(lines)
        if not (close and (not wrapped or _goes_on(lines[before - 1], lines[after - 1]))):
            over.remove(between[0])
            parting.add(between[0])
    return frozenset(over), frozenset(parting)


def _goes_on(above: str, below: str) -> bool:
    return not ends_sentence(above) and begins_inside(below, above)
