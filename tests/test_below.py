"""What stands below the text is found once, and anew where that matters."""

from __future__ import annotations

import pytest

from broadsheet.layout.shape import Shape
from broadsheet.recognise.asides import Below

TEXT = [
    "The Press Opens",
    "1 May 1896",
    "",
    *("The hall was full before the doors were shut.", "") * 3,
    "The printers went home.",
    "",
]


@pytest.mark.parametrize(
    "end",
    [
        ["It rained all day."],
        ["It rained all day.", "", "Reuter"],
        ["© 1896 The Archive desk"],
        ["About the author", "", "Ada Lovelace is a staff writer at the Archive desk."],
        ["Most read", "The first newspaper", "The last newspaper"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("taken", [(), (1, 2), (1, 2, 10), (12,), (14,)], ids=str)
@pytest.mark.parametrize("authors", [(), ("Ada Lovelace",)], ids=str)
def test_what_is_remembered_is_what_is_found(end: list[str], taken: tuple[int, ...], authors: tuple[str, ...]) -> None:
    """Whatever was asked for before, with other lines spoken for, the answer is that of a first question."""
    lines = [*TEXT, *end]
    spoken = frozenset(number for number in taken if number <= len(lines))
    asked = Below(lines, Shape())
    asked.found(frozenset())
    assert asked.found(spoken, authors) == Below(lines, Shape()).found(spoken, authors)


def test_an_end_is_not_looked_through_twice() -> None:
    """Lines that are taken near the top do not matter, and what was found is given again."""
    asked = Below([*TEXT, "It rained all day.", "", "Reuter"], Shape())
    first = asked.found(frozenset())
    assert [aside.rule for aside in first] == ["sign-off"]
    assert asked.found(frozenset((1, 2))) is first
