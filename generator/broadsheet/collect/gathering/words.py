"""A text as sentences of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter

from broadsheet.collect.gathering.stopwords import stopwords

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


_SHORT_LINE = 6
"""Words of a line that is no sentence, if no full stop or the like ends it."""
_LIST = 5
"""Such lines, one after the other, that are a list."""
_ENDS = frozenset(".!?:;…。！？؟۔।,")
_CLOSING = " \"”’»«“')]*_"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order; its columns have equally many rows."""

    texts: list[str]
    """As they stand, without what is attached to them: an elided article, a possessive."""
    folded: list[str]
    before: list[int]
    """What stands before each: one of the states below."""
    stop: Set[str]
    """The stop words of the language, folded."""
    counts: Counter[str]
    """How often each stands there, as it stands."""

    @property
    def capitals(self) -> list[int]:
        """The places of those that begin with a capital."""
        return list(compress(range(len(self.texts)), map(str.isupper, map(itemgetter(0), self.texts))))


OPENS, JOINED, APART, LISTED, _SHORTENED = range(5)
"""
What stands before a word: the beginning of a sentence or a quotation mark; a word and a space; something else.

`LISTED` is each word of a list of short lines, such as the menu of a page: no sentence tells what their capitals say.
The last stands before a chunk only: a full stop that ends no sentence if a word follows at once, as that of “Mr.” does.
"""

_BEHIND = {".": OPENS, ";": OPENS, ":": OPENS, "?": OPENS, "!": OPENS, ",": APART, ")": APART}
"""The state behind a word and such a sign."""


def words_of(text: str, language: str | None) -> Words:
    """
    The words of a text, in order; a full stop after initials or a title ends no sentence.

    >>> words = words_of("The U.S.’s answer to Mr. Day’s paper: silence.", "en")
    >>> [text for text, before in zip(words.texts, words.before) if before == OPENS]
    ['The', 'silence']
    >>> words_of("News& more", "en").texts
    ['News', '&', 'more']
    """
    tag = (language or "").partition("-")[0]
    texts: list[str] = []
    before: list[int] = []
    listed: list[int] = []
    lines = iter(text.split("\n"))
    chunks = [*text.replace("\n", " \n ").split(" "), "\n"]
    states = [JOINED] * (len(chunks) + 1)
    states[0] = OPENS
    begin = start = 0
    shortened = -1
    for place in [place for place, chunk in enumerate(chunks) if not chunk.isalnum()]:
        chunk = chunks[place]
        state = _BEHIND.get(chunk[-1:])
        if state is not None and (word := chunk[:-1]).isalnum():  # as most are; it stays among the bare words
            chunks[place] = word
            state = _SHORTENED if chunk[-1] == "." and _is_shortened(word) else state
        else:
            texts += chunks[start:place]
            before += states[start:place]
            start = place + 1
            if chunk != "\n":
                state = _read(chunk, _SHORTENED if place == shortened else states[place], tag, texts, before)
            else:
                state = OPENS
                if _is_open(next(lines)) and not _is_long(texts, begin):
                    listed.append(begin)
                elif listed:
                    _mark(listed, before, begin)
                begin = len(texts)
        if state == _SHORTENED:  # only what is no bare word asks for that
            state, shortened = JOINED, place + 1
        states[place + 1] = state
    _mark(listed, before, len(texts))
    folded = "\n".join(texts).casefold().split("\n") if texts else []
    return Words(texts, folded, before, stopwords(tag or None), Counter(texts))


def _is_open(line: str) -> bool:
    """Whether no full stop or the like ends a line."""
    return line[-1:] not in _ENDS and line.rstrip(_CLOSING)[-1:] not in _ENDS


def _is_long(texts: list[str], start: int) -> bool:
    """Whether a line has as many words as a sentence, a third of them without a capital."""
    if len(texts) - start <= _SHORT_LINE:
        return False
    return sum(texts[at][0].isupper() for at in range(start, len(texts))) * 3 < 2 * (len(texts) - start)


def _mark(listed: list[int], before: list[int], end: int) -> None:
    """Mark the words from the first of some short lines up to a place, if there are enough; forgets the lines."""
    if len(listed) >= _LIST:
        before[listed[0] : end] = [LISTED] * (end - listed[0])
    listed.clear()


def _read(chunk: str, state: int, tag: str, texts: list[str], before: list[int]) -> int:
    """Add the words of what stands between two spaces, by the state before it; returns the state behind it."""
    if not chunk:
        return OPENS if state in (OPENS, _SHORTENED) else APART
    if len(chunk) > _SHORTEST_ADDRESS and _ADDRESS.search(chunk):
        return APART
    pieces = _WORD.findall(f"{chunk} ")
    lead = chunk[: chunk.index(pieces[0][0])] if pieces else chunk
    if lead or not pieces:
        opens = state in (OPENS, _SHORTENED) or _END.search(lead) or (pieces and lead[-1] in _QUOTES)
        state = OPENS if opens else APART
    elif state == _SHORTENED:
        state = JOINED
    for piece, gap in pieces:
        word, possessed, initials = piece, False, False
        if "'" in word or "’" in word:
            word, elided, possessed = _bare(word, tag)
            state = APART if elided and state == JOINED else state
        if "." in word and _INITIALS.fullmatch(word):
            word, initials = word.replace(".", ""), True
        texts.append(word)
        before.append(state)
        if gap == " ":
            state = APART if possessed else JOINED
        elif gap == ". " and (initials or _is_shortened(word)):
            state = _SHORTENED
        else:
            state = OPENS if _END.search(gap, initials) or (gap and gap[-1] in _QUOTES) else APART
    return state


def _is_shortened(word: str) -> bool:
    """Whether a full stop behind a word is that of an abbreviation: of a title, or of an initial."""
    return len(word) <= _LONGEST_TITLE and (word.casefold() in _ABBREVIATED or (len(word) == 1 and word.isupper()))


def _bare(word: str, tag: str) -> tuple[str, bool, bool]:
    """A word without what is attached to it, and whether something was, before it and behind."""
    elided = _ELIDED.match(word) if tag in _ELIDING else None
    word = word[elided.end() :] if elided else word
    ending = _ENDINGS.get(tag, _POSSESSIVE).search(word)
    word = word[: ending.start()] if ending else word.replace("’", "'")
    return word, elided is not None, ending is not None
