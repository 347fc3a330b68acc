"""A text as sentences of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"(\w+(?:[.&'’‑-]\w+)*|&(?= ))")
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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in their sentences: of all that is known of them a column each, which is faster than rows."""

    texts: list[str]
    """Without what is attached to them: an elided article, a possessive."""
    folded: list[str]
    opens: list[bool]
    """Whether a sentence, or what stands in quotation marks, begins with it."""
    joined: list[bool]
    """Whether only a space stands between it and the word before."""

    def capitals(self) -> list[int]:
        """The places of the words that begin with a capital."""
        return [at for at, text in enumerate(self.texts) if text[0].isupper()]

    def only(self, places: Iterable[int]) -> Words:
        """Some of the words."""
        kept = list(places)
        return Words(
            [self.texts[at] for at in kept],
            [self.folded[at] for at in kept],
            [self.opens[at] for at in kept],
            [self.joined[at] for at in kept],
        )


def words_of(text: str, language: str | None) -> Words:
    """
    The words of a text, in order; a full stop after initials or a title ends no sentence.

    >>> words = words_of("The U.S.’s answer to Mr. Day’s paper: silence.", "en")
    >>> [word for word, opens in zip(words.texts, words.opens) if opens]
    ['The', 'silence']
    """
    parts = _WORD.split(text)
    texts, gaps = parts[1::2], parts[2::2]
    joined = [False, *[gap == " " for gap in gaps]]
    elided = _detach(texts, gaps, joined, (language or "").partition("-")[0])
    opens = [True, *[False] * len(gaps)]
    folded = [word.casefold() for word in texts]
    for at in [at for at, gap in enumerate(gaps) if gap != " "]:
        if gaps[at] == ". " and (folded[at] in _ABBREVIATED or (len(texts[at]) == 1 and texts[at].isupper())):
            joined[at + 1] = True
        else:
            opens[at + 1], joined[at + 1] = _parts(gaps[at]), False
    for at in elided:
        joined[at] = False
    return Words(texts, folded, opens[: len(texts)], joined[: len(texts)])


def _detach(texts: list[str], gaps: list[str], joined: list[bool], tag: str) -> list[int]:
    """Take from the words what is attached to them, and the full stops from initials; where an article was elided."""
    elided: list[int] = []
    for at in [at for at, word in enumerate(texts) if not word.isalnum()]:  # few words have a sign in them
        word, possessed = texts[at], False
        if "'" in word or "’" in word:
            if tag in _ELIDING and (article := _ELIDED.match(word)):
                word = word[article.end() :]
                elided.append(at)
            ending = (_ATTACHED if tag in _ATTACHING else _POSSESSIVE).search(word)
            possessed = ending is not None
            word = word[: ending.start()] if ending else word.replace("’", "'")
        if "." in word and _INITIALS.fullmatch(word):
            word = word.replace(".", "")
            if gaps[at].startswith(".") and len(gaps[at]) < 3:
                gaps[at] = gaps[at][1:]
        texts[at] = word
        joined[at + 1] = gaps[at] == " " and not possessed
    return elided


@lru_cache(maxsize=1024)
def _parts(gap: str) -> bool:
    """Whether a sentence ends, or a quotation begins, in what stands between two words."""
    return _END.search(gap) is not None or gap[-1:] in "\"“„«‘'"
