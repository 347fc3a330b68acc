"""Names, where capitals tell them: of people, places, organisations, works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from functools import cache

from broadsheet.collect.gathering.words import Words

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
_ANYWHERE = frozenset("de del di da van von der den la al el bin ibn &".split())
"""Those that stand in the names of people and firms, in texts of any language."""
_AT_MOST = 2
"""Of them in a row (“of the”)."""
_CAPITAL_NOUNS = frozenset(("de", "lb", "gsw"))
"""Languages that give a capital to every noun."""
_LONGEST = 7


@cache
def _small_words(language: str | None) -> Set[str]:
    """German has “der” and “den” in every sentence, so there they are part of a name only after “von”."""
    tag = (language or "en").partition("-")[0]
    common = _ANYWHERE - {"der", "den"} if tag == "de" else _ANYWHERE
    return common | frozenset(_LINKS.get(tag, "").split())


def nouns_have_capitals(language: str | None) -> bool:
    """Whether a language writes all nouns with a capital."""
    return (language or "").partition("-")[0] in _CAPITAL_NOUNS


def names_in(words: Words, stop: Set[str], language: str | None) -> tuple[Counter[str], Counter[str]]:
    """
    The names in a text and how often each stands there, and of these how many open a sentence.

    A run of words with capitals is one name, small words such as “of” inside it included.  Left alone: single words
    with a capital in a language that writes all nouns so, and stop words by themselves.
    """
    found: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    nouns, small = nouns_have_capitals(language), _small_words(language)
    done = 0
    for start in words.capitals():
        if start < done:
            continue
        end, done = _run(words, start, small)
        if end - start > _LONGEST or (end - start == 1 and _says_little(words, start, stop, nouns=nouns)):
            continue
        name = " ".join(words.texts[start:end])
        found[name] += 1
        opening[name] += words.opens[start]
    return found, opening


def _run(words: Words, start: int, small: Set[str]) -> tuple[int, int]:
    """Where the name ends that begins at a place; and how far was looked, over small words that do not go on in it."""
    texts, folded, joined = words.texts, words.folded, words.joined
    end = at = start + 1
    while at < len(texts) and joined[at]:
        if texts[at][0].isupper():
            end = at + 1
        elif at - end < _AT_MOST and (folded[at] in small or (at > end and folded[at - 1] == "von")):
            pass
        elif at == end and len(texts[at]) < 4 and texts[at].isdigit():
            end = at + 1
        else:
            break
        at += 1
    return end, at


def _says_little(words: Words, at: int, stop: Set[str], *, nouns: bool) -> bool:
    """Whether a single word with a capital may be no name."""
    text = words.texts[at]
    if nouns and not _marked(text):
        return True
    return words.folded[at] in stop and (words.opens[at] or len(text) < 2 or "'" in text)


def _marked(word: str) -> bool:
    """Whether capitals inside a word, or digits, show that it is a name."""
    return not word[1:].islower()
