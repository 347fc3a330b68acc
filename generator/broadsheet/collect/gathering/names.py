"""Names, where capitals tell them: of people, places, organisations, works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from functools import cache

from broadsheet.collect.gathering.words import Word

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


def names_in(words: Sequence[Word], stop: Set[str], language: str | None) -> tuple[Counter[str], Counter[str]]:
    """
    The names in a text and how often each stands there, and of these how many open a sentence.

    A run of words with capitals is one name, small words such as “of” inside it included.  Left alone: single words
    with a capital in a language that writes all nouns so, and stop words by themselves.
    """
    found: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    run: list[Word] = []
    links: list[Word] = []
    nouns = nouns_have_capitals(language)
    small = _small_words(language)

    def _says_little(word: Word) -> bool:
        return (nouns and not _marked(word.text)) or (
            word.folded in stop and (word.opens or len(word.text) < 2 or "'" in word.text)
        )

    def close() -> None:
        if 0 < len(run) <= _LONGEST and not (len(run) == 1 and _says_little(run[0])):
            name = " ".join(word.text for word in run)
            found[name] += 1
            opening[name] += run[0].opens
        run.clear()
        links.clear()

    for word in words:
        if run and not word.joined:
            close()
        text = word.text
        if text[0].isupper():
            if links:
                run.extend(links)
                links.clear()
            run.append(word)
        elif not run:
            continue
        elif len(links) < _AT_MOST and (word.folded in small or (links and links[-1].folded == "von")):
            links.append(word)
        elif text.isdigit() and not links and len(text) < 4:
            run.append(word)
        else:
            close()
    close()
    return found, opening


def _marked(word: str) -> bool:
    """Whether capitals inside a word, or digits, show that it is a name."""
    return not word[1:].islower()
