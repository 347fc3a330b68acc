"""Nouns, in languages that give a capital to every one: what their letters tell."""

from __future__ import annotations

import re

_CAPITAL_NOUNS = frozenset(("de", "lb", "gsw"))
"""Languages that give a capital to every noun."""
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
