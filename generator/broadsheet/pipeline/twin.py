"""A copy of this process that works beside it."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, Self, TypeVar

from broadsheet.pipeline.executor import has_others, serve_parent

Result = TypeVar("Result")


class Twin(Generic[Result]):
    """
    A copy of this process, which sees all that is here when it is made, and does one task after another.

    Unlike a pool of processes it takes no thread here, so that more copies may be made while it is at work.  It keeps
    what it has done: a task may go on from where the one before it ended.
    """

    def __init__(self, work: Callable[..., Result]) -> None:
        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, work))
        self._process.start()
        theirs.close()

    def begin(self, *task: object) -> Callable[[], Result]:
        """Send it a task; what is given waits for the result, and is called in the order of the tasks."""
        self._ours.send(task)
        return self._result

    def _result(self) -> Result:
        try:
            well, found = self._ours.recv()
        except EOFError:
            self._process.join()
            raise ChildProcessError(f"a process was ended from outside (status {self._process.exitcode})") from None
        if not well:
            raise found
        result: Result = found
        return result

    def close(self) -> None:
        """Let it go when it is done."""
        with suppress(OSError):  # it is gone
            self._ours.send(None)
        self._ours.close()
        self._process.join()

    def kill(self) -> None:
        """Let it go at once, whatever it is at."""
        self._process.kill()
        self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        self.kill() if error else self.close()


def _serve(tasks: Connection, work: Callable[..., Any]) -> None:
    serve_parent()
    while (task := tasks.recv()) is not None:
        try:
            said = True, work(*task)
        except BaseException as error:
            error.add_note(traceback.format_exc())
            said = False, error
        tasks.send(said)


def apart(work: Callable[[], Result]) -> Callable[[], Result]:
    """
    Begin some work in a copy of this process, where it sees all that is here; what is given waits for its result.

    Where a process cannot be copied, or has one processor, the work is done when its result is wanted.
    """
    if not has_others():
        return work
    twin = Twin(work)
    result = twin.begin()

    def wait() -> Result:
        with twin:
            return result()

    return wait
