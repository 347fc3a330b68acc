"""Copies of this process that share the tasks of one piece of work."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.sharedctypes import SynchronizedArray
from typing import Any, Generic, TypeVar

from broadsheet.pipeline.executor import cores, may_fork
from broadsheet.pipeline.twin import Post, Twin

Result = TypeVar("Result")
Ledger = dict[int, Result]

_LOOK = 0.1
"""Seconds between two looks at how far they are."""


class Crew(Generic[Result]):
    """
    Twins that share the tasks 0, 1, 2…: each takes the next one when it has done one.

    As a twin does, they see all that is here, take no thread, and leave their memory and their results when they end.
    """

    def __init__(self, work: Callable[[int], Result], tasks: int, members: int) -> None:
        board = multiprocessing.get_context("fork").Array("i", 2)
        self._board, self._tasks = board, tasks
        """How many tasks were taken, how many are done; and how many there are."""
        self._twins = [Twin(partial(_shift, work, tasks, board)) for _ in range(members)]

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return int(self._board[1])

    def results(self, told: Callable[[int], None] = lambda done: None) -> list[Result]:
        """
        Wait until all is done, and give what came of the tasks, in their order; `told` now and then how many are done.

        Raises what went wrong in one of them; then the others are ended.
        """
        found: Ledger[Result] = {}
        waiting: dict[Any, Twin[Ledger[Result]]] = {twin.pipe: twin for twin in self._twins}
        try:
            while waiting:
                for one in wait(list(waiting), _LOOK):
                    found |= waiting.pop(one).result()
                told(self.done)
        except BaseException:
            self.kill()
            raise
        return [found[task] for task in range(self._tasks)]

    def kill(self) -> None:
        """Let them go at once, whatever they are at."""
        for twin in self._twins:
            twin.kill()


def each(work: Callable[[int], Result], tasks: int) -> Iterator[Result]:
    """
    Give the results of the tasks 0, 1, 2…, which a crew works at: one for each two of them, at most one for each core.

    Where there are fewer than two, the work is done here.
    """
    members = min(cores(), tasks // 2)
    return map(work, range(tasks)) if members < 2 or not may_fork() else iter(Crew(work, tasks, members).results())


def _shift(work: Callable[[int], Result], tasks: int, board: SynchronizedArray[int], post: Post) -> Ledger[Result]:
    """In a copy of the process: do what nobody else has taken, until nothing is left."""
    found: Ledger[Result] = {}
    while (task := _counted(board, 0)) < tasks:
        found[task] = work(task)
        _counted(board, 1)
    return found


def _counted(board: SynchronizedArray[int], place: int) -> int:
    """A number of the board, which is one more from now on."""
    with board.get_lock():
        number: int = board[place]
        board[place] = number + 1
    return number
