"""The traits of a word: what its letters tell of it in a language, whatever text it stands in."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from broadsheet.collect.gathering.nouns import nouns_have_capitals
from broadsheet.collect.gathering.stopwords import stopwords

_LINKS = {
    "en": "of for the",
    "fr": "de du des la le les",
    "es": "de del la las los el",
    "ca": "de del la les els",
    "pt": "de da do das dos",
    "it": "di del della dello delle dei degli da de",
    "ro": "al a ale",
    "nl": "van de der den het ter ten",
}
"""Small words that stand inside names, by language."""
_ANYWHERE = frozenset("de del di da van von der den la al el bin ibn &".split())
"""Those that stand in the names of people and firms, in texts of any language."""
_TRAILING = frozenset("fr es ca pt it ro pl cs sk hr sr sl".split())
"""Languages that put the adjective of a name behind it, in small letters (“Union européenne”)."""
_ENDINGS = ("an", "ic", "ish", "ese", "al", "ist")
"""Those of English adjectives with a capital."""
_FIGURES = 4
"""Digits of a number that is a year and no part of a name (“Apollo 11”)."""
_SHORTEST = 4
"""Letters of a single word that may be a topic; shorter ones are seldom words with a meaning of their own."""
_SHORTEST_UNCASED = 3
"""The same where no vowels are written, or several letters are one sign."""
_SHORTEST_SYLLABLES = 2
"""The same in Hangul, where each sign is a syllable."""
_HANGUL = ("\uac00", "\ud7a3")
_SHORTEST_PART = 3
"""Letters of a word in a phrase."""


CAPITAL, SMALL, SHOUTED, LONG, TELLS, LINKS, NO_NAME, STOP, ADJECTIVE, TOPIC, PART = (1 << bit for bit in range(11))
"""
A bit for each: it begins with a capital; it has none; all of its two letters or more are; it has two letters or more.

It says something of what a text is about (`TELLS`: no stop word, number or single letter).  It may stand inside a name
or at its end without a capital (`LINKS`: “of”, “11”).  It is no name by itself (`NO_NAME`: a noun where all have a
capital, a stop word such as “I” or “I'm”), or only where it opens a sentence (`STOP`).  As a name it may be an
adjective, or one with the word behind it (`ADJECTIVE`).  It may be a topic of a text that has it again and again
(`TOPIC`), or part of a phrase that is (`PART`).
"""


@cache
def small_words(tag: str) -> Set[str]:
    """German has “der” and “den” in every sentence, so there they are part of a name only after “von”."""
    common = _ANYWHERE - {"der", "den"} if tag == "de" else _ANYWHERE
    return common | frozenset(_LINKS.get(tag or "en", "").split())


class Traits:
    """Those of the words of one language."""

    def __init__(self, tag: str) -> None:
        """`tag` is that of the language without its region; empty where it is not known."""
        self._stop, self._small, self._nouns = stopwords(tag or None), small_words(tag), nouns_have_capitals(tag)
        self._endings = ("",) if tag in _TRAILING else _ENDINGS if tag in ("en", "") else ()

    def of(self, word: str, folded: str) -> int:
        """The traits of a word, by itself and folded."""
        capital, found = word[0].isupper(), 0
        if len(word) > 1:
            found = LONG | SHOUTED if word.isupper() else LONG
        if folded in self._stop:
            found |= STOP if len(word) > 1 and "'" not in word else STOP | NO_NAME
        elif not word[0].isdigit():
            found |= TELLS if len(folded) > 1 else 0
            found |= TOPIC if capital == self._nouns and len(word) >= _shortest(word) else 0
        elif len(folded) > 1 and not folded.isdecimal():
            found |= TELLS
        if folded in self._small or (len(word) < _FIGURES and word.isdigit()):
            found |= LINKS
        if capital:
            found |= CAPITAL
            found |= NO_NAME if self._nouns and word[1:].islower() else 0
            found |= ADJECTIVE if word.endswith(self._endings) else 0
        elif _may_be_part(word) and word not in self._stop:
            found |= PART
        return found | SMALL if word == folded else found


def is_figure(word: str) -> bool:
    """Whether a word is a number that may end a name."""
    return len(word) < _FIGURES and word.isdigit()


def adjectives_are_behind(tag: str) -> bool:
    """Whether a language puts the adjective of a name behind it."""
    return tag in _TRAILING


def _shortest(word: str) -> int:
    if _HANGUL[0] <= word[0] <= _HANGUL[1]:
        return _SHORTEST_SYLLABLES
    return _SHORTEST if word.isascii() or word.upper() != word.lower() else _SHORTEST_UNCASED


def _may_be_part(word: str) -> bool:
    if word.isascii():
        return len(word) >= _SHORTEST_PART and word.isalpha()
    letters = word.isalpha() or (word[0].isalpha() and word.upper() == word.lower() and not word[-1].isdigit())
    return letters and len(word) >= min(_SHORTEST_PART, _shortest(word))
