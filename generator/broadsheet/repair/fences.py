"""Code and the like between fences of three and more grave accents or tildes, as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.repair.chunks import NumberedLine, block_of, numbered
from broadsheet.trace import Note

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})\s*(?:\{\s*\.)?(?P<name>[\w.+#-]*)\s*\}?\s*")


def fences(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Keep the lines between two fences as they are, empty ones included; the fences go.

    The name of a language behind the first stays as the block's marker.  Left alone: a fence that nothing closes, one
    with nothing in it, and tildes under a heading.
    """
    lines = [line for block in blocks for line in numbered(block)]
    found: list[Block] = []
    at = 0
    for opened, closed in _pairs(lines):
        found += _parted(lines[at:opened])
        found.append(_fenced(lines[opened : closed + 1], note))
        at = closed + 1
    return [*found, *_parted(lines[at:])] if at else list(blocks)


def _pairs(lines: Sequence[NumberedLine]) -> Iterator[tuple[int, int]]:
    """The places of fences that close one another."""
    opened, fence = -1, ""
    for at, (_, line) in enumerate(lines):
        match = _FENCE.fullmatch(line)
        if match is None or (match["fence"][0] == "~" and not _stands_at_edge(lines, at, opening=not fence)):
            continue
        if not fence:
            opened, fence = at, match["fence"]
        elif match["fence"].startswith(fence) and not match["name"]:
            if at > opened + 1:
                yield opened, at
            fence = ""


def _stands_at_edge(lines: Sequence[NumberedLine], at: int, *, opening: bool) -> bool:
    """Whether an empty line is above, or below; tildes under a line of text make a heading of it."""
    beside = at - 1 if opening else at + 1
    return not 0 <= beside < len(lines) or abs(lines[beside][0] - lines[at][0]) > 1


def _parted(lines: Sequence[NumberedLine]) -> Iterator[Block]:
    """The chunks that lines were, before the empty lines between them were left out."""
    run: list[NumberedLine] = []
    for line in lines:
        if run and line[0] != run[-1][0] + 1:
            yield block_of(run)
            run = []
        run.append(line)
    if run:
        yield block_of(run)


def _fenced(lines: Sequence[NumberedLine], note: Note) -> Block:
    (first, opening), (last, _) = lines[0], lines[-1]
    standing = dict(lines[1:-1])
    text = "\n".join(standing.get(number, "") for number in range(lines[1][0], lines[-2][0] + 1))
    match = _FENCE.fullmatch(opening)
    note("fence", first, last, "\n".join(line for _, line in lines), text)
    return Block(Kind.PREFORMATTED, text, first, last, marker=match["name"] if match else "")
