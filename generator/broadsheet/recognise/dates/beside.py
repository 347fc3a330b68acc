"""What a line says besides its date: weekday, clock, labels, an update; and the words that are left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from broadsheet.recognise.dates.clock import without_clock, without_measure
from broadsheet.recognise.dates.forms import Found
from broadsheet.recognise.dates.labels import Labelled, without_preposition
from broadsheet.recognise.lexicon.months import months_named, weekdays_named

EDGE = " \t,،;|•·・–—:：()（）[]{}/*_\"'“”「」【】<>-\u200e\u200f\u202a\u202c"
_WEEKDAY_BEFORE = re.compile(r"(?P<word>[^\s,،|()（）:/]+(?:\s[^\s,،|()（）:/]+)?)[\s,،.)）:/|-]*$")
_WEEKDAY_AFTER = re.compile(r"^[\s,،.(（|-]*(?P<word>[^\s,،|()（）:/\d]+(?:\s[^\s,،|()（）:/\d]+)?)")
_PARENTHESES = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_AFTER_UPDATE = re.compile(r"[^|•·()（）\0]{0,40}")


class Beside(NamedTuple):
    """What stands beside a date."""

    before: str
    after: str
    weekdays: frozenset[int]
    """The days that the weekday beside the date may be; none, where there is no weekday."""
    clock: bool
    more: bool
    """Whether there was a clock, an update, or a time of reading."""


def beside(line: str, date: Found, others: Sequence[Found], labels: Sequence[Labelled]) -> Beside:
    """
    Tell what a line says besides a date, its labels, and `others`, dates that have a label of their own.

    >>> from broadsheet.recognise.dates.forms import find_dates
    >>> line = "Ada Lovelace, on Monday 10 July 2017 at 9.30"
    >>> beside(line, find_dates(line)[0], (), ())
    Beside(before='Ada Lovelace,', after='', weekdays=frozenset({0}), clock=True, more=True)
    """
    cuts = [(date.start, date.end, "\0"), *((f.start, f.end, "\1") for f in others)]
    cuts += [(at.start, at.end, "\1" if at.label == "updated" else " ") for at in labels]
    text = line
    for start, end, sign in sorted(cuts, reverse=True):
        text = f"{text[:start]} {sign} {text[end:]}"
    text, clock = without_clock(text)
    measured = without_measure(text)
    more = "\1" in text or measured != text
    text = _without_update(measured)
    before, _, after = text.partition("\0")
    days, before, after = _weekdays(without_preposition(before.rstrip()), after.strip())
    return Beside(before, after, days, clock, more or clock)


def _without_update(text: str) -> str:
    """Leave out what is said of an update ("August 8", "2 hours ago"), but not names."""
    if "\1" not in text:
        return text
    text = _PARENTHESES.sub(lambda match: " " if "\1" in match[0] and "\0" not in match[0] else match[0], text)
    head, *parts = text.split("\1")
    kept = [head]
    for part in parts:
        said = _AFTER_UPDATE.match(part)
        end = said.end() if said else 0
        words = re.findall(r"\w+", part[:end])
        nothing = all(word.isdigit() or word.islower() or months_named(word) for word in words) and len(words) < 5
        kept.append(part[end:] if nothing else part)
    return " ".join(kept)


def _weekdays(before: str, after: str) -> tuple[frozenset[int], str, str]:
    """The days of the week beside the date, and what stands there without them."""
    days: frozenset[int] = frozenset()
    if before and (match := _WEEKDAY_BEFORE.search(before)):
        for words in _shorter(match["word"], last=True):
            if found := weekdays_named(words):
                days, before = found, without_preposition(before[: match.end("word") - len(words)].rstrip())
                break
    if after and (match := _WEEKDAY_AFTER.search(after)):
        for words in _shorter(match["word"], last=False):
            if found := weekdays_named(words):
                days, after = days or found, after[match.start("word") + len(words) :]
                break
    return days, before, after


def _shorter(words: str, *, last: bool) -> Iterator[str]:
    """Both words, then that which stands next to the date."""
    yield words
    if " " in words:
        yield words.rpartition(" ")[2] if last else words.partition(" ")[0]
