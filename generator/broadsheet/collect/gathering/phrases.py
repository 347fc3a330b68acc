"""Words that an article uses again and again, and words that it uses together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, compress, pairwise

from broadsheet.collect.gathering.words import JOINED, OPENS, Words

_SHORTEST = 4
"""Letters of a single word; shorter ones are seldom words with a meaning of their own."""
_SHORTEST_UNCASED = 3
"""The same where no vowels are written, or several letters are one sign."""
_SHORTEST_SYLLABLES = 2
"""The same in Hangul, where each sign is a syllable."""
_HANGUL = ("\uac00", "\ud7a3")
_SHORTEST_PART = 3
"""Letters of a word in a phrase."""
_OFTEN = 3
"""Times that a single word stands in a text that is about it."""


def repeated_words(words: Words, *, nouns: bool) -> dict[str, int]:
    """
    The words that stand in a text three times or more, stop words and numbers left out.

    Words in small letters; where all `nouns` have a capital, the nouns.
    """
    counts = words.counts
    if nouns:
        pairs = zip(words.texts, words.before, strict=True)
        counts = Counter([text for text, before in pairs if before != OPENS and text[0].isupper()])
    often = [word for word, count in counts.items() if count >= _OFTEN and word.casefold() not in words.stop]
    told = [word for word in often if word[0].isupper() == nouns and not word[0].isdigit()]
    return {word: counts[word] for word in told if len(word) >= _shortest(word)}


def repeated_phrases(words: Words) -> dict[str, int]:
    """
    Two or three words that stand together twice or more, in small letters and without a stop word.

    Of three that stand together as often as two of them do, the two are left out.
    """
    often = {
        word for word, count in words.counts.items() if count > 1 and word not in words.stop and _may_be_part(word)
    }
    runs = _runs(words, list(compress(range(len(words.texts)), map(often.__contains__, words.texts)))) if often else []
    if not runs:
        return {}
    together = Counter(chain.from_iterable(map(pairwise, runs)))
    pairs: dict[tuple[str, ...], int] = {pair: count for pair, count in together.items() if count > 1}
    if not pairs:
        return {}
    triples = chain.from_iterable(zip(run, run[1:], run[2:], strict=False) for run in runs)
    threes = Counter([three for three in triples if three[:2] in pairs and three[1:] in pairs])
    for three, count in threes.items():
        if count > 1:
            for pair in (three[:2], three[1:]):
                if pairs.get(pair) == count:
                    del pairs[pair]
            pairs[three] = count
    return {" ".join(phrase): count for phrase, count in pairs.items()}


def _shortest(word: str) -> int:
    if _HANGUL[0] <= word[0] <= _HANGUL[1]:
        return _SHORTEST_SYLLABLES
    return _SHORTEST if word.upper() != word.lower() else _SHORTEST_UNCASED


def _may_be_part(word: str) -> bool:
    if word.isascii():
        return len(word) >= _SHORTEST_PART and word.isalpha() and not word[0].isupper()
    letters = word.isalpha() or (word[0].isalpha() and word.upper() == word.lower() and not word[-1].isdigit())
    return letters and len(word) >= min(_SHORTEST_PART, _shortest(word)) and not word[0].isupper()


def _runs(words: Words, places: Sequence[int]) -> list[list[str]]:
    """The words at some places that stand together, two or more at a time."""
    runs: list[list[str]] = []
    last = -1
    for before, place in pairwise(places):
        if place == before + 1 and words.before[place] == JOINED:
            if last == before:
                runs[-1].append(words.texts[place])
            else:
                runs.append([words.texts[before], words.texts[place]])
            last = place
    return runs
