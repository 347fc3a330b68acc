"""The names of all articles, brought to one form each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import dropwhile, pairwise

from broadsheet.collect.gathering.stopwords import stopwords
from broadsheet.collect.topics.roles import ADJECTIVES, HONORIFICS, ROLES, place_of
from broadsheet.collect.topics.vocabulary import Vocabulary
from broadsheet.model.gathered import Gathered, Sort

_MARKS = re.compile(r"[-‐‑'’.&\s]+")
_FEWEST_LINKED = (2, 3)
"""Articles that write “A of B” before it is one name, in a small collection and in one of more than a thousand."""
_WELL_KNOWN = 4
"""Times that a word stands by itself as a name."""
_PARTICLES = frozenset("van von al el bin ibn ter ten &".split())
"""Small words that belong to the name of a person, or of a firm."""
_SMALL = frozenset(
    "of de del della dello delle dei degli di da do dos das du des la le les los van von der den zu zum zur ter ten"
    " bin ibn al el the &".split()
)
_FIRST = frozenset(("a", "an", "the")) | _SMALL
"""What stands at the beginning of a run and is no part of a name."""


@cache
def key_of(form: str) -> str:
    """
    What all ways to write a name have in common.

    >>> key_of("Kim Jong-un") == key_of("Kim Jong Un"), key_of("O’Shaughnessy")
    (True, 'o shaughnessy')
    """
    return _MARKS.sub(" ", form.casefold()).strip()


class Names:
    """How the names of the collection are written, and what each comes to."""

    def __init__(self, gathered: Sequence[Gathered], words: Vocabulary, languages: Iterable[str | None]) -> None:
        self.words = words
        self._fewest_linked = _FEWEST_LINKED[len(gathered) > 1000]
        self.articles: Counter[str] = Counter()
        self.count: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        """In how many articles a name stands inside a sentence."""
        self.stop = frozenset().union(*(stopwords(language) for language in sorted({t or "en" for t in languages})))
        self._settled: dict[str, tuple[str, ...]] = {}
        self._parts: set[str] = set()
        """Words with a capital that no beginning of a sentence explains."""
        for one in gathered:
            for mention in one.mentions:
                if mention.sort == Sort.NAME:
                    key = key_of(mention.form)
                    self.articles[key] += 1
                    self.count[key] += mention.times
                    inside = mention.times > mention.opening
                    self.inside[key] += inside
                    self._parts.update(key.split() if inside else key.split()[1:])

    def settled(self, form: str) -> tuple[str, ...]:
        """
        The names that a run of words with capitals comes to, mostly one; none where it is no name.

        What stands before a name is taken off: the first word of a sentence, titles, offices.  A run that holds a
        name which is more usual by itself at its end comes to that one; one of two names joined by “of” stays whole
        where several articles have it.
        """
        if form not in self._settled:
            self._settled[form] = tuple(self._settle(form))
        return self._settled[form]

    def _settle(self, form: str) -> list[str]:
        words = [self._without_compound(word) if "-" in word else word for word in form.split()]
        while len(words) > 1 and not self.inside[key_of(" ".join(words))] and self._only_opens(words):
            del words[0]
        while len(words) > 1 and words[0].casefold() in _FIRST:
            del words[0]
        words = self._without_role(words)
        for at in range(1, len(words) - 1):
            if words[at].casefold() not in _SMALL and self._usual(words[at:]) > 2 * self._usual(words):
                words = words[at:]
                break
        if any(word in _SMALL for word in words[1:]) and self._usual(words) < self._fewest_linked:
            parts: list[list[str]] = [[]]
            for before, word in pairwise(["", *words]):
                if word in _SMALL and word not in _PARTICLES and before not in _PARTICLES:
                    parts.append([])
                else:
                    parts[-1].append(word)
            stand = [part for part in parts if part and self._is_name(part)]
            if all(self._stands(part) for part in stand):
                return [" ".join(part) for part in stand]
        while len(words) > 1 and words[-1].isdigit() and self._usual(words) < self._fewest_linked:
            del words[-1]
        if self._side_by_side(words):
            return [word for word in words if self._is_name([word])]
        return [" ".join(words)] if self._is_name(words) else []

    def _stands(self, words: Sequence[str]) -> bool:
        """Whether a name stands by itself anywhere; “Year Award” is only the end of “Book of the Year Award”."""
        return self.count[key_of(" ".join(words))] > 0

    def _side_by_side(self, words: Sequence[str]) -> bool:
        """Two names that met once, each of which stands often without the other (“he told Trump China had …”)."""
        if len(words) != 2 or self.count[key_of(" ".join(words))] != 1:
            return False
        return all(self.count[key_of(word)] >= _WELL_KNOWN for word in words)

    def _usual(self, words: Sequence[str]) -> int:
        return self.articles[key_of(" ".join(words))]

    def _only_opens(self, words: Sequence[str]) -> bool:
        """
        Whether the first word has its capital from the beginning of a sentence.

        So has an English participle (“Praising Celtic”) that has a capital nowhere else.
        """
        folded = words[0].casefold()
        articles, small, _ = self.words.of(folded)
        if folded in self.stop or (small * 2 > articles and small > 1):
            return True
        return folded.endswith("ing") and folded not in self._parts

    def _without_compound(self, word: str) -> str:
        """“THAAD-related” is about THAAD, “AfD-Chef” about the AfD; in “Jong-nam” the last part is no word."""
        first, _, last = word.rpartition("-")
        if not first:
            return word
        attached = last.islower() and len(last) > 2 and self.words.of(last)[1] > 1
        if attached or (
            last.istitle() and first.lower() != first != first.title() and self.articles[key_of(first)] > 1
        ):
            return first
        return word

    def _without_role(self, words: list[str]) -> list[str]:
        for at in range(len(words) - 2, -1, -1):
            if words[at].casefold() in ROLES:
                rest = words[at + 1 :]
                if rest[0] in _SMALL:  # “Secretary of State Rex Tillerson”
                    rest = list(dropwhile(_SMALL.__contains__, rest))[1:]
                    if len(rest) < 2:
                        continue
                if len(rest) > 1 or words[at].casefold() in HONORIFICS or self._usual(rest) > self._usual(words):
                    return rest
        return words

    def _is_name(self, words: Sequence[str]) -> bool:
        if len(words) > 2 and all(word.isupper() for word in words):
            return False
        if len(words) > 1:
            return words[-1].casefold() not in ROLES and not all(word.casefold() in self.stop for word in words)
        word, folded = words[0], words[0].casefold()
        if folded in ROLES or len(word) < 2:
            return False
        if word.isupper() or not word[0].isupper():
            return True
        articles, small, _ = self.words.of(folded)
        return small * 3 <= articles and (self.inside[key_of(word)] > 0 or folded in self._parts)


def english_place(key: str, known: Counter[str]) -> str | None:
    """The place for which an English adjective counts; empty where the collection does not name it."""
    first, _, last = key.rpartition(" ")
    if not last.endswith(ADJECTIVES):
        return None
    if (place := place_of(last) or place_of(last.removesuffix("s"))) is None:
        return None
    whole = f"{first} {key_of(place)}".strip()
    if first:
        return f"{first.title()} {place}" if known[whole] else None
    return place if known[whole] else ""
