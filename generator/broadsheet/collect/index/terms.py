"""Terms of an index: names, each with its articles and a place in the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain, count

from anyascii import anyascii

from broadsheet.collect.index.fold import fold
from broadsheet.collect.index.slug import slug
from broadsheet.model import Article, Term


def index_of(folder: str, found: Mapping[str, Sequence[str]]) -> tuple[Term, ...]:
    """
    The terms from A to Z, by the articles of each; one that leads to several has pages in `folder`.

    Two that have one name in an address get numbers, in the order of the index.
    """
    taken: set[str] = set()
    terms = []
    for name in sorted(found, key=lambda name: (sort_key(name), name)):
        place = free(slug(name), taken) if len(found[name]) > 1 else ""
        taken.add(place)
        terms.append(Term(name, f"{folder}/{place}" if place else "", sort_key(name), tuple(found[name])))
    return tuple(terms)


def told(articles: Iterable[Article], of: Callable[[Article], str | None]) -> dict[str, list[str]]:
    """The paths of the articles by one thing that is known of them; forms that differ in case and accents are one."""
    forms: dict[str, dict[str, int]] = {}
    paths: dict[str, list[str]] = {}
    for article in articles:
        if name := of(article):
            key = fold(name)
            forms.setdefault(key, {})[name] = forms.get(key, {}).get(name, 0) + 1
            paths.setdefault(key, []).append(article.path)
    usual = {key: min(names, key=lambda name: (name.isupper(), -names[name], name)) for key, names in forms.items()}
    return {usual[key]: held for key, held in paths.items()}


def sort_key(name: str) -> str:
    """
    What an index sorts a name by: without case and accents; Chinese, Japanese and Korean by their sound in Latin.

    >>> sort_key("Élysée"), sort_key("“Analytical” Engine"), sort_key("魯迅")
    ('elysee', 'analytical” engine', 'luxun 魯迅')
    """
    bare = fold(name).lstrip("“”\"'‘’«»„([¿¡. ")
    return f"{anyascii(bare).lower()} {bare}" if bare[:1] > "\u2e7f" else bare or name


def free(place: str, taken: Set[str]) -> str:
    """A place that is not taken, with a number if need be."""
    numbers = (f"{place}-{number}" for number in count(2))
    return next(name for name in chain([place], numbers) if name not in taken)
