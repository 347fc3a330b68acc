"""Several articles brought on abreast: what has just run for one is at the processor's hand for the next."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TypeAlias, TypeVar

_Result = TypeVar("_Result")

Run: TypeAlias = Generator[None, None, _Result]
"""The way of an article through a stage: it stops with `yield` where others may catch up, and gives what it returns."""


def abreast(runs: Iterable[Run[_Result]]) -> list[_Result]:
    """
    Bring each of some runs as far as its next stop before any goes further; what they return, in their order.

    >>> def run(name: str) -> Run[str]:
    ...     print(name, "stops")
    ...     yield
    ...     print(name, "is there")
    ...     return name.upper()
    >>> abreast(map(run, "ab"))
    a stops
    b stops
    a is there
    b is there
    ['A', 'B']
    """
    going = list(enumerate(runs))
    found: dict[int, _Result] = {}
    while going:
        before = len(found)
        for at, run in going:
            try:
                next(run)
            except StopIteration as end:
                found[at] = end.value
        if len(found) > before:
            going = [(at, run) for at, run in going if at not in found]
    return [found[at] for at in sorted(found)]
