"""The forms of one name: which of them are sure to be the same person, and which may be two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from broadsheet.collect.index.fold import fold
from broadsheet.recognise.bylines.names import PARTICLES, is_institution, is_organisation, is_uncased

_SUFFIX = re.compile(r",?\s+(?P<suffix>jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,3}")
_DOT = re.compile(r"\.(?=\S)")


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name, taken apart and folded: without case, accents and full stops."""

    given: tuple[str, ...]
    """Given names and initials, in order; empty where the name has no parts that are told apart."""
    family: str
    """The family name with its particles; of a desk, or in a script without capitals, the whole name."""
    suffix: str = ""
    """"jr", "sr", "iii"."""

    @property
    def is_short(self) -> bool:
        """Whether the first of the given names is an initial."""
        return bool(self.given) and len(self.given[0]) == 1


@lru_cache(maxsize=65536)
def name_form(name: str) -> NameForm:
    """
    Take a name apart; "Family, Given" is turned round.

    >>> name_form("Wollstonecraft, Mary") == name_form("MARY WOLLSTONECRAFT")
    True
    >>> name_form("J.R.R. Tolkien"), name_form("Ludwig van Beethoven").family
    (NameForm(given=('j', 'r', 'r'), family='tolkien', suffix=''), 'van beethoven')
    """
    if is_organisation(name) or is_institution(name) or is_uncased(name):
        return NameForm((), fold(name))
    suffix = _SUFFIX.search(name)
    bare = name[: suffix.start()] if suffix else name
    family, comma, given = (part.strip() for part in bare.partition(","))
    if comma and family and given and len(given.split()) <= 3:
        words = [*_words(given), *_words(family)]
        before = len(_words(given))
    else:
        words = _words(bare)
        before = len(words) - 1
        while before > 1 and words[before - 1] in PARTICLES:
            before -= 1
    last = suffix["suffix"].casefold() if suffix else ""
    return NameForm(tuple(words[:before]), " ".join(words[before:]), last)


def _words(text: str) -> list[str]:
    """The words of a name, folded; initials that are written together stand apart."""
    words: list[str] = []
    mixed = not text.isupper()
    for word in _DOT.sub(". ", text).split():
        together = mixed and _INITIALS.fullmatch(word)
        words += list(fold(word)) if together else [fold(word).rstrip(".")]
    return words


def abbreviates(short: NameForm, full: NameForm) -> bool:
    """
    Whether one form may be a shorter one of another: each given name is the other's, or its initial, in order.

    Names that the shorter form leaves out are initials, or the shorter form has only initials itself.

    >>> full = name_form("Mary Anne Evans")
    >>> [abbreviates(name_form(name), full) for name in ("M. A. Evans", "M. Evans", "Mary Evans", "A. Evans")]
    [True, True, False, False]
    >>> abbreviates(name_form("Mary Evans"), name_form("Mary A. Evans"))
    True
    """
    if short == full or short.family != full.family or short.suffix != full.suffix:
        return False
    if not short.given or len(short.given) > len(full.given):
        return False
    initials = all(len(name) == 1 for name in short.given)
    at, shorter = 0, len(short.given) < len(full.given)
    for place, name in enumerate(full.given):
        wanted = short.given[at] if at < len(short.given) else ""
        if wanted and (name == wanted or (len(wanted) == 1 and name.startswith(wanted))):
            shorter |= len(wanted) < len(name)
            at += 1
        elif place == 0 or not (initials or len(name) == 1):
            return False
    return at == len(short.given) and shorter
