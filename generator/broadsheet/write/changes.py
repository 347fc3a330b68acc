"""What was changed of an article's text, told in a few lines below it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from broadsheet.trace import Step

_CONTEXT, _LONGEST, _MOST = 24, 80, 12
"""Signs shown beside a change and of one at most; how many changes are shown of an article."""
_BREAK = "\u23ce"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, or some of one rule that only moved lines."""

    rule: str
    lines: str
    """The lines of the source: ``12``, or ``5–9, 11–20``."""
    several: bool
    """Whether these are several lines."""
    opening: str = ""
    """The text just before; empty, as all below are, where only line breaks and spaces changed."""
    before: str = ""
    after: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of one article, the first of them in full."""

    shown: tuple[Change, ...] = ()
    left: int = 0
    """How many more there are."""


def changes_of(steps: Iterable[Step]) -> Changes:
    """
    Tell changes of letters and signs one by one, and those of lines alone rule by rule.

    >>> changes_of([Step("unwrap", 3, 4, "One\\ntwo.", "One two."), Step("entity", 6, 6, "A &amp; B", "A & B")])
    ... # doctest: +NORMALIZE_WHITESPACE
    Changes(shown=(Change(rule='unwrap', lines='3–4', several=True, opening='', before='', after='', closing=''),
        Change(rule='entity', lines='6', several=False, opening='A &', before='amp;', after='', closing=' B')), left=0)
    """
    layout: list[Step] = []
    letters: list[Step] = []
    for step in steps:
        (layout if _says_the_same(step.before, step.after) else letters).append(step)
    told = [*_of_layout(layout), *(_of_letters(step) for step in letters[:_MOST])]
    return Changes(tuple(told), max(0, len(letters) - _MOST))


def _says_the_same(before: str, after: str) -> bool:
    """Whether only line breaks and spaces have changed; mostly lines were joined."""
    return before.replace("\n", " ") == after or before.split() == after.split()


def _of_layout(steps: Iterable[Step]) -> Iterator[Change]:
    for rule, group in groupby(sorted(steps, key=lambda step: (step.rule, step.first)), key=lambda step: step.rule):
        spans = [(step.first, step.last) for step in group]
        yield Change(rule, ", ".join(_span(*span) for span in spans), len(spans) > 1 or spans[0][0] < spans[0][1])


def _of_letters(step: Step) -> Change:
    """The text that differs, with a few signs on both sides."""
    before, after = step.before.strip(), step.after.strip()
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    stop = len(before) - end
    return Change(
        step.rule,
        _span(step.first, step.last),
        step.first < step.last,
        _shown(before[max(0, start - _CONTEXT) : start]),
        _short(before[start:stop]),
        _short(after[start : len(after) - end]),
        _shown(before[stop : stop + _CONTEXT]),
    )


def _alike(one: str, other: str) -> int:
    """
    How many signs both begin with.

    >>> _alike("type", "types"), _alike("type", "tape"), _alike("", "a")
    (4, 1, 0)
    """
    return bisect_left(range(min(len(one), len(other))), True, key=lambda n: one[: n + 1] != other[: n + 1])


def _short(text: str) -> str:
    return _shown(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _shown(text: str) -> str:
    return text.replace("\n", _BREAK)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
