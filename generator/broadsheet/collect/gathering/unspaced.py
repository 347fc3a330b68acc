"""Candidates for topics in scripts that put no space between words: Chinese, Japanese, Thai."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set

from broadsheet.collect.gathering.chunks import UNSPACED
from broadsheet.collect.gathering.words import Words, words_of

UNSPACED_LANGUAGES = frozenset(("zh", "ja", "th", "lo", "my", "km"))

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}")
_JAPANESE = re.compile("[\u30a1-\u30ff]{3,}|[\u4e00-\u9fff々]{2,}[\u30a1-\u30ff]*")
_SOUTH_EAST = re.compile("[\u0e01-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff]+")
_RUNS = re.compile(f"{UNSPACED.pattern}+")
_CHINESE_LENGTHS = range(2, 8)
_LONGEST_CHUNK = 24


def repeated_runs(text: str, language: str | None, stop: Set[str]) -> Counter[str]:
    """
    The runs of letters that a text repeats, as far as they may be words.

    In Japanese a run of one script is a word or a name.  In Chinese each run of two to seven letters counts that
    stands in the text two times (five times if it has two letters only), in no longer run as often, and among
    different letters.  In Thai, Lao,
    Burmese and Khmer, what stands between two spaces.

    >>> repeated_runs("東京オリンピックの選手。オリンピックと選手。", "ja", frozenset())["選手"]
    2
    """
    if language == "ja":
        counts = Counter(_JAPANESE.findall(text))
    elif language == "zh":
        return _chinese(text, stop)
    else:
        counts = Counter(run for run in _SOUTH_EAST.findall(text) if 4 <= len(run) <= _LONGEST_CHUNK)
    return Counter({run: count for run, count in counts.items() if count > 1 and run not in stop})


def _chinese(text: str, stop: Set[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for run in _HAN.findall(text):
        for length in _CHINESE_LENGTHS:
            counts.update(run[at : at + length] for at in range(len(run) - length + 1))
    often = {
        run: count
        for run, count in counts.items()
        if count > (4 if len(run) == 2 else 1) and run not in stop and run[0] not in stop and run[-1] not in stop
    }
    covered: Counter[str] = Counter()
    for run, count in often.items():
        for part in {run[:-1], run[1:]}:
            covered[part] = max(covered[part], count)
    told = {run: count for run, count in often.items() if covered[run] * 10 < count * 7}
    free = _free(text, told)
    return Counter({run: count for run, count in told.items() if run in free})


def _free(text: str, runs: Mapping[str, int]) -> Set[str]:
    """
    Those that have different neighbours on either side, as words have; a part of a word has mostly one.

    The accessor variety of Feng et al. (2004); the end of a run of letters counts as one more neighbour each time.
    """
    sides: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    for number, whole in enumerate(_HAN.findall(text)):
        for length in _CHINESE_LENGTHS:
            for at in range(len(whole) - length + 1):
                run, end = whole[at : at + length], at + length
                if run in runs:
                    sides[run, False].add(whole[at - 1] if at else f"<{number}")
                    sides[run, True].add(whole[end] if end < len(whole) else f"{number}>")
    return {run for run in runs if len(sides[run, False]) > 1 and len(sides[run, True]) > 1}


def pairs_of(text: str) -> list[str]:
    """The pairs of neighbouring letters, which stand for words where a text is compared with others."""
    return [run[at : at + 2] for run in re.findall(r"[^\W\d_]{2,}", text) for at in range(len(run) - 1)]


def latin_words(texts: Iterable[str]) -> Words:
    """The words of other scripts in some texts: names of firms, short forms."""
    return words_of([_RUNS.sub(" 。 ", text) for text in texts], "en")
