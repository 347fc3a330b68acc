"""Work on all cores with results in order, and no more of it under way than there is use for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

Result = TypeVar("Result")


def in_order(
    executor: Executor, work: Callable[..., Result], tasks: Iterable[tuple[object, ...]], ahead: int
) -> Iterator[Result]:
    """
    Give the result of each task, in the order of the tasks, which are taken from a stream.

    `Executor.map` takes them all at once, and a large container would then be in memory; here `ahead` are.
    """
    waiting: deque[Future[Result]] = deque()
    for task in tasks:
        waiting.append(executor.submit(work, *task))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
