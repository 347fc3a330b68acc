"""Words that an article uses again and again, and words that it uses together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from itertools import chain, pairwise

from broadsheet.collect.gathering.words import Words

_SHORTEST = 4
"""Letters of a single word; shorter ones are seldom words with a meaning of their own."""
_OFTEN = 3


def repeated_words(words: Words, stop: Set[str], *, nouns: bool) -> Counter[str]:
    """
    The words that stand in a text three times or more, stop words and numbers left out.

    Words in small letters; where all `nouns` have a capital, the nouns.
    """
    if nouns:
        counts = Counter(words.texts[at] for at in words.capitals() if not words.opens[at])
    else:
        counts = Counter(words.texts)
    return Counter(
        {
            word: count
            for word, count in counts.items()
            if count >= _OFTEN
            and len(word) >= _SHORTEST
            and (nouns or not word[0].isupper())
            and word.casefold() not in stop
            and not word[0].isdigit()
        }
    )


def repeated_phrases(words: Words, stop: Set[str]) -> Counter[str]:
    """
    Two or three words that stand together twice or more, in small letters and without a stop word.

    Of three that stand together as often as two of them do, the two are left out.
    """
    counts = Counter(words.texts)
    often = {word for word, count in counts.items() if count > 1 and word not in stop and _may_be_part(word)}
    runs: list[list[str]] = []
    last = -1
    for at in [at for at, text in enumerate(words.texts) if text in often]:
        if at != last + 1 or not words.joined[at]:
            runs.append([])
        runs[-1].append(words.texts[at])
        last = at
    runs = [run for run in runs if len(run) > 1]
    twos: Counter[tuple[str, ...]] = Counter(chain.from_iterable(map(pairwise, runs)))
    pairs = {pair: count for pair, count in twos.items() if count > 1}
    if not pairs:
        return Counter()
    triples = chain.from_iterable(zip(run, run[1:], run[2:], strict=False) for run in runs)
    threes: Counter[tuple[str, ...]] = Counter(three for three in triples if three[:2] in pairs and three[1:] in pairs)
    for three, count in threes.items():
        if count > 1:
            for pair in (three[:2], three[1:]):
                if pairs.get(pair) == count:
                    del pairs[pair]
            pairs[three] = count
    return Counter({" ".join(words_): count for words_, count in pairs.items()})


def _may_be_part(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and not word[0].isupper()
