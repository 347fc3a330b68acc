"""Copies of this process that work beside it."""

from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from tempfile import TemporaryFile, gettempdir
from typing import IO, Any, Generic, TypeVar

from broadsheet.pipeline.executor import has_others, serve_parent

Result = TypeVar("Result")


class Twin(Generic[Result]):
    """
    A copy of this process, which sees all that is here when it is made, and does one task after another.

    It keeps what it has done: a task may go on from where the one before it ended.  After the last one it is gone, and
    its memory is free, however late the result is asked for; that lies in a file meanwhile.  Unlike a pool of processes
    it takes no thread here, so that more copies may be made while it is at work.  Waiting raises what went wrong in it,
    and `OSError`, with the folder, where the disk has no room for the result.
    """

    def __init__(self, work: Callable[..., Result]) -> None:
        fork = multiprocessing.get_context("fork")
        self._tasks, tasks = fork.Pipe()
        self._file = TemporaryFile()  # noqa: SIM115 (open until the result is read from it)
        self._process = fork.Process(target=_serve, args=(tasks, self._file, work))
        self._process.start()
        tasks.close()
        self._begun = 0

    def begin(self, *task: object) -> None:
        """Let it do something that is not the last; nothing comes of that but what it keeps."""
        self._send(task, last=False)
        self._begun += 1

    @property
    def is_free(self) -> bool:
        """Whether it has done all that was begun; else to send it much takes until it has."""
        while self._begun and self._tasks.poll():
            with suppress(EOFError):  # it is gone
                self._tasks.recv()
            self._begun -= 1
        return not self._begun

    @property
    def sentinel(self) -> int:
        """What `multiprocessing.connection.wait` knows it by, to wait until it has ended."""
        return self._process.sentinel

    def end(self, *task: object) -> Callable[[], Result]:
        """Let it do the last task; what is given waits for the result."""
        self._send(task, last=True)
        return self._result

    def _send(self, task: Sequence[object], *, last: bool) -> None:
        with suppress(BrokenPipeError):  # it is gone, as the result will say
            self._tasks.send((last, task))

    def _result(self) -> Result:
        with self._file as file, self._tasks:
            try:
                self._process.join()
            except BaseException:
                self.kill()  # else what is under way would be done first
                raise
            if self._process.exitcode == errno.ENOSPC:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), gettempdir())
            if self._process.exitcode:
                raise ChildProcessError(f"a process was ended from outside (status {self._process.exitcode})")
            file.seek(0)
            well, found = pickle.load(file)
        if not well:
            raise found
        result: Result = found
        return result

    def kill(self) -> None:
        """Let it go at once, whatever it is at, or has done; nothing is to come of it any more."""
        self._process.kill()
        self._process.join()
        self._file.close()
        self._tasks.close()


def _serve(tasks: Connection, file: IO[bytes], work: Callable[..., Any]) -> None:
    serve_parent()
    last, well = False, True
    while well and not last:
        last, task = tasks.recv()
        try:
            found = work(*task)
        except BaseException as error:
            error.add_note(traceback.format_exc())
            well, found = False, error
        if well and not last:
            tasks.send(None)
    try:
        pickle.dump((well, found), file, pickle.HIGHEST_PROTOCOL)
        file.flush()
    except OSError as error:
        sys.exit(errno.ENOSPC if error.errno == errno.ENOSPC else 1)


def apart(work: Callable[[], Result]) -> Callable[[], Result]:
    """
    Begin some work in a copy of this process, where it sees all that is here; what is given waits for its result.

    Where a process cannot be copied, or has one processor, the work is done when its result is wanted.
    """
    return Twin(work).end() if has_others() else work
