"""Nouns that are determined, in languages that give a capital to every one: an article or the like is before them."""

from __future__ import annotations

import numpy as np

from broadsheet.collect.gathering.chunks import JOINED
from broadsheet.collect.gathering.nouns import may_inflect
from broadsheet.collect.gathering.traits import CAPITAL
from broadsheet.collect.gathering.words import Words
from broadsheet.recognise.lexicon.places import is_place

_STEMS = "ein kein mein dein sein ihr dies jed jen welch manch solch all viel wenig mehrer einig beid ander"
_DETERMINERS = frozenset(
    "der die das den dem des im am zum zur vom beim ins ans aufs fürs übers ums pro je mehr weniger genug etwas"
    " unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures"
    " zwei drei vier fünf sechs sieben acht neun zehn elf zwölf d s em vum zum eng e en".split()
) | {stem + ending for stem in _STEMS.split() for ending in ("", "e", "en", "em", "er", "es")}
"""Words that a common noun has before it, and a name hardly ever."""


def is_determined(words: Words, at: int) -> bool:
    """Whether a word stands behind an article, a possessive or a number, an adjective between them or none."""
    if words.before[at] != JOINED:
        return False
    before = words[at - 1].casefold()
    if before in _DETERMINERS:
        return True
    if words[at - 1][0].islower() and words.before[at - 1] == JOINED:
        return may_inflect(before) and words[at - 2].casefold() in _DETERMINERS
    return before.isdecimal()


def common_nouns(words: Words) -> list[int]:
    """
    The places at which nouns are determined, as names are not.

    Left alone: short forms, with capitals inside, and countries and cities, of which some have an article.
    """
    capitals = np.flatnonzero(words.traits & CAPITAL).tolist()
    return [at for at in capitals if is_determined(words, at) and _may_be_common(words[at])]


def _may_be_common(noun: str) -> bool:
    return noun[1:].islower() and not is_place(noun)
