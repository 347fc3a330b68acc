"""The headline and the date of an article, where they are printed once more below themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from broadsheet.model import Block, Kind

_BELOW = 10
"""Lines that are not empty below the head, among which they are looked for."""
_BEGUN = 12
_LETTERS, _DIGITS = 24, 8
"""A shorter headline may be a name that a sentence begins with; so many characters has a date at least."""


def repeats(lines: Sequence[str], front: Sequence[Block], taken: Set[int]) -> Iterator[int]:
    """
    The lines that say again what the headline or the line of the date says, near the head.

    Left alone: short headlines, bylines, and what says more or less than the first.
    """
    wanted = {text for block in front if len(text := _folded(block.text)) >= _least(block)}
    last = max((block.last for block in front if block.kind in (Kind.TITLE, Kind.DATELINE)), default=0)
    first = min((block.first for block in front if block.kind == Kind.TITLE), default=0)
    below = 0
    for number in range(first + 1, len(lines) + 1) if wanted and first else ():
        line = lines[number - 1].strip()
        if not line or number in taken:
            continue
        begun = _folded(line[:_BEGUN])  # most lines are others from the first word on
        if any(text.startswith(begun) for text in wanted) and _folded(line) in wanted:
            yield number
        below += number > last
        if below == _BELOW:
            return


def _least(block: Block) -> int:
    if block.kind == Kind.TITLE:
        return _LETTERS
    return _DIGITS if block.kind == Kind.DATELINE and any(c.isdigit() for c in block.text) else len(block.text) + 1


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
