"""The names of all articles, brought to one form each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile, pairwise

from broadsheet.collect.gathering.nouns import is_abstract, may_inflect, nouns_have_capitals
from broadsheet.collect.gathering.stopwords import stopwords
from broadsheet.collect.topics.keys import counts_of_names, key_of
from broadsheet.collect.topics.persons import is_person, without_office
from broadsheet.collect.topics.roles import HONORIFICS, ROLES, VAGUE
from broadsheet.collect.topics.tally import Tally
from broadsheet.collect.topics.vocabulary import Vocabulary
from broadsheet.model.gathered import Gathered
from broadsheet.recognise.lexicon.given_names import is_given_name
from broadsheet.recognise.lexicon.places import is_place

_SEVERAL = re.compile(r"[\s-]")
_FEWEST_LINKED = (2, 3)
"""Articles that write “A of B” before it is one name, in a small collection and in one of more than a thousand."""
_INITIALS = 4
"""Letters of initials; a longer word in capitals may be one that is emphasised."""
_WELL_KNOWN = 4
"""Times that a word stands by itself as a name."""
_PARTICLES = frozenset("van von al el bin ibn ter ten &".split())
"""Small words that belong to the name of a person, or of a firm."""
_SMALL = frozenset(
    "of de del della dello delle dei degli di da do dos das du des la le les los van von der den zu zum zur ter ten"
    " bin ibn al el the &".split()
)
_STATES = frozenset(("US",))
"""Those of which a heading may say something in capitals (“US Sales”)."""
_ARTICLES = frozenset(("A", "An", "The", "Der", "Die", "Das", "Den", "Dem", "Des"))
_FIRST = frozenset(("a", "an", "the")) | _SMALL
"""What stands at the beginning of a run and is no part of a name."""


class Names:
    """How the names of the collection are written, and what each comes to."""

    def __init__(
        self, gathered: Sequence[Gathered], words: Vocabulary, languages: Iterable[str], total: int, tally: Tally
    ) -> None:
        self.words = words
        self._fewest_linked = _FEWEST_LINKED[total > 1000]
        self.stop = frozenset().union(*map(stopwords, sorted(languages)))
        self._light = self.stop | VAGUE
        counts = counts_of_names(gathered)
        self.articles = tally.counted("names", counts.articles)
        self.count = tally.counted("times", counts.times)
        self.inside = tally.counted("inside", counts.inside)
        self._parts = tally.counted("parts", +counts.parts)
        known = tally.counted("surnames", counts.surnames)
        self.doubtful = tally.decided("doubtful", lambda: {word: True for word in known if self.words.is_common(word)})
        """Common words that are surnames too, as “Brown” is: by themselves they are no names."""

    def settled(self, form: str, language: str | None) -> list[str]:
        """
        The names that a run of words with capitals comes to, mostly one; none where it is no name.

        What stands before a name is taken off: the first word of a sentence, titles, offices.  A run that holds a
        name which is more usual by itself at its end comes to that one; one of two names joined by “of” stays whole
        where several articles have it.
        """
        if form.isalpha() or not _SEVERAL.search(form):
            return [form] if self._is_alone(form) else []
        words, nouns = form.split(), nouns_have_capitals(language)
        if "-" in form:
            words = [self._without_compound(word) if "-" in word else word for word in words]
        while len(words) > 1 and not self.inside.get(key_of(" ".join(words)), 0) and self._only_opens(words):
            del words[0]
        while len(words) > 1 and words[0].casefold() in _FIRST and not self._has_article(words):
            del words[0]
        words = without_office(self._without_role(words))
        if nouns:
            words = self._without_noun(words)
            if len(words) == 1 < len(form.split()) and not (words[0].isupper() or self._stands(words)):
                return []
        if self._ends_in_initials(words):
            words = words[-1:]
        if len(words) == 2 and words[0] in _STATES and self.words.is_common(words[1].casefold()):
            words = words[:1]
        usual = self._usual(words) if len(words) > 2 else 0
        for at in range(1, len(words) - 1):
            if words[at].casefold() not in _SMALL and self._usual(words[at:]) > 2 * usual:
                words = words[at:]
                break
        if not _SMALL.isdisjoint(words[1:]) and self._usual(words) < self._fewest_linked:
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
            return [word for word in words if self._is_alone(word)]
        return [" ".join(words)] if self._is_name(words) else []

    def _stands(self, words: Sequence[str]) -> bool:
        """Whether a name stands by itself anywhere; “Year Award” is only the end of “Book of the Year Award”."""
        return self._times(" ".join(words)) > 0

    def _side_by_side(self, words: Sequence[str]) -> bool:
        """Two names that met once, each of which stands often without the other (“he told Trump China had …”)."""
        if len(words) != 2 or self.count[key_of(" ".join(words))] != 1 or is_person(" ".join(words)):
            return False
        first, last = words
        return self._times(first) >= _WELL_KNOWN and self._times(last) >= _WELL_KNOWN

    def _times(self, name: str) -> int:
        """How often a name stands by itself."""
        return self.count.get(key_of(name), 0)

    def _usual(self, words: Sequence[str]) -> int:
        return self.articles.get(key_of(" ".join(words)), 0)

    def _more_often(self, words: Sequence[str], others: Sequence[str]) -> bool:
        return self._times(" ".join(words)) > self._times(" ".join(others))

    def _only_opens(self, words: Sequence[str]) -> bool:
        """
        Whether the first word has its capital from the beginning of a sentence.

        So has an English participle (“Praising Celtic”) that has a capital nowhere else, and a common word before a
        name that is more usual without it.
        """
        folded = words[0].casefold()
        articles, small, _ = self.words.of(folded)
        if folded in self.stop or (small * 2 > articles and small > 1):
            return True
        if small * 2 > articles and self._more_often(words[1:], words) and not is_given_name(words[0], first=True):
            return True
        return folded.endswith("ing") and folded not in self._parts

    def _has_article(self, words: Sequence[str]) -> bool:
        """Whether a name begins with its article, as “Al Jazeera” and “Le Monde” do inside sentences, or is a city."""
        first, whole = words[0], " ".join(words[:2])
        if is_place(whole):
            return True
        return len(words) == 2 and first.istitle() and first not in _ARTICLES and self.inside[key_of(whole)] > 0

    def _without_noun(self, words: list[str]) -> list[str]:
        """
        A name without the common noun before it, in a language that gives nouns a capital (“Wirkstoff Insulin”).

        Left alone: an adjective, and what stands before a place or a given name, as in “Universität Wien”.  A genitive
        with a noun is the name alone (“Rede Adas”, “Adas Rede”).
        """
        if len(words) == 2:
            for word, noun in ((words[1], words[0]), (words[0], words[1])):
                if word.endswith("s") and self._is_known(word[:-1]) and not self._is_known(noun):
                    return [word[:-1]]
        while len(words) > 1 and words[0].casefold() in self._light:
            words = words[1:]
        while len(words) > 1 and not may_inflect(words[0]):
            articles, small, _ = self.words.of(words[0].casefold())
            named = len(words) == 2 and (is_place(words[1]) or is_given_name(words[1]))
            common = small * 2 > articles or "-" in words[0] or is_abstract(words[0])
            if named or not common or is_given_name(words[0], first=True):
                break
            words = words[1:]
        return words

    def _is_known(self, word: str) -> bool:
        """Whether a single word is the name of a place, or stands in the collection and is no common noun."""
        articles, small, _ = self.words.of(word.casefold())
        return is_place(word) or (articles > 0 and small == 0)

    def _ends_in_initials(self, words: Sequence[str]) -> bool:
        """Whether a run is initials with something before them that is no part of them (“World Federation FIS”)."""
        last = words[-1]
        if len(words) < 2 or not last.isupper() or len(last) < 2 or not last.isalpha() or words[-2].isupper():
            return False
        return self._more_often(words[-1:], words)

    def _without_compound(self, word: str) -> str:
        """“THAAD-related” is about THAAD, “AfD-Chef” about the AfD; in “Jong-nam” the last part is no word."""
        first, _, last = word.rpartition("-")
        if not first:
            return word
        attached = last.islower() and len(last) > 2 and (first.isupper() or self.words.of(last)[1] > 1)
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
                if len(rest) > 1 or words[at].casefold() in HONORIFICS or self._more_often(rest, words):
                    return rest
        return words

    def _is_name(self, words: Sequence[str]) -> bool:
        if len(words) > 2 and all(word.isupper() for word in words):
            return False
        if len(words) == 1:
            return self._is_alone(words[0])
        return words[-1].casefold() not in ROLES and not self.stop.issuperset(map(str.casefold, words))

    def _is_alone(self, word: str) -> bool:
        """Whether a single word is a name."""
        folded = word.casefold()
        if folded in ROLES or len(word) < 2:
            return False
        if not word[0].isupper():
            return True
        articles, small, _ = self.words.of(folded)
        if word.isupper():
            return small == 0 or len(word) < _INITIALS or (len(word) == _INITIALS and folded not in self.stop)
        known = small * 3 <= articles or folded in self.doubtful
        return known and (self.inside[key_of(word)] > 0 or folded in self._parts)
