"""Uses of one thing under several names, counted as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

from broadsheet.collect.topics.persons import is_person
from broadsheet.collect.topics.uses import Uses, add_use, names_of
from broadsheet.collect.topics.variants import key_of
from broadsheet.model.gathered import Gathered, Sort
from broadsheet.recognise.lexicon.given_names import is_given_name
from broadsheet.recognise.lexicon.places import is_place

_GENITIVES = frozenset("de da nb nn no sv nl".split())
"""Languages whose names have a genitive in -s without an apostrophe."""
_LINKS = frozenset("of for the du des".split())
_NOBODY = ""
"""What a name means that may be of several persons."""
_MOSTLY = 3
"""Times that a name stands as often as another one with the same last word, if that word alone is to mean it."""


_is_place = cache(is_place)


def rename(uses: Iterable[Uses], into: Mapping[str, str]) -> None:
    """Count what stands under one key under another."""
    for use in uses:
        for old in [key for key in use if key in into]:
            add_use(use, into[old], use.pop(old))


def merge_short(uses: Sequence[Uses], is_common: Callable[[str], bool]) -> None:
    """
    Count a part of a name for the whole one: “Trump” for “Donald Trump”.

    In an article the part is the last word of the one name there that ends in it (of several, of one that stands three
    times as often as each of the others), or the first word of one in whose company it mostly stands (“Xi”, “Xi
    Jinping”), and that is no rarity.  Where no such name is in the article, but four of five such names in the
    collection are the same, it is that one, if they are mostly found together.  A surname that several persons of the
    article have means none.

    Left alone: initials and places; what the collection mostly has without the name, if that is no person's.  A word
    that `is_common` is hardly a part of a name.
    """
    singles: Counter[str] = Counter()
    wholes: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for use in uses:
        for key in names_of(use):
            if " " in key:
                wholes[key] += 1
                for part in _ends(key):
                    together[part, key] += part in use
            else:
                singles[key] += 1
    usual = _usual(wholes, together)

    def means(single: str, whole: str) -> bool:
        return is_person(whole) or singles[single] <= _MOSTLY * together[single, whole]

    def often(whole: str, single: str, use: Uses) -> bool:
        return wholes[whole] > 1 or use[whole].count * _MOSTLY >= use[single].count

    def whole_of(single: str, names: Sequence[str], use: Uses) -> str | None:
        initials = use[single].initials
        fitting = [key for key in names if not initials and _may_be_short(single, key) and means(single, key)]
        if not fitting and not initials:
            fitting = [
                key
                for key in names
                if key.startswith(f"{single} ")
                and together[single, key] * 2 >= singles[single]
                and (is_given_name(single) or not any(map(is_common, key.split())) or often(key, single, use))
            ]
        persons = [key for key in fitting if is_person(key)]
        if 2 * sum(use[key].count for key in persons) >= sum(use[key].count for key in fitting):
            fitting = persons
        if fitting:
            first, *others = sorted(fitting, key=lambda key: -use[key].count)
            if all(use[first].count >= _MOSTLY * max(1, use[key].count) for key in others):
                return first
            return _NOBODY if all(map(is_person, fitting)) else None
        key = usual.get(single)
        return key if key and together[single, key] * 3 > singles[single] else None

    for use in uses:
        names = names_of(use)
        many = [key for key in names if " " in key]
        for single in names:
            if " " in single or _is_place(single):
                continue
            if (whole := whole_of(single, many, use)) is not None:
                short = use.pop(single)
                short.inside += 1  # whoever is named again, and in short, is no one of a caption
                if whole != _NOBODY:
                    add_use(use, whole, short)


def drop_stopwords(uses: Sequence[Uses], stop: Set[str]) -> None:
    """Drop single stop words with a capital, once those that are a part of a name (“Xi”) are counted for it."""
    for use in uses:
        for key in [key for key in use if key in stop and not use[key].initials]:
            del use[key]


def _may_be_short(single: str, name: str) -> bool:
    """Whether a word may stand for a name that ends in it; “China” is no short form of “Bank of China”."""
    return name.endswith(f" {single}") and name.split()[-2] not in _LINKS and not _is_place(name)


def _ends(key: str) -> tuple[str, str]:
    return key[: key.index(" ")], key[key.rindex(" ") + 1 :]


def _usual(wholes: Mapping[str, int], together: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """The name that a last word mostly belongs to."""
    rivals: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, number in wholes.items():
        last = _ends(key)[1]
        if number > 1 and together[last, key] * 2 >= number and not _is_place(key):
            rivals[last].append((number, key))
    return {
        last: max(found)[1]
        for last, found in rivals.items()
        if max(found)[0] * 5 >= sum(number for number, _ in found) * 4
    }


def merge_initials(uses: Sequence[Uses], gathered: Sequence[Gathered]) -> None:
    """
    Count initials and the name that a text says they stand for as one, the more usual of both.

    Everywhere, if a third of the articles with the initials have the name too; else only in those that have both, as
    the initials may stand for something else in the others, as they do in one that says so.  A name whose initials a
    text explains counts as one of its first lines: what is explained is used again.
    """
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in gathered:
        for initials, name in set(one.aliases):
            said[key_of(initials)][key_of(name)] += 1
    counts = Counter(key for use in uses for key in use)
    into = {}
    for initials, names in sorted(said.items()):
        name, number = min(names.items(), key=lambda pair: (-pair[1], pair[0]))
        if number * 3 >= names.total() * 2 and counts[name] and counts[initials]:
            usual, other = sorted((initials, name), key=lambda key: (-counts[key], key != initials))
            into[other] = usual
    into = {old: new for old, new in into.items() if new not in into}
    initials_of = {old: old if old in said else new for old, new in into.items()}
    together = Counter(old for use in uses for old in use if into.get(old) in use)
    sure = {old: new for old, new in into.items() if together[old] * 3 >= counts[initials_of[old]]}
    for use, one in zip(uses, gathered, strict=True):
        own = {key_of(initials): key_of(name) for initials, name in one.aliases}
        differ = {old for old, name in own.items() if old in into and into[old] != name}
        for initials in differ:
            rename([use], {own[initials]: initials})
        rename([use], {old: new for old, new in sure.items() if old not in differ} if differ else sure)
        rename([use], {old: new for old in use if (new := into.get(old)) and new in use and old not in differ})
        for key in {into.get(key, key) for key in own} & use.keys():
            use[key].explained()


def merge_genitives(uses: Sequence[Uses], languages: Sequence[str | None]) -> None:
    """Count the genitive of a name (“Russlands”) for the name, where a language forms it with a bare -s."""
    counts = Counter(key for use in uses for key in names_of(use))
    for use, language in zip(uses, languages, strict=True):
        if (language or "").partition("-")[0] in _GENITIVES:
            ending = [key for key in names_of(use) if key.endswith("s")]
            rename([use], {key: key[:-1] for key in ending if _is_genitive(key, use, counts)})


def _is_genitive(key: str, use: Uses, counts: Mapping[str, int]) -> bool:
    bare = key[:-1]
    often = counts.get(bare, 0)
    if bare in use and use[bare].count >= use[key].count:
        return True
    return (often > counts[key] and often > 2) or (not _is_place(key) and _is_place(bare))


def merge_numbers(uses: Sequence[Uses]) -> None:
    """
    Count a plural in -s and its singular as one, the more usual of both.

    Left alone: names, but those in -y, as “Tory” is.
    """
    counts = Counter(key for use in uses for key, u in use.items() if u.sort != Sort.NAME)
    for name in {key for use in uses for key in names_of(use)}:
        counts.pop(name, None)
    into = {}
    for key in sorted(_names_in_y(uses)):
        into[key] = f"{key[:-1]}ies"
    for key in sorted(counts):
        if (plural := f"{key}s") in counts:
            more = counts[plural] >= counts[key]
            into[key if more else plural] = plural if more else key
    rename(uses, {old: new for old, new in into.items() if new not in into})


def _names_in_y(uses: Sequence[Uses]) -> Iterator[str]:
    """Names in -y whose plural in -ies is a name of the collection too, and no rarity."""
    found = Counter(key for use in uses for key in names_of(use) if key.endswith(("y", "ies")))
    return (key for key in found if key.endswith("y") and found[f"{key[:-1]}ies"] * _MOSTLY >= found[key])


def merge_usa(uses: Sequence[Uses]) -> None:
    """Count “US” and “USA” as one, “USA” where it is not rare, and “America” beside them for the same."""
    for use in uses:
        for key in ("us", "usa"):
            if key in use and use[key].initials and "america" in use:
                add_use(use, key, use.pop("america"))
    counts = Counter(key for use in uses for key in ("us", "usa") if key in use and use[key].initials)
    usual, other = ("usa", "us") if counts["usa"] * 4 >= counts["us"] else ("us", "usa")
    rename((use for use in uses if other in use and use[other].initials), {other: usual})
