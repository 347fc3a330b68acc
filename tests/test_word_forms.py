"""For a headline in capitals, a text is looked through where its words may stand, and nowhere else."""

from __future__ import annotations

import random

import pytest

from broadsheet.recognise.headlines import word_forms as module
from broadsheet.recognise.headlines.word_forms import word_forms

PIECES = (
    "Élysée elysee ELYSÉE état ÉTAT States' U.S. US's us U.S.-backed state-owned non-state 2nd 3m AT&T at&t s S ss"
    " press presses Press pressroom İzmir izmir don't D'Or “Paper” (paper) paper's -paper paper- x_paper ... - a"
).split()
WANTED = ["US", "S", "STATE", "ELYSEE", "ETAT", "AT&T", "PRESS", "PAPERS", "İZMİR", "D'OR", "2ND", "A", "STATE-OWNED"]


@pytest.mark.parametrize("seed", range(20))
def test_no_form_is_missed(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found is what looking at every word finds, in the same order."""
    chance = random.Random(seed)
    lines = [
        "".join(chance.choice(PIECES) + chance.choice([" ", " ", "  ", ", ", "-"]) for _ in range(12)) for _ in "123"
    ]
    wanted = chance.sample(WANTED, 5)
    found = word_forms(lines, wanted)
    monkeypatch.setattr(module, "_words_like", lambda begun, text: module._WORD.finditer(text))
    assert found == word_forms(lines, wanted)


def test_a_single_letter_is_no_beginning_of_all_words() -> None:
    """ "S" may be the plural of nothing, which every place of the text begins with."""
    text = "It rained on Saturday. " * 50
    assert len(list(module._words_like(module._sought("S").begun, text))) == 50
