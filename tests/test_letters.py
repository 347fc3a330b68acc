"""Letters in = letters out."""

from __future__ import annotations

import random
from typing import SupportsIndex

import pytest

from broadsheet.pipeline.letters import differences


@pytest.mark.parametrize("first", [0x61, 0x4E00], ids=["few letters", "many letters"])
def test_differences_are_counted(first: int) -> None:
    """The same, whether a text has few distinct letters or thousands."""
    some = [chr(first + n) for n in range(26 if first < 128 else 3000)]
    text = "".join(random.Random(1811).choices(some, k=9000))
    a, b = some[0], some[1]
    assert differences(text, text[::-1]) == {}
    assert differences(text + a * 3, text + b + "7 .") == {a: -3, b: 1, "7": 1}


class Counting(str):
    """A text that counts how often it is searched."""

    asked = 0

    def count(self, sought: str, *ends: SupportsIndex | None) -> int:
        """Count the search, and search."""
        Counting.asked += 1
        return super().count(sought, *ends)


def test_a_text_of_many_letters_is_not_searched_for_each() -> None:
    """Of Chinese or Japanese, it would take as many passes as there are characters."""
    text = Counting("".join(map(chr, range(0x4E00, 0x4E00 + 3000))))
    assert differences(text, text[1:]) == {text[0]: -1}
    assert Counting.asked == 0
