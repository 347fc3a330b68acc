"""Spans of lines: first and last, counted from 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def spans_of(numbers: Iterable[int], lines: Sequence[str]) -> tuple[Span, ...]:
    """
    The runs of some lines, in order; empty lines between do not part them.

    >>> spans_of([1, 3, 5], ["one", "", "two", "text", "three"])
    ((1, 3), (5, 5))
    """
    spans: list[Span] = []
    for number in sorted(numbers):
        if spans and not any(line.strip() for line in lines[spans[-1][1] : number - 1]):
            spans[-1] = spans[-1][0], number
        else:
            spans.append((number, number))
    return tuple(spans)


def numbers_in(spans: Iterable[Span]) -> frozenset[int]:
    """
    All lines of some spans.

    >>> sorted(numbers_in([(1, 3), (5, 5)]))
    [1, 2, 3, 5]
    """
    return frozenset([number for first, last in spans for number in range(first, last + 1)])


def without(lines: Sequence[str], numbers: Iterable[int]) -> list[str]:
    """
    Some lines, of which those of these numbers are empty.

    >>> without(["one", "two", "three"], {2})
    ['one', '', 'three']
    """
    rest = list(lines)
    for number in numbers:
        rest[number - 1] = ""
    return rest
