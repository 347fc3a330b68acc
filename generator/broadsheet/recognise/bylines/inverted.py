"""Names with the family name first: “Lovelace, Ada”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.recognise.bylines.names import PARTICLES, is_institution, is_organisation
from broadsheet.recognise.lexicon.given_names import is_given_name

_BETWEEN = re.compile(r"\s*(?:;|&|\b(?:and|und|et|y|e|och|og)\b)\s*")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_MOST_WORDS = 3


def turned_round(text: str) -> tuple[str, ...]:
    """
    The names of a text that has nothing but such, given names first; none where it is not sure.

    Sure it is where a given name, and only given names and initials, stand behind the one comma of each name, and none
    before it.  Left alone: “Smith, Jones”, and two given names.

    >>> turned_round("Lovelace, Ada"), turned_round("Lovelace, Ada; García Márquez, Gabriel")
    (('Ada Lovelace',), ('Ada Lovelace', 'Gabriel García Márquez'))
    >>> turned_round("Smith, Jones"), turned_round("Ada, Grace"), turned_round("Ada Lovelace, Mary Shelley")
    ((), (), ())
    """
    if "," not in text:
        return ()
    pairs = [piece.split(",") for piece in _BETWEEN.split(text.strip())]
    if not all(len(pair) == 2 and _is_inverted(pair[0].split(), pair[1].split()) for pair in pairs):
        return ()
    return tuple(" ".join((given.strip(), family.strip())) for family, given in pairs)


def _is_inverted(family: Sequence[str], given: Sequence[str]) -> bool:
    if not 0 < len(family) <= _MOST_WORDS or not 0 < len(given) <= _MOST_WORDS:
        return False
    if not is_given_name(given[0]) or not all(is_given_name(word) or _INITIAL.fullmatch(word) for word in given):
        return False
    named = all(word[0].isupper() or word in PARTICLES for word in family)
    whole = " ".join(family)
    return named and not (is_given_name(family[0], first=True) or is_institution(whole) or is_organisation(whole))
