"""Authors: which forms of names in the bylines are one person, and what each of them wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet.collect.authors.name_forms import NameForm, abbreviates, name_form
from broadsheet.collect.index.slug import slug
from broadsheet.collect.index.terms import free, sort_key
from broadsheet.errors import Finding
from broadsheet.model import Article, Author
from broadsheet.owner.authors import SaidAuthor
from broadsheet.recognise.bylines.names import PARTICLES

FOLDER = "authors"


@dataclass(frozen=True, slots=True)
class Authors:
    """Who wrote the articles of a collection."""

    known: tuple[Author, ...] = ()
    """In the order of an index: by family name."""
    by_article: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The names of each article's authors, by its path, in the order of its byline."""
    findings: tuple[Finding, ...] = ()


def authors_of(articles: Sequence[Article], said: Sequence[SaidAuthor] = ()) -> Authors:
    """
    Merge the forms of names that are sure to be one person; `articles` in the order of the collection.

    What the owner says comes first. Then forms that differ in case, accents, full stops or order are one; a form with
    initials, or without the middle ones, is the fuller form that it abbreviates, if there is only one such person.
    Left alone, and reported: a form that may abbreviate the names of two.
    """
    persons = _Persons(said)
    for article in articles:
        for name in article.metadata.authors:
            persons.add(name, article.path)
    findings = persons.merge()
    names = persons.names()
    by_article = {
        article.path: tuple(dict.fromkeys(names[persons.of(n, article.path)] for n in article.metadata.authors))
        for article in articles
        if article.metadata.authors
    }
    return Authors(tuple(_authors(by_article, persons, names)), by_article, tuple(findings))


_Key = NameForm | int
"""A form of a name; or, of a person that the owner names, the place in the owner's list."""


class _Persons:
    """The forms that were met, and to which person each belongs."""

    def __init__(self, said: Sequence[SaidAuthor]) -> None:
        self.said = said
        self.claimed: dict[NameForm, list[int]] = {}
        for place, author in enumerate(said):
            for form in (author.name, *author.also):
                self.claimed.setdefault(name_form(form), []).append(place)
        self.forms: dict[_Key, Counter[str]] = {}
        self.first: dict[_Key, str] = {}
        self.merged: dict[_Key, _Key] = {}

    def key(self, name: str, path: str) -> _Key:
        """The owner's person of that name, who wrote in that article, or the form itself."""
        form = name_form(name)
        claims = self.claimed.get(form, ())
        wrote = [place for place in claims if self.said[place].wrote(path)]
        narrow = [place for place in wrote if self.said[place].articles]
        return next(iter(narrow or wrote), form)

    def add(self, name: str, path: str) -> None:
        """Meet a name in an article."""
        key = self.key(name, path)
        self.forms.setdefault(key, Counter())[name] += 1
        self.first.setdefault(key, path)

    def of(self, name: str, path: str) -> _Key:
        """The person that a name in an article belongs to."""
        key = self.key(name, path)
        return self.merged.get(key, key)

    def merge(self) -> list[Finding]:
        """Give each shorter form to the person whose name it abbreviates; a finding for each that may be of two."""
        findings = []
        for family in self._families().values():
            for form, key in family:
                if isinstance(key, int):
                    continue
                fuller = [(full, other) for full, other in family if abbreviates(form, full)]
                persons = {
                    other: full for full, other in fuller if not any(abbreviates(full, longer) for longer, _ in fuller)
                }
                if len(persons) == 1:
                    self.merged[key] = next(iter(persons))
                elif persons:
                    findings.append(self._doubt(key, list(persons)))
        for key, person in self.merged.items():
            self.forms.setdefault(person, Counter()).update(self.forms[key])
        return findings

    def _families(self) -> dict[tuple[str, str], list[tuple[NameForm, _Key]]]:
        """The forms that may abbreviate each other, those of the owner's persons too."""
        families: dict[tuple[str, str], list[tuple[NameForm, _Key]]] = {}
        for key in self.forms:
            if isinstance(key, NameForm) and key.given:
                families.setdefault((key.family, key.suffix), []).append((key, key))
        for place, author in enumerate(self.said):
            for form in {name_form(name) for name in (author.name, *author.also)} if not author.articles else ():
                if (form.family, form.suffix) in families:
                    families[form.family, form.suffix].append((form, place))
        return families

    def _doubt(self, key: _Key, persons: list[_Key]) -> Finding:
        may_be = sorted(self._name(person) for person in persons)
        return Finding(self.first[key], 0, 0, "ambiguous-author", f"{self._name(key)}: {', '.join(may_be)}")

    def names(self) -> dict[_Key, str]:
        """The name of each person."""
        return {key: self._name(key) for key in self.forms if key not in self.merged}

    def _name(self, key: _Key) -> str:
        return self.said[key].name if isinstance(key, int) else _usual(self.forms[key])


def _usual(forms: Counter[str]) -> str:
    """The form of a name to print: written out, in capitals and small letters, given name first; then the commonest."""

    def rank(name: str) -> tuple[bool, bool, bool, int, str]:
        return "," in name and not name_form(name).suffix, name_form(name).is_short, _one_case(name), -forms[name], name

    return min(forms, key=rank)


def _one_case(name: str) -> bool:
    return name in (name.upper(), name.lower()) and name.upper() != name.lower()


def _authors(
    by_article: Mapping[str, tuple[str, ...]], persons: _Persons, names: Mapping[_Key, str]
) -> Iterator[Author]:
    wrote: dict[str, list[str]] = {}
    beside: dict[str, Counter[str]] = {}
    for path, together in by_article.items():
        for name in together:
            wrote.setdefault(name, []).append(path)
            beside.setdefault(name, Counter()).update(other for other in together if other != name)
    keys = {name: key for key, name in names.items() if name in wrote}
    sorts = {name: _sort(name) for name in wrote}
    places: set[str] = set()
    for name in sorted(wrote, key=lambda name: (sorts[name], name)):
        place, key = free(slug(name), places), keys[name]
        places.add(place)
        said = persons.said[key] if isinstance(key, int) else None
        yield Author(
            name,
            f"{FOLDER}/{place}",
            sorts[name],
            tuple(form for form, _ in sorted(persons.forms[key].items(), key=lambda f: (-f[1], f[0]))),
            tuple(wrote[name]),
            tuple(sorted(beside[name].items(), key=lambda b: (-b[1], sorts[b[0]], b[0]))),
            said.note if said else "",
            said.portrait if said else "",
        )


def _sort(name: str) -> str:
    """
    What an index sorts a name by.

    >>> _sort("Ludwig van Beethoven"), _sort("Archive desk")
    ('beethoven, ludwig van', 'archive desk')
    """
    form = name_form(name)
    if not form.given:
        return sort_key(name)
    words = form.family.split()
    particles = [word for word in words[:-1] if word in PARTICLES]
    family = " ".join(words[len(particles) :])
    return f"{family}, {' '.join((*form.given, *particles))}"
