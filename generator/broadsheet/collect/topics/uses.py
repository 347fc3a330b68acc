"""How an article uses what may be a topic."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from broadsheet.collect.topics.demonyms import english_place
from broadsheet.collect.topics.keys import key_of
from broadsheet.collect.topics.roles import MANNER, NO_TOPICS, ROLES, VAGUE
from broadsheet.collect.topics.variants import Names
from broadsheet.model import Article
from broadsheet.model.gathered import NAME, PHRASE, Gathered
from broadsheet.recognise.lexicon.months import is_of_calendar

_SAYS_NOTHING = NO_TOPICS | VAGUE
_AN_AMOUNT = re.compile(r"[^\W\d]{0,3}\d+(?:[.,]\d+)?[^\W\d]+")
"""“R50bn”, “10km”."""


@dataclass(slots=True)
class Use:
    """How often it is mentioned, and where."""

    count: int
    weight: int
    sort: int
    """That of a mention: `NAME`, `WORD` or `PHRASE`."""
    initials: bool = False
    """Whether it is written in capitals throughout, as “US” is, which is no “us”."""
    long: bool = False
    """Whether a form of it has several words, as the name that initials stand for."""
    inside: int = 0
    """How often it is named inside a sentence; the adjective of a place does not name it."""

    def add(self, other: Use) -> None:
        """Count another form of it."""
        self.count += other.count
        self.weight = max(self.weight, other.weight)
        self.long |= other.long
        self.inside += other.inside

    def explained(self) -> None:
        """Take it for a name of the first lines, at least."""
        self.weight = max(self.weight, 1)


class Uses(dict[str, Use]):
    """How an article uses what it mentions, by the key of its name."""

    __slots__ = ("forms", "had")

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[str] = []
        """As the article writes them."""
        self.had: list[str] = []
        """All keys that were used at any step; what is known of others does not concern it."""


def names_of(use: Uses) -> list[str]:
    """The keys of the names among the uses of an article."""
    return [key for key, u in use.items() if u.sort == NAME]


def add_use(uses: Uses, key: str, use: Use) -> None:
    """Count a use under a key."""
    if key in uses:
        uses[key].add(use)
    else:
        uses[key] = use
        uses.had.append(key)


class _Known:
    """What the collection knows of a name."""

    __slots__ = ("adjective", "articles", "first", "initials", "key", "long", "name")

    def __init__(self, key: str, name: str, form: str) -> None:
        self.key = key
        self.name = name
        self.articles = 0
        """How many articles use it in this form; a number to count with."""
        self.initials = name.isupper()
        self.long = " " in name
        self.first = form.startswith(name)
        self.adjective = name not in form


class Reader:
    """Reads what articles mention as uses, each under the key of its name."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[tuple[str, int, str], list[_Known]] = {}

    @property
    def asked(self) -> Collection[tuple[str, int, str]]:
        """What was read: forms, each with its sort and the language of an article."""
        return self._known.keys()

    def forget(self) -> None:
        """Forget what was read."""
        self._known.clear()

    def forms(self) -> dict[str, dict[str, int]]:
        """How each key is written in what was read, and in how many articles."""
        found: dict[str, dict[str, int]] = {}
        for names in self._known.values():
            for name in names:
                forms = found.setdefault(name.key, {})
                forms[name.name] = forms.get(name.name, 0) + name.articles
        return found

    def uses_of(self, article: Article, one: Gathered) -> Uses:
        """What an article mentions; that it was sent from a place says nothing of it."""
        found, read, mentions = Uses(), self._known, one.mentions
        language = (article.metadata.language or "en").partition("-")[0]
        for form, sort, times, opening, weight in mentions:
            asked = (form, sort, language)
            if (known := read.get(asked)) is None:
                known = read[asked] = [_Known(key, name, form) for key, name in self._read(*asked)]
            for name in known:
                inside = 0 if name.adjective else times - opening * name.first
                use = Use(times, weight, sort, name.initials, name.long, inside)
                if name.key in found:
                    found[name.key].add(use)
                else:
                    found[name.key] = use
                name.articles += 1
        found.forms.extend([mention[0] for mention in mentions])
        found.had.extend(found)
        if (sent_from := key_of(article.metadata.place or "")) in found:
            found[sent_from].count -= 1
        return found

    def names_of(self, form: str, sort: int, language: str) -> list[str]:
        """The names that a mention comes to; none where it can be no topic."""
        return [name for _, name in self._read(form, sort, language)]

    def _read(self, form: str, sort: int, language: str) -> Iterator[tuple[str, str]]:
        """The same, each behind its key."""
        for name in self._names.settled(form, language) if sort == NAME else (form,):
            key = key_of(name)
            if _says_nothing(key, sort) or (language == "de" and _part_of_month(name)):
                continue
            if sort == NAME:
                place = english_place(key, self._names.articles) if language == "en" else None
                if place is None:
                    yield key, name
                elif place:
                    yield key_of(place), place
            elif key.rpartition(" ")[2] not in ROLES and not (language == "en" and MANNER.search(key)):
                yield key, name


def _says_nothing(key: str, sort: int) -> bool:
    """Whether no word of a name says something, or one of a phrase is a short form that does not."""
    if key.isalpha():
        return key in _SAYS_NOTHING or (_dated(key) and sort != PHRASE)
    parts = key.split()
    if sort == NAME and len(parts) == 1 and _AN_AMOUNT.fullmatch(key):
        return True
    if sort == PHRASE:
        return not NO_TOPICS.isdisjoint(parts) or _SAYS_NOTHING.issuperset(parts)
    return all(_dated(part) for part in parts if part not in _SAYS_NOTHING)


def _part_of_month(form: str) -> bool:
    """Whether German words are such as “Mitte Mai”."""
    parts = form.split()
    return len(parts) == 2 and _dated(parts[1])


@cache
def _dated(part: str) -> bool:
    return part.isdigit() or is_of_calendar(part)
