"""How an article uses what may be a topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from broadsheet.collect.topics.roles import MANNER, NO_TOPICS, ROLES, VAGUE
from broadsheet.collect.topics.variants import Names, english_place, key_of
from broadsheet.model import Article
from broadsheet.model.gathered import Gathered, Sort
from broadsheet.recognise.lexicon.months import months_named, weekdays_named

_SAYS_NOTHING = NO_TOPICS | VAGUE


@dataclass(slots=True)
class Use:
    """How often it is mentioned, and where."""

    count: int
    weight: int
    sort: Sort
    initials: bool = False
    """Whether it is written in capitals throughout, as “US” is, which is no “us”."""
    long: bool = False
    """Whether a form of it has several words, as the name that initials stand for."""

    def add(self, other: Use) -> None:
        """Count another form of it."""
        self.count += other.count
        self.weight = max(self.weight, other.weight)
        self.long |= other.long

    def explained(self) -> None:
        """Take it for a name of the first lines, at least."""
        self.weight = max(self.weight, 1)


Uses = dict[str, Use]
"""By the key of its name."""


def add_use(uses: Uses, key: str, use: Use) -> None:
    """Count a use under a key."""
    if key in uses:
        uses[key].add(use)
    else:
        uses[key] = use


class Reader:
    """Reads what articles mention as uses, each under the key of its name."""

    def __init__(self, names: Names) -> None:
        self.forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """How each key is written, and how often."""
        self._names = names
        self._known: dict[tuple[str, Sort, str], list[tuple[str, str, bool]]] = {}

    def uses_of(self, article: Article, one: Gathered) -> Uses:
        """What an article mentions."""
        found: Uses = {}
        language = (article.metadata.language or "en").partition("-")[0]
        for mention in one.mentions:
            form, sort, times, _, weight = mention
            asked = (form, sort, language)
            known = self._known.get(asked)
            if known is None:
                known = [(key_of(name), name, name.isupper()) for name in self._read(*asked)]
                self._known[asked] = known
            for key, name, initials in known:
                add_use(found, key, Use(times, weight, sort, initials, " " in key))
                self.forms[key][name] += 1
        return found

    def _read(self, form: str, sort: Sort, language: str) -> Iterator[str]:
        """The names that a mention comes to; none where it can be no topic."""
        for name in self._names.settled(form) if sort == Sort.NAME else (form,):
            key = key_of(name)
            if _SAYS_NOTHING.issuperset(key.split()) or _a_date(name, language):
                continue
            if sort == Sort.NAME:
                place = english_place(key, self._names.articles) if language == "en" else None
                if place != "":
                    yield place or name
            elif key.rpartition(" ")[2] not in ROLES and not (language == "en" and MANNER.search(key)):
                yield name


def _a_date(form: str, language: str) -> bool:
    """Whether a name is of days and months; in German also “Mitte Mai”, as elsewhere May may be a person."""
    parts = form.split()
    if language == "de" and len(parts) == 2 and _dated(parts[1]):
        return True
    return all(map(_dated, parts))


@cache
def _dated(part: str) -> bool:
    return part.isdigit() or bool(months_named(part) or weekdays_named(part))
