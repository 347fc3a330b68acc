"""Names, where capitals tell them: of people, places, organisations, works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from broadsheet.collect.gathering.adjectives import heed_adjectives
from broadsheet.collect.gathering.chunks import JOINED, LISTED, OPENS
from broadsheet.collect.gathering.determined import is_determined
from broadsheet.collect.gathering.nouns import may_inflect, nouns_have_capitals
from broadsheet.collect.gathering.traits import ADJECTIVE, CAPITAL, LINKS, NO_NAME, STOP, is_figure, small_words
from broadsheet.collect.gathering.words import Words
from broadsheet.recognise.lexicon.given_names import is_given_name

_AFTER = frozenset("von for the der den het la le les las los el".split())
"""Small words that stand inside a name only behind certain others."""
_AT_MOST = 2
"""Small words in a row inside a name (“of the”)."""
_LONGEST = 7
"""Words of a name; a longer run is a heading."""

Run: TypeAlias = tuple[int, int, bool, bool, bool, bool]
"""
Words with capitals: where they begin and end, and whether a name may go on behind them.

Of the first one, whether it opens a sentence, is no name by itself, and may be an adjective.
"""


def names_in(words: Words) -> list[tuple[dict[str, int], dict[str, int]]]:
    """
    The names in each text and how often each stands there, and of these how many open a sentence, or are adjectives.

    A run of words with capitals is one name, small words such as “of” inside it included.  Left alone: single words
    with a capital in a language that writes all nouns so, and stop words by themselves.  There a noun with an article
    is no part of the name behind it (“die Partei SPD”).
    """
    capital = words.traits & CAPITAL != 0
    joined = words.before == JOINED
    goes_on = joined & np.append(False, capital[:-1])
    begins = np.flatnonzero(capital & (words.before != LISTED) & ~goes_on)
    bounds = np.flatnonzero(~(joined & capital))
    ends = np.append(bounds, len(capital))[np.searchsorted(bounds, begins + 1)]
    links = np.append(joined & (words.traits & LINKS != 0), False)[ends]
    opens = words.before[begins] == OPENS
    little = words.traits[begins] & np.where(opens, NO_NAME | STOP, NO_NAME).astype(np.uint16) != 0
    adjective = words.traits[begins] & ADJECTIVE != 0
    may_be = np.flatnonzero(links | ~little | (ends - begins > 1))
    columns = (column[may_be].tolist() for column in (begins, ends, links, opens, little, adjective))
    runs, numbers = list(zip(*columns, strict=True)), words.numbers.tolist()
    parts = np.searchsorted(begins[may_be], words.bounds).tolist()
    return [_names(runs[first:end], words, numbers) for first, end in pairwise(parts)]


def _names(runs: Iterable[Run], words: Words, numbers: Sequence[int]) -> tuple[dict[str, int], dict[str, int]]:
    """The names in one text, and those that say nothing by their capital; `numbers` are those of all words."""
    found: dict[str, int] = {}
    opening: dict[str, int] = {}
    single: defaultdict[str, list[int]] = defaultdict(list)
    nouns, known = nouns_have_capitals(words.tag), words.known
    after = 0
    for at, end, links, opens, little, adjective in runs:
        if at < after:
            continue
        after = end = _end_of(words, at, end) if links else end
        if nouns and end - at > 1 and is_determined(words, at) and _names_a_thing(words, at, end):
            at += 1
            opens, little = False, bool(words.traits[at] & NO_NAME)
        if end - at > _LONGEST or (little and end - at == 1):
            continue
        name = " ".join([known[number] for number in numbers[at:end]])
        found[name] = found.get(name, 0) + 1
        if opens:
            opening[name] = opening.get(name, 0) + 1
        if adjective and end - at == 1:
            single[name].append(end)
    if single:
        heed_adjectives(found, opening, single, words)
    return found, opening


def _is_elsewhere(word: str, first: str, behind: int, links: int) -> bool:
    """
    Whether a small word does not go with the name that begins so many words before it.

    “von” stands behind a given name, “for” behind none, an article behind “of” and its like.
    """
    given = word in ("von", "for", "de") and is_given_name(first, first=True)
    if word in ("von", "for"):
        return (behind > 1 or not given) if word == "von" else given
    return links == 0 and not given


def _names_a_thing(words: Words, at: int, end: int) -> bool:
    """Whether a noun is no part of what stands behind it: a short form, or a name of several words."""
    noun, after = words[at], words[at + 1]
    if end - at > 2 and is_given_name(after) and not is_given_name(noun, first=True):
        return True
    if noun.isupper() or may_inflect(noun) or not after[0].isupper():
        return False
    return after.isupper() or end - at > 2


def _end_of(words: Words, at: int, end: int) -> int:
    """Where the name ends that begins at a place with a run of words with capitals, up to `end`."""
    small, first = small_words(words.tag), words[at]
    links, before = 0, ""
    for place in range(end, len(words.numbers)):
        text = words[place]
        folded = text.casefold()
        if words.before[place] != JOINED:
            break
        if text[0].isupper():
            end, links = place + 1, 0
        elif folded in _AFTER and _is_elsewhere(folded, first, place - at, links):
            break
        elif links < _AT_MOST and (folded in small or (links and before == "von")):
            links += 1
        elif not links and is_figure(text):
            end = place + 1
        else:
            break
        before = folded
    return end
