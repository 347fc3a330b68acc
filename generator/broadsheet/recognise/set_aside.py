"""The lines of a source that are set aside, as blocks; and those that are left for the text."""

from __future__ import annotations

from collections.abc import Set
from itertools import chain, pairwise

from broadsheet.model import Block, Kind, Source
from broadsheet.recognise.asides import Below
from broadsheet.recognise.spans import Span, numbers_in
from broadsheet.recognise.told_apart import ToldApart


def set_aside(
    source: Source, told: ToldApart, below: Below, taken: frozenset[int], names: tuple[str, ...]
) -> tuple[Block, ...]:
    """What was found by its form; what stands below the text, under what repeats too; what else repeats."""
    last = dict.fromkeys(below.found(taken, names, told.found.headings))
    if told.repeated:
        last |= dict.fromkeys(below.found(taken | numbers_in(told.repeated), names, told.found.headings))
    asides = [(aside.kind, aside.span) for aside in (*told.found.asides, *last)]
    held = numbers_in(span for _, span in asides)
    asides += [(Kind.BOILERPLATE, span) for span in told.repeated if not numbers_in([span]) & held]
    return tuple(as_printed(source, kind, span) for kind, span in asides)


def with_furniture(aside: tuple[Block, ...], source: Source, told: ToldApart) -> tuple[Block, ...]:
    """All that is set aside, the heads and feet of pages too, by place."""
    pages = (as_printed(source, Kind.FURNITURE, span) for span in told.pages.spans)
    return tuple(sorted((*aside, *pages), key=lambda block: block.first))


def left_over(source: Source, taken: Set[int], parting: Set[int]) -> tuple[tuple[int, str], ...]:
    """The lines that are not taken, with their numbers; those that part the text are empty in it."""
    lines = list(enumerate(source.lines, 1))
    for number in parting:
        lines[number - 1] = (number, "")
    missing = sorted(taken - parting)
    kept = (lines[before : after - 1] for before, after in pairwise((0, *missing, len(lines) + 1)))
    return tuple(chain.from_iterable(kept))


def as_printed(source: Source, kind: Kind, span: Span) -> Block:
    """The block of some lines, without the spaces about them."""
    first, last = span
    lines = (text for line in source.lines[first - 1 : last] if (text := line.strip()))
    return Block(kind, "\n".join(lines), first, last)
