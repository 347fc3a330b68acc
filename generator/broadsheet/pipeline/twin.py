"""Copies of this process that work beside it."""

from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from tempfile import TemporaryFile, gettempdir
from typing import IO, Any, Generic, TypeVar

from broadsheet.pipeline.executor import has_others, serve_parent

Result = TypeVar("Result")


class Twin(Generic[Result]):
    """
    A copy of this process, which sees all that is here when it is made, and does some work.

    The work is called with a function that waits for the next that is sent.  When it is done, the copy is gone, and its
    memory is free, however late the result is asked for; that lies in a file meanwhile.  Unlike a pool of processes it
    takes no thread here, so that more copies may be made while it is at work.
    """

    def __init__(self, work: Callable[[Callable[[], Any]], Result]) -> None:
        fork = multiprocessing.get_context("fork")
        self._told, told = fork.Pipe()
        self._sent, self._file = TemporaryFile(), TemporaryFile()  # noqa: SIM115 (open until the result is taken)
        received = partial(_received, told, self._sent.fileno())
        self._process = fork.Process(target=_serve, args=(self._file, work, received))
        self._process.start()
        told.close()

    def send(self, value: object) -> None:
        """Send it something, however much and whatever it is at; only where that lies goes through the pipe."""
        start = self._sent.tell()
        pickle.dump(value, self._sent, pickle.HIGHEST_PROTOCOL)
        self._sent.flush()
        with suppress(BrokenPipeError):  # it is gone, as the result will say
            self._told.send((start, self._sent.tell() - start))

    @property
    def sentinel(self) -> int:
        """What `multiprocessing.connection.wait` knows it by, to wait until it has ended."""
        return self._process.sentinel

    def result(self) -> Result:
        """
        Wait for the result; raises what went wrong there.

        Raises `OSError`, with the folder, where the disk had no room for it.
        """
        with self._file as file, self._sent, self._told:
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
        for one in (self._file, self._sent, self._told):
            one.close()


def _received(told: Connection, sent: int) -> Any:
    start, size = told.recv()
    return pickle.loads(os.pread(sent, size, start))  # by its place: the one that sends moves the file's own


def _serve(file: IO[bytes], work: Callable[[Callable[[], Any]], Any], received: Callable[[], Any]) -> None:
    serve_parent()
    try:
        well, found = True, work(received)
    except BaseException as error:
        error.add_note(traceback.format_exc())
        well, found = False, error
    try:
        pickle.dump((well, found), file, pickle.HIGHEST_PROTOCOL)
        file.flush()
    except OSError as error:
        sys.exit(errno.ENOSPC if error.errno == errno.ENOSPC else 1)


def apart(work: Callable[..., Result], *needs: Callable[[], Any]) -> Callable[[], Result]:
    """
    Begin some work in a copy of this process, where it sees all that is here; what is given waits for its result.

    The work is called with a function for each of its `needs`, which waits for what that one gives in this process
    when the result is asked for.  Where a process cannot be copied, or has one processor, the work is done when its
    result is wanted.
    """
    if not has_others():
        return partial(work, *needs)
    twin = Twin(lambda received: work(*[received for _ in needs]))

    def result() -> Result:
        for need in needs:
            twin.send(need())
        return twin.result()

    return result
