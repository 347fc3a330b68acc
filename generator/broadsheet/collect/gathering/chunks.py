"""Chunks: what stands between two spaces of a text, as words, and what that says of the words behind it."""

from __future__ import annotations

import re
import string
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
"""Signs that belong to the letter before them, as the vowels of Devanagari and Bengali do."""
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_INSIDE = "[&'’‑-]|\\.(?![^\\W\\d_a-z][a-z])(?!(?<=[a-z]{2}\\.)[A-Z])|(?<=[\u05d0-\u05ea])[\"\u05f4](?=[\u05d0-\u05ea])"
"""
What stands inside a word; in Hebrew a quotation mark, if the word is of initials.

Not a full stop before a capital that begins a word: there the space was lost.
"""
_WORD = re.compile(
    rf"({_LETTER}+(?:(?:{_INSIDE}){_LETTER}+)*|&(?= ))((?:(?!{_LETTER})[^&])*(?:&(?! )(?:(?!{_LETTER})[^&])*)*)"
)
"""A word and what stands between it and the next one; underscores are marks of emphasis."""
_END = re.compile(r"[.!?:;…。！？؟۔।|•*]")
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st sr jr rev gen lt col sgt capt gov sen rep hon mt vs bros dott sig sra mme mlle hr fr".split()
)
"""Titles whose full stop ends no sentence."""
_LONGEST_TITLE = 4
_ELIDED = re.compile(r"(?:[ldnmtsjc]|qu|dell|all|nell|dall|sull|un|quest)['’](?=\w)", re.IGNORECASE)
_ELIDING = frozenset(("fr", "it", "ca"))
_POSSESSIVE = re.compile(r"['’][sS]$")
_ATTACHED = re.compile(r"['’]\w+$")
_MAY_BE_ATTACHED = re.compile(r"(?<=\w\w\w)['’](?:[sS]|[a-zà-ÿğışöüç]{2,6})$")
_ENDINGS = {"tr": _ATTACHED, "az": _ATTACHED, "": _MAY_BE_ATTACHED}
"""Languages that put the ending of a name behind an apostrophe (“İzmir'in”); a text of unknown language may do so."""
_ADDRESS = re.compile(r"\w{2,}://|www\.|(?:mailto|data):|%[0-9A-F]{2}")
"""In what is an address of the web, and no words."""
_SHORTEST_ADDRESS = 16
"""Characters of an address; a shorter one does little harm."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""A letter of a script that puts no space between words."""
_QUOTES = "\"“„«‘'"
_AROUND = f"{string.punctuation.replace('&', '')}“”„«»‘’–—…"
"""Signs that stand around most words that have some."""

OPENS, JOINED, APART, SHORTENED, LISTED, PASSES = range(6)
"""
What stands before a word: the beginning of a sentence or a quotation mark; a word and a space; something else.

`SHORTENED` stands before a chunk only: a full stop that ends no sentence if a word follows at once, as that of “Mr.”
does.  `LISTED` is each word of a list of short lines, such as the menu of a page: no sentence tells what their capitals
say.  `PASSES` is what a chunk says that has no words: what is before it is behind it too, with signs between.
"""
AS_BEFORE, BEHIND_SIGNS, OPENING, ELIDED = range(4)
"""How the state before a chunk becomes that of its first word: one of the rows below."""
FIRST = (
    (OPENS, JOINED, APART, JOINED),
    (OPENS, APART, APART, OPENS),
    (OPENS, OPENS, OPENS, OPENS),
    (OPENS, APART, APART, APART),
)
"""By the state before the chunk."""
SIGNS = {".": OPENS, ";": OPENS, ":": OPENS, "?": OPENS, "!": OPENS, ",": APART, ")": APART}
"""The state behind a word and such a sign."""


class Chunk(NamedTuple):
    """What a chunk says, whatever stands around it."""

    words: list[str]
    """As they stand, without what is attached to them: an elided article, a possessive."""
    before: list[int]
    """The state before each; that of the first one is told by `first`."""
    first: int
    behind: int
    """The state behind it."""


def read(chunk: str, tag: str) -> Chunk:
    """
    Give the words of a chunk of a language; the end of a line is a chunk by itself.

    >>> read("(Day’s", "en"), read("Mr.", "en").behind == SHORTENED
    (Chunk(words=['Day'], before=[1], first=1, behind=2), True)
    """
    if chunk == "\n":
        return Chunk([], [], OPENING, OPENS)
    if len(chunk) > _SHORTEST_ADDRESS and _ADDRESS.search(chunk):
        return Chunk([], [], AS_BEFORE, APART)
    bare = chunk.strip(_AROUND)
    if bare.isalnum():
        lead, _, behind = chunk.partition(bare)
        pieces = [(bare, f"{behind} ")]
    else:
        pieces = _WORD.findall(f"{chunk} ")
        lead = chunk[: chunk.index(pieces[0][0])] if pieces else chunk
    if not pieces:
        return Chunk([], [], OPENING, OPENS) if _END.search(lead) else Chunk([], [], BEHIND_SIGNS, PASSES)
    first = AS_BEFORE
    if lead:
        first = OPENING if lead[-1] in _QUOTES or _END.search(lead) else BEHIND_SIGNS
    words: list[str] = []
    before: list[int] = []
    state = JOINED
    for piece, gap in pieces:
        word, possessed, initials = piece, False, False
        if "'" in word or "’" in word:
            word, elided, possessed = _bare(word, tag)
            first = ELIDED if elided and not words and first == AS_BEFORE else first
        if "." in word and _INITIALS.fullmatch(word):
            word, initials = word.replace(".", ""), True
        words.append(word)
        before.append(state)
        if gap == " ":
            state = APART if possessed else JOINED
        elif gap == ". " and (initials or is_shortened(word)):
            state = SHORTENED
        else:
            state = OPENS if (gap and gap[-1] in _QUOTES) or _END.search(gap, initials) else APART
    return Chunk(words, before, first, state)


def is_shortened(word: str) -> bool:
    """Whether a full stop behind a word is that of an abbreviation: of a title, or of an initial."""
    return len(word) <= _LONGEST_TITLE and (word.casefold() in _ABBREVIATED or (len(word) == 1 and word.isupper()))


def _bare(word: str, tag: str) -> tuple[str, bool, bool]:
    """A word without what is attached to it, and whether something was, before it and behind."""
    elided = _ELIDED.match(word) if tag in _ELIDING else None
    word = word[elided.end() :] if elided else word
    ending = _ENDINGS.get(tag, _POSSESSIVE).search(word)
    word = word[: ending.start()] if ending else word.replace("’", "'")
    return word, elided is not None, ending is not None
