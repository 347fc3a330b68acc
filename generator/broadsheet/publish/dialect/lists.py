"""Lists and tables: what has a line for each of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from broadsheet.publish.dialect.inline import Inline, UnknownError

START = re.compile(r"(?:[#>+=:|~-]|\*[ *]*(?:\n|$)|\*[ ]|\d+[.)](?:\s|$)| )")
"""What would begin a block of another kind."""
_ITEM = re.compile(r"((?:    )*)(?:-   |([1-9][0-9]*)\. {1,2})(\S[^\n]*)")
_INSET = len("    ")


class _Item(NamedTuple):
    level: int
    number: str | None
    text: str


def begins_list(piece: str) -> bool:
    """Whether a piece of text is a list, or begins as one."""
    found = _ITEM.match(piece)
    return found is not None and not found[1]


def list_html(piece: str, inline: Inline) -> str:
    """A list with an item to a line; lists within it are set in."""
    return "\n".join(_listed([_item(line) for line in piece.split("\n")], 0, inline))


def _item(line: str) -> _Item:
    found = _ITEM.fullmatch(line)
    if found is None or START.match(found[3]):
        raise UnknownError
    return _Item(len(found[1]) // _INSET, found[2], found[3])


def _listed(items: Sequence[_Item], level: int, inline: Inline) -> Iterator[str]:
    """The lines of one list."""
    first, tops = items[0], [place for place, item in enumerate(items) if item.level == level]
    kinds = {items[place].number is None for place in tops}
    if tops[:1] != [0] or len(kinds) > 1 or first.number not in (None, "1"):
        raise UnknownError
    tag = "ol" if first.number else "ul"
    yield f"<{tag}>"
    for place, following in zip(tops, [*tops[1:], len(items)], strict=True):
        text, below = inline.html(items[place].text), items[place + 1 : following]
        if below:
            opening, *lines = _listed(below, level + 1, inline)
            yield f"<li>{text}{opening}"
            yield from lines
            yield "</li>"
        else:
            yield f"<li>{text}</li>"
    yield f"</{tag}>"


def table_html(piece: str, inline: Inline) -> str:
    """A table whose cells stand between bars, as in a calendar."""
    if "\\" in piece or "`" in piece:
        raise UnknownError
    lines = [_cells(line) for line in piece.split("\n")]
    if len(lines) <= 2 or set(lines[1]) != {"-"} or len({len(line) for line in lines}) > 1:
        raise UnknownError
    head, _, *rows = lines
    body = "\n".join(_row(row, "td", inline) for row in rows)
    return f"<table>\n<thead>\n{_row(head, 'th', inline)}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _cells(line: str) -> list[str]:
    if not (line.startswith("| ") and line.endswith(" |")):
        raise UnknownError
    return [cell.strip(" ") for cell in line[1:-1].split("|")]


def _row(cells: Sequence[str], tag: str, inline: Inline) -> str:
    return "\n".join(["<tr>", *(f"<{tag}>{inline.html(cell)}</{tag}>" for cell in cells), "</tr>"])
