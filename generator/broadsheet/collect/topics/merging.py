"""Uses of one thing under several names, counted as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

from broadsheet.collect.topics.keys import key_of
from broadsheet.collect.topics.persons import is_person
from broadsheet.collect.topics.tally import Tally
from broadsheet.collect.topics.uses import Uses, add_use, names_of
from broadsheet.model.gathered import NAME, Gathered
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
    for use in uses if into else ():
        for old in [key for key in use if key in into]:
            add_use(use, into[old], use.pop(old))


def merge_short(uses: Sequence[Uses], is_common: Callable[[str], bool], tally: Tally) -> None:
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
    names = list(map(names_of, uses))
    long = [{key: _ends(key) for key in keys if " " in key} for keys in names]
    short = [[key for key in keys if " " not in key] for keys in names]
    met = Counter(
        (part, key)
        for use, some in zip(uses, long, strict=True)
        for key, ends in some.items()
        for part in ends
        if part in use
    )
    together = tally.counted("together", met)
    singles = tally.counted("singles", Counter(chain.from_iterable(short)))
    wholes = tally.counted("wholes", Counter(chain.from_iterable(long)))
    usual = tally.decided("usual", lambda: _usual(wholes, together, singles))

    def means(single: str, whole: str) -> bool:
        return is_person(whole) or singles[single] <= _MOSTLY * together[single, whole]

    def often(whole: str, single: str, use: Uses) -> bool:
        return wholes[whole] > 1 or use[whole].count * _MOSTLY >= use[single].count

    def whole_of(single: str, names: Iterable[str], use: Uses) -> str | None:
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
        return usual.get(single)

    for use, some, keys in zip(uses, long, short, strict=True):
        parts = frozenset(chain.from_iterable(some.values()))
        for single in keys:
            if (single not in parts and single not in usual) or _is_place(single):
                continue
            if (whole := whole_of(single, some, use)) is not None:
                part = use.pop(single)
                part.inside += 1  # whoever is named again, and in short, is no one of a caption
                if whole != _NOBODY:
                    add_use(use, whole, part)


def drop_stopwords(uses: Sequence[Uses], stop: Container[str], doubtful: Container[str]) -> None:
    """Drop single stop words with a capital, once those that are a part of a name (“Xi”) are counted for it."""
    for use in uses:
        for key in [key for key in use if (key in stop or key in doubtful) and not use[key].initials]:
            del use[key]


def _may_be_short(single: str, name: str) -> bool:
    """Whether a word may stand for a name that ends in it; “China” is no short form of “Bank of China”."""
    return name.endswith(f" {single}") and name.split()[-2] not in _LINKS and not _is_place(name)


def _ends(key: str) -> tuple[str, str]:
    return key[: key.index(" ")], key[key.rindex(" ") + 1 :]


def _usual(
    wholes: Mapping[str, int], together: Mapping[tuple[str, str], int], singles: Mapping[str, int]
) -> dict[str, str]:
    """The name that a last word mostly belongs to, and beside which it mostly stands."""
    rivals: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, number in wholes.items():
        last = _ends(key)[1]
        if number > 1 and together[last, key] * 2 >= number and not _is_place(key):
            rivals[last].append((number, key))
    return {
        last: max(found)[1]
        for last, found in rivals.items()
        if max(found)[0] * 5 >= sum(number for number, _ in found) * 4
        and together[last, max(found)[1]] * 3 > singles[last]
    }


def merge_initials(uses: Sequence[Uses], gathered: Sequence[Gathered], tally: Tally) -> None:
    """
    Count initials and the name that a text says they stand for as one, the more usual of both.

    Everywhere, if a third of the articles with the initials have the name too; else only in those that have both, as
    the initials may stand for something else in the others, as they do in one that says so.  A name whose initials a
    text explains counts as one of its first lines: what is explained is used again.
    """
    pairs = Counter((key_of(initials), key_of(name)) for one in gathered for initials, name in set(one.aliases))
    said = tally.counted("said", pairs)
    counts = tally.counted("known", Counter(chain.from_iterable(uses)))
    into = tally.decided("initials", lambda: _spelt_out(said, counts))
    together = tally.counted("spelt out", Counter(old for use in uses for old in use if into.get(old) in use))
    sure = tally.decided("surely spelt out", lambda: _surely(into, said, counts, together))
    for use, one in zip(uses, gathered, strict=True):
        own = {key_of(initials): key_of(name) for initials, name in one.aliases}
        use.had.extend(own)
        differ = {old for old, name in own.items() if old in into and into[old] != name}
        for initials in differ:
            rename([use], {own[initials]: initials})
        rename([use], {old: new for old, new in sure.items() if old not in differ} if differ else sure)
        rename([use], {old: new for old in use if (new := into.get(old)) and new in use and old not in differ})
        for key in {into.get(key, key) for key in own} & use.keys():
            use[key].explained()


def _spelt_out(said: Mapping[tuple[str, str], int], counts: Mapping[str, int]) -> dict[str, str]:
    """Of initials and the name that most articles say they stand for, the less usual to the more usual."""
    names_of: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (initials, name), number in said.items():
        names_of[initials][name] = number
    into = {}
    for initials, names in sorted(names_of.items()):
        name, number = min(names.items(), key=lambda pair: (-pair[1], pair[0]))
        if number * 3 >= names.total() * 2 and counts[name] and counts[initials]:
            usual, other = sorted((initials, name), key=lambda key: (-counts[key], key != initials))
            into[other] = usual
    return {old: new for old, new in into.items() if new not in into}


def _surely(
    into: Mapping[str, str],
    said: Iterable[tuple[str, str]],
    counts: Mapping[str, int],
    together: Mapping[str, int],
) -> dict[str, str]:
    """Those of which a third of the articles with the initials have the name too."""
    initials = {short for short, _ in said}
    return {old: new for old, new in into.items() if together[old] * 3 >= counts[old if old in initials else new]}


def merge_genitives(uses: Sequence[Uses], languages: Sequence[str | None], tally: Tally) -> None:
    """Count the genitive of a name (“Russlands”) for the name, where a language forms it with a bare -s."""
    counts = tally.counted("genitives", Counter(chain.from_iterable(map(names_of, uses))))
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


def merge_numbers(uses: Sequence[Uses], tally: Tally) -> None:
    """
    Count a plural in -s and its singular as one, the more usual of both.

    Left alone: names, but those in -y, as “Tory” is.
    """
    named = Counter(chain.from_iterable(map(names_of, uses)))
    names = tally.counted("plurals of names", named)
    counts = tally.counted("plurals", Counter(key for use in uses for key, u in use.items() if u.sort != NAME))
    rename(uses, tally.decided("number", lambda: _numbers(counts, names)))


def _numbers(words: Mapping[str, int], names: Mapping[str, int]) -> dict[str, str]:
    """Singulars and plurals, the less usual of each two to the more usual."""
    counts = {key: number for key, number in words.items() if key not in names}
    into = {}
    for key in sorted(key for key in names if key.endswith("y")):  # whose plural is a name too, and no rarity
        if names[f"{key[:-1]}ies"] * _MOSTLY >= names[key]:
            into[key] = f"{key[:-1]}ies"
    for key in sorted(counts):
        if (plural := f"{key}s") in counts:
            more = counts[plural] >= counts[key]
            into[key if more else plural] = plural if more else key
    return {old: new for old, new in into.items() if new not in into}


def merge_usa(uses: Sequence[Uses], tally: Tally) -> None:
    """Count “US” and “USA” as one, “USA” where it is not rare, and “America” beside them for the same."""
    for use in uses:
        for key in ("us", "usa"):
            if key in use and use[key].initials and "america" in use:
                add_use(use, key, use.pop("america"))
    at_hand = Counter(key for use in uses for key in ("us", "usa") if key in use and use[key].initials)
    counts = tally.counted("usa", at_hand)
    into = tally.decided("america", lambda: {"us": "usa"} if counts["usa"] * 4 >= counts["us"] else {"usa": "us"})
    [other] = into
    rename((use for use in uses if other in use and use[other].initials), into)
