"""
The vocabulary: what each word is found by, as numbers.

Most words have been met before, with the same commas and quotation marks at them.  So a text is cut where its spaces
are, which takes next to no time, and each piece is looked up; only a new one is looked at.
"""

from __future__ import annotations

import string
from array import array
from collections.abc import Callable

import numpy as np

from broadsheet.finish.search.varint import Numbers
from broadsheet.finish.search.words import family_finder, forms_of, pattern

_LONGEST = 64
"""Letters of a piece that is kept: longer ones are paragraphs of scripts without spaces, and do not come again."""
_AROUND = f"{string.punctuation}“”„‘’«»–—…"
"""What stands around most words, and is none."""
_MOST = 1 << 17
"""Pieces, and numbers of pieces that have several, that a vocabulary may hold."""


class Vocabulary:
    """
    The terms that were met: a form with the family that it belongs to in some language.

    It goes on from shard to shard, for what it says of a piece depends on nothing but the piece.
    """

    def __init__(self) -> None:
        self.terms: list[str] = []
        """Of each number the form, and after a space its family, where it has one."""
        self._numbers: dict[str, int] = {}
        self._tongues: dict[str, _Tongue] = {}
        self._several, self._starts = array("i"), array("i", [0])

    @property
    def full(self) -> bool:
        """Whether it is time to begin another one."""
        return sum(map(len, self._tongues.values())) + len(self._several) > _MOST

    def forget(self) -> None:
        """Forget how pieces are written; the terms stay."""
        self._tongues = {}

    def finder(self, language: str) -> Callable[[str], int]:
        """What gives the number of a piece of a text: that of its term, or one below 0 that stands for several."""
        tongue = self._tongues.get(language)
        if tongue is None:
            tongue = self._tongues[language] = _Tongue(language, self)
        return tongue.__getitem__

    def number(self, form: str, family: str) -> int:
        """The number of a term."""
        term = f"{form} {family}" if family else form
        number = self._numbers.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term)
        return number

    def several(self, numbers: list[int]) -> int:
        """The number below 0 that stands for some, or for none."""
        self._several.extend(numbers)
        self._starts.append(len(self._several))
        return 1 - len(self._starts)

    def resolved(self, found: Numbers) -> tuple[Numbers, Numbers]:
        """The terms that some numbers of pieces stand for; of each piece, how many."""
        taken = np.ones(len(found), dtype=np.int64)
        below = found < 0
        if not below.any():
            return found, taken
        several, starts = (np.asarray(numbers, dtype=np.int64) for numbers in (self._several, self._starts))
        which = -found[below]
        taken[below] = starts[which] - starts[which - 1]
        terms = np.repeat(found, taken)
        first = np.cumsum(taken) - taken
        begins = np.repeat(starts[which - 1] - first[below], taken[below])
        of_several = np.flatnonzero(terms < 0)
        terms[of_several] = several[of_several + begins]
        return terms, taken


class _Tongue(dict[str, int]):
    """The pieces and words of one language."""

    def __init__(self, language: str, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary, self._family = vocabulary, family_finder(language)
        self._words: dict[str, int] = {}

    def __missing__(self, piece: str) -> int:
        terms: list[int] = []
        bare = piece.strip(_AROUND)
        for word in (bare.lower(),) if bare.isalnum() and bare.isascii() else pattern().findall(piece):
            if (known := self._words.get(word)) is not None:
                terms.append(known)
            else:
                terms += self._terms(word)
        number = terms[0] if len(terms) == 1 else self._vocabulary.several(terms)
        if len(piece) <= _LONGEST:
            self[piece] = number
        return number

    def _terms(self, word: str) -> list[int]:
        forms = forms_of(word)
        if len(forms) != 1:
            return [self._vocabulary.number(form, "") for form in forms]
        number = self._words[word] = self._vocabulary.number(forms[0], self._family(word))
        return [number]


_current = [Vocabulary()]


def vocabulary() -> Vocabulary:
    """That of this process; when it is full, a new one."""
    [known] = _current
    if known.full:
        known.forget()
        _current[:] = [Vocabulary()]
    return _current[0]
