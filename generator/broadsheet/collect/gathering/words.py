"""A text as sentences of words."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"(\w+(?:[.&'’‑-]\w+)*|&(?= ))([^\w&]*(?:&(?! )[^\w&]*)*)")
"""A word and what stands between it and the next one."""
_END = re.compile(r"[.!?:;…。！？؟۔।|•*]|\n")
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st sr jr rev gen lt col sgt capt gov sen rep hon mt vs bros dott sig sra mme mlle hr fr".split()
)
"""Titles whose full stop ends no sentence."""
_ELIDED = re.compile(r"(?:[ldnmtsjc]|qu|dell|all|nell|dall|sull|un|quest)['’](?=\w)", re.IGNORECASE)
_ELIDING = frozenset(("fr", "it", "ca"))
_POSSESSIVE = re.compile(r"['’][sS]$")
_ATTACHED = re.compile(r"['’]\w+$")
_ATTACHING = frozenset(("tr", "az"))
"""Languages that put the ending of a name behind an apostrophe (“İzmir'in”)."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""A letter of a script that puts no space between words."""


class Word(NamedTuple):
    """A word in its sentence."""

    text: str
    """Without what is attached to it: an elided article, a possessive."""
    folded: str
    opens: bool
    """Whether a sentence, or what stands in quotation marks, begins with it."""
    joined: bool
    """Whether only a space stands between it and the word before."""


def words_of(text: str, language: str | None) -> list[Word]:
    """
    The words of a text, in order; a full stop after initials or a title ends no sentence.

    >>> [word.text for word in words_of("The U.S.’s answer to Mr. Day’s paper: silence.", "en") if word.opens]
    ['The', 'silence']
    """
    found = []
    opens, joined = True, False
    tag = (language or "").partition("-")[0]
    elides = tag in _ELIDING
    for text_, gap in _WORD.findall(text):
        word, possessed = text_, False
        if "'" in word or "’" in word:
            if elides and (elided := _ELIDED.match(word)):
                word, joined = word[elided.end() :], False
            ending = (_ATTACHED if tag in _ATTACHING else _POSSESSIVE).search(word)
            possessed = ending is not None
            word = word[: ending.start()] if ending else word.replace("’", "'")
        if "." in word and _INITIALS.fullmatch(word):
            word = word.replace(".", "")
            gap = gap[1:] if gap.startswith(".") and len(gap) < 3 else gap
        folded = word.casefold()
        found.append(Word(word, folded, opens, joined and not opens))
        if gap == " ":
            opens, joined = False, not possessed
        elif gap == ". " and (folded in _ABBREVIATED or (len(word) == 1 and word.isupper())):
            opens, joined = False, True
        else:
            opens, joined = _END.search(gap) is not None or gap[-1:] in "\"“„«‘'", False
    return found
