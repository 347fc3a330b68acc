"""Where the time of a build went."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class _Stage:
    first: float
    last: float
    done: int


_BEFORE = {"reading": "starting", "rendering": "collecting"}
"""What is done before a stage begins."""
_AFTER = "finishing"


class Clock:
    """Is told how far each stage is, and knows how long it took."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._stages: dict[str, _Stage] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take the time."""
        now = time.monotonic()
        known = self._stages.setdefault(stage, _Stage(now, now, 0))
        known.last, known.done = now, done

    @property
    def seconds(self) -> float:
        """How long it is since the beginning."""
        return time.monotonic() - self._start

    def lines(self) -> Iterator[str]:
        """A line for each stage: its seconds, and how much of what it did in one."""
        at = self._start
        for name, stage in self._stages.items():
            if name in _BEFORE:
                yield _line(_BEFORE[name], stage.first - at, 0)
            yield _line(name, stage.last - stage.first, stage.done)
            at = stage.last
        yield _line(_AFTER, time.monotonic() - at, 0)


def _line(name: str, seconds: float, done: int) -> str:
    rate = f"{done:>10,}  {done / seconds:>8,.0f} a second" if done and seconds else ""
    return f"{name:<12}{seconds:>8.2f} s{rate}"
