"""The lines of a source that are set aside, as blocks; and those that are left for the text."""

from __future__ import annotations

from collections.abc import Set

from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind, Source
from broadsheet.recognise.asides import Aside, Found, below
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.spans import Span, numbers_in, without


def set_aside(
    source: Source,
    shape: Shape,
    taken: Set[int],
    found: Found,
    authors: Candidate | None,
    repeated: tuple[Span, ...],
) -> tuple[Block, ...]:
    """What was `found` by its form; what stands below the text, under what is `repeated` too; what else repeats."""
    names = authors.value if authors and isinstance(authors.value, tuple) else ()
    last = dict.fromkeys(_below(source, taken, shape, names, found))
    if repeated:
        last |= dict.fromkeys(_below(source, taken | numbers_in(repeated), shape, names, found))
    asides = [(aside.kind, aside.span) for aside in (*found.asides, *last)]
    held = numbers_in(span for _, span in asides)
    asides += [(Kind.BOILERPLATE, span) for span in repeated if not numbers_in([span]) & held]
    return tuple(as_printed(source, kind, span) for kind, span in asides)


def _below(source: Source, taken: Set[int], shape: Shape, names: tuple[str, ...], found: Found) -> list[Aside]:
    return below(without(source.lines, taken), shape, names, found.headings)


def left_over(source: Source, taken: Set[int], parting: Set[int]) -> tuple[tuple[int, str], ...]:
    """The lines that are not taken, with their numbers; those that part the text are empty in it."""
    return tuple(
        (n, "" if n in parting else line) for n, line in enumerate(source.lines, 1) if n in parting or n not in taken
    )


def as_printed(source: Source, kind: Kind, span: Span) -> Block:
    """The block of some lines, without the spaces about them."""
    first, last = span
    lines = (text for line in source.lines[first - 1 : last] if (text := line.strip()))
    return Block(kind, "\n".join(lines), first, last)
