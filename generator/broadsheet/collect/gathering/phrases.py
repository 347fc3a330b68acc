"""Words that an article uses again and again, and words that it uses together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from broadsheet.collect.gathering.words import Word

_SHORTEST = 4
"""Letters of a single word; shorter ones are seldom words with a meaning of their own."""
_OFTEN = 3


def repeated_words(words: Sequence[Word], stop: Set[str], *, nouns: bool) -> Counter[str]:
    """
    The words that stand in a text three times or more, stop words and numbers left out.

    Words in small letters; where all `nouns` have a capital, the nouns.
    """
    if nouns:
        counts = Counter(word.text for word in words if word.text[0].isupper() and not word.opens)
    else:
        counts = Counter(word.text for word in words if not word.text[0].isupper())
    return Counter(
        {
            word: count
            for word, count in counts.items()
            if count >= _OFTEN and len(word) >= _SHORTEST and word.casefold() not in stop and not word[0].isdigit()
        }
    )


def repeated_phrases(words: Sequence[Word], stop: Set[str]) -> Counter[str]:
    """
    Two or three words that stand together twice or more, in small letters and without a stop word.

    Of three that stand together as often as two of them do, the two are left out.
    """
    pairs: Counter[tuple[str, ...]] = Counter()
    counts = Counter(word.text for word in words)
    often = {word for word, count in counts.items() if count > 1 and word not in stop and _may_be_part(word)}
    runs: list[list[str]] = [[]]
    in_run = False
    for word in words:
        if word.text in often:
            if not (in_run and word.joined):
                runs.append([])
            runs[-1].append(word.text)
            in_run = True
        else:
            in_run = False
    runs = [run for run in runs if len(run) > 1]
    for run in runs:
        pairs.update(pairwise(run))
    pairs = Counter({pair: count for pair, count in pairs.items() if count > 1})
    if not pairs:
        return Counter()
    threes: Counter[tuple[str, ...]] = Counter()
    for run in runs:
        triples = zip(run, run[1:], run[2:], strict=False)
        threes.update(three for three in triples if three[:2] in pairs and three[1:] in pairs)
    for three, count in threes.items():
        if count > 1:
            for pair in (three[:2], three[1:]):
                if pairs.get(pair) == count:
                    del pairs[pair]
            pairs[three] = count
    return Counter({" ".join(words_): count for words_, count in pairs.items()})


def _may_be_part(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and not word[0].isupper()
