"""Nouns, in languages that give a capital to every one: which of them are common, and which name something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from broadsheet.collect.gathering.words import JOINED, Words
from broadsheet.recognise.lexicon.places import is_place

_CAPITAL_NOUNS = frozenset(("de", "lb", "gsw"))
"""Languages that give a capital to every noun."""
_STEMS = "ein kein mein dein sein ihr dies jed jen welch manch solch all viel wenig mehrer einig beid ander"
_DETERMINERS = frozenset(
    "der die das den dem des im am zum zur vom beim ins ans aufs fürs übers ums pro je mehr weniger genug etwas"
    " unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures"
    " zwei drei vier fünf sechs sieben acht neun zehn elf zwölf d s em vum zum eng e en".split()
) | {stem + ending for stem in _STEMS.split() for ending in ("", "e", "en", "em", "er", "es")}
"""Words that a common noun has before it, and a name hardly ever."""
_INFLECTED = ("e", "en", "er", "es", "em")
"""Endings of adjectives."""


_ABSTRACT = re.compile(
    r".{3,}(?:ung|heit|keit|schaft|ion|tät|ment|tum|nis|ismus|system|verband|verein|partei|amt|gruppe|konzern|firma"
    r"|zentrum|institut|ministerium|organisation|netzwerk|plattform|stoff|mittel|dienst|haus|werk|markt|spieler"
    r"|meister|leiter|sprecher|kämpfer)(?:in)?",
    re.IGNORECASE,
)
"""Nouns that are hardly ever the first part of a name."""


def nouns_have_capitals(language: str | None) -> bool:
    """Whether a language writes all nouns with a capital."""
    return (language or "").partition("-")[0] in _CAPITAL_NOUNS


def is_determined(words: Words, at: int) -> bool:
    """Whether a word stands behind an article, a possessive or a number, an adjective between them or none."""
    folded, before = words.folded, words.before
    if at and before[at] == JOINED and words.texts[at - 1][0].islower() and before[at - 1] == JOINED and at > 1:
        return folded[at - 1] in _DETERMINERS or (may_inflect(folded[at - 1]) and folded[at - 2] in _DETERMINERS)
    return at > 0 and before[at] == JOINED and (folded[at - 1] in _DETERMINERS or folded[at - 1].isdecimal())


def common_nouns(words: Words) -> Set[str]:
    """
    The nouns of a text, folded, that are determined somewhere in it, as names are not.

    Left alone: short forms, with capitals inside, and countries and cities, of which some have an article.
    """
    return frozenset(_without_places(words.texts[at] for at in words.capitals if is_determined(words, at)))


def _without_places(nouns: Iterable[str]) -> Iterable[str]:
    return (noun.casefold() for noun in set(nouns) if noun[1:].islower() and not is_place(noun))


def is_abstract(word: str) -> bool:
    """
    Whether a word is a common noun by its ending.

    >>> is_abstract("Verfassung"), is_abstract("Zahlungssystem"), is_abstract("Babbage")
    (True, True, False)
    """
    return _ABSTRACT.fullmatch(word) is not None


def may_inflect(word: str) -> bool:
    """Whether a word may be an adjective by its ending, as that of a name is (“Deutsche Bank”)."""
    return word.endswith(_INFLECTED)
