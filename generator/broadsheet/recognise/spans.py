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


def last_filled(lines: Sequence[str], most: int) -> list[int]:
    """
    The numbers of the last lines that are not empty, the last first.

    >>> last_filled(["one", "two", " ", "three", ""], 2)
    [4, 2]
    """
    found: list[int] = []
    for number in range(len(lines), 0, -1):
        if lines[number - 1].strip():
            found.append(number)
            if len(found) == most:
                break
    return found


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
