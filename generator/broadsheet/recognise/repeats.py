"""The headline, the names and the date of an article, where they are printed once more below themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from broadsheet.layout.sentence import begins_lower, ends_sentence
from broadsheet.model import Block, Kind
from broadsheet.recognise.bylines.words import opening

_BELOW = 10
"""Lines that are not empty below the head, among which they are looked for."""
_BEGUN = 12
_SHORT = 120
"""Letters of a line that is hardly more than names or a date, at most."""
_LABEL = 25
"""A shorter line before a name or a date, such as "Published", goes on in it."""
_MAY_BE_DATE = re.compile(r"[^\x00-/:-\x7f]")
"""A digit, or a character beyond ASCII, which may be one."""
_LETTERS, _DIGITS = 24, 8
"""A shorter headline may be a name that a sentence begins with; so many characters has a date at least."""


def repeats(lines: Sequence[str], front: Sequence[Block], taken: Set[int], names: Sequence[str]) -> Iterator[int]:
    """
    The lines that say again what the headline, the byline or the line of the date says, near the head.

    `names`: those of the authors.  A name stands alone between empty lines and such as are `taken`, with or without
    "by"; a date stands alone on one side at least, and may say less than the first ("28 April", "Updated: 28 April").
    Left alone: short headlines, single names, and what says more than the first.
    """
    wanted = {text for block in front if len(text := _folded(block.text)) >= _least(block)}
    dates = [text for block in front if block.kind == Kind.DATELINE and _is_date(text := _folded(block.text))]
    persons = {_folded(name) for name in names if " " in name or name.isupper()}
    last = max((block.last for block in front if block.kind in (Kind.TITLE, Kind.DATELINE)), default=0)
    first = min((block.first for block in front if block.kind == Kind.TITLE), default=0)
    firsts = {text[0] for text in wanted}
    gone = set(taken)
    below = 0
    for number in range(first + 1, len(lines) + 1) if (wanted or persons) and first else ():
        line = lines[number - 1].strip()
        if not line or number in taken:
            continue
        again = (line[0].casefold()[0] in firsts or not line[0].isalnum()) and _says_again(line, wanted)
        may = len(line) <= _SHORT and not again and (persons or (dates and _MAY_BE_DATE.search(line)))
        alone = [step for step in (-1, 1) if _is_empty(lines, gone, number + step)] if may else []
        if alone and not _is_inside(lines, gone, number):
            said = _folded(line)
            named = len(alone) == 2 and (said in persons or _folded(line[opening(line) :]) in persons)
            again = named or (_is_date(said) and any(said in date for date in dates))
        if again:
            gone.add(number)
            yield number
        below += number > last
        if below == _BELOW:
            return


def _says_again(line: str, wanted: Set[str]) -> bool:
    """Whether a line is one of the texts that are `wanted`, folded; most lines are others from the first word on."""
    begun = _folded(line[:_BEGUN])
    return any(text.startswith(begun) for text in wanted) and _folded(line) in wanted


def _least(block: Block) -> int:
    if block.kind == Kind.TITLE:
        return _LETTERS
    return _DIGITS if block.kind == Kind.DATELINE and any(map(str.isdigit, block.text)) else len(block.text) + 1


def _is_date(folded: str) -> bool:
    return len(folded) >= _DIGITS and any(map(str.isdigit, folded))


def _is_empty(lines: Sequence[str], gone: Set[int], number: int) -> bool:
    """Whether nothing stands on a line, or what stands there is taken."""
    return not 1 <= number <= len(lines) or number in gone or not lines[number - 1].strip()


def _is_inside(lines: Sequence[str], gone: Set[int], number: int) -> bool:
    """Whether the line before is a label without its end, or the line after goes on in small letters, over a gap."""
    before = next((n for n in range(number - 1, 0, -1) if lines[n - 1].strip()), 0)
    after = next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), 0)
    above = lines[before - 1].strip() if before and before not in gone else ""
    below = lines[after - 1].strip() if after and after not in gone else ""
    return (0 < len(above) < _LABEL and not ends_sentence(above)) or begins_lower(below)


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
