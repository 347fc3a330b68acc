"""Names of persons, told by their given names."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.recognise.lexicon.given_names import is_given_name

_HALLOWED = frozenset(
    "st saint san santa santo são sant sankt sainte mount lake fort port prince princess king queen pope the hotel"
    " hurricane cyclone".split()
)
"""Words before a given name with which it names a place, or someone else."""


def is_person(name: str) -> bool:
    """
    Whether a name of several words begins with a given name.

    >>> is_person("Ada Lovelace"), is_person("Bank of England"), is_person("Ada")
    (True, False, False)
    """
    first, _, rest = name.partition(" ")
    return bool(rest) and is_given_name(first, first=True)


def without_office(words: list[str]) -> list[str]:
    """
    The name of a person without what stands before it: where it was seen, what office it holds.

    >>> without_office("Royal Society Ada Lovelace".split()), without_office("San Diego Zoo".split())
    (['Ada', 'Lovelace'], ['San', 'Diego', 'Zoo'])
    """
    if len(words) < 3 or is_given_name(words[0], first=True):
        return words
    for at in range(1, len(words) - 1):
        if is_given_name(words[at]):
            return words if _belongs(words, at) else words[at:]
    return words


def _belongs(words: Sequence[str], at: int) -> bool:
    """Whether a given name goes with the words before it, or is none because of what follows."""
    before, after = words[at - 1], words[at + 1]
    return before.casefold() in _HALLOWED or before[0].islower() or not after[0].isupper() or len(before) == 1
