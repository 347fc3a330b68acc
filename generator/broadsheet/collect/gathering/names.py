"""Names, where capitals tell them: of people, places, organisations, works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import cache

from broadsheet.collect.gathering.adjectives import heed_adjectives, tell_adjectives
from broadsheet.collect.gathering.nouns import is_determined, may_inflect, nouns_have_capitals
from broadsheet.collect.gathering.words import JOINED, LISTED, OPENS, Words
from broadsheet.recognise.lexicon.given_names import is_given_name

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
"""Small words that stand inside names, by language; a name may have as many of them in a row as are below."""
_AFTER = frozenset("von for the der den het la le les las los el".split())
"""Of these, those that stand there only behind certain others."""
_ANYWHERE = frozenset("de del di da van von der den la al el bin ibn &".split())
"""Those that stand in the names of people and firms, in texts of any language."""
_AT_MOST = 2
"""Of them in a row (“of the”)."""
_LONGEST = 7
"""Words of a name; a longer run is a heading."""
_FIGURES = 4
"""Digits of a number that is a year and no part of a name (“Apollo 11”)."""


@cache
def _small_words(language: str | None) -> Set[str]:
    """German has “der” and “den” in every sentence, so there they are part of a name only after “von”."""
    tag = (language or "en").partition("-")[0]
    common = _ANYWHERE - {"der", "den"} if tag == "de" else _ANYWHERE
    return common | frozenset(_LINKS.get(tag, "").split())


def names_in(words: Words, language: str | None) -> tuple[dict[str, int], dict[str, int]]:
    """
    The names in a text and how often each stands there, and of these how many open a sentence, or are adjectives.

    A run of words with capitals is one name, small words such as “of” inside it included.  Left alone: single words
    with a capital in a language that writes all nouns so, and stop words by themselves.  There a noun with an article
    is no part of the name behind it (“die Partei SPD”).
    """
    found: dict[str, int] = {}
    opening: dict[str, int] = {}
    nouns, small = nouns_have_capitals(language), _small_words(language)
    single: defaultdict[str, list[int]] = defaultdict(list)
    heed = tell_adjectives(language)
    end = 0
    for at in words.capitals:
        if at < end or words.before[at] == LISTED:
            continue
        end = _end_of(words, at, small, nouns=nouns)
        if nouns and end - at > 1 and is_determined(words, at) and _names_a_thing(words, at, end):
            at += 1
        if end - at > _LONGEST or (end - at == 1 and _says_little(words, at, nouns=nouns)):
            continue
        name = " ".join(words.texts[at:end])
        found[name] = found.get(name, 0) + 1
        if words.before[at] == OPENS:
            opening[name] = opening.get(name, 0) + 1
        if heed and end - at == 1:
            single[name].append(end)
    if single:
        heed_adjectives(found, opening, single, words, language)
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
    noun, after = words.texts[at], words.texts[at + 1]
    if end - at > 2 and is_given_name(after) and not is_given_name(noun, first=True):
        return True
    if noun.isupper() or may_inflect(noun) or not after[0].isupper():
        return False
    return after.isupper() or end - at > 2


def _end_of(words: Words, at: int, small: Set[str], *, nouns: bool) -> int:
    """Where the run of words with capitals ends that begins at a place."""
    texts, folded, before = words.texts, words.folded, words.before
    end, links = at + 1, 0
    for place in range(end, len(texts)):
        text = texts[place]
        if before[place] != JOINED:
            break
        if text[0].isupper():
            end, links = place + 1, 0
        elif folded[place] in _AFTER and _is_elsewhere(folded[place], texts[at], place - at, links):
            break
        elif links < _AT_MOST and (folded[place] in small or (links and folded[place - 1] == "von")):
            links += 1
        elif not links and len(text) < _FIGURES and text.isdigit():
            end = place + 1
        else:
            break
    return end


def _says_little(words: Words, at: int, *, nouns: bool) -> bool:
    """Whether a single word with a capital is no name: a noun where all `nouns` have one, a stop word."""
    text = words.texts[at]
    if nouns and text[1:].islower():
        return True
    return words.folded[at] in words.stop and (words.before[at] == OPENS or len(text) < 2 or "'" in text)
