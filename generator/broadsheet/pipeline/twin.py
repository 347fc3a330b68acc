"""Copies of this process that work beside it."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar

from broadsheet.pipeline.executor import has_others, serve_parent

Result = TypeVar("Result")


class _Post:
    """
    One end of the post between two processes.

    What is sent lies in a file until it is read, and only where it lies goes through a pipe: that holds little, and who
    sends much by it waits until the other one reads.
    """

    def __init__(self, pipe: Connection, sent: IO[bytes], received: IO[bytes]) -> None:
        self.pipe, self._sent, self._received, self._end = pipe, sent, received, 0

    def send(self, value: object) -> None:
        """Send a value, and wait for nobody."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        os.pwrite(self._sent.fileno(), data, self._end)
        self.pipe.send((self._end, len(data)))
        self._end += len(data)

    def receive(self) -> Any:
        """Wait for the next value; raises `EOFError` where the other process is gone."""
        at, size = self.pipe.recv()
        return pickle.loads(os.pread(self._received.fileno(), size, at))

    def close(self) -> None:
        """Let go of all."""
        for end in (self.pipe, self._sent, self._received):
            end.close()


class Twin(Generic[Result]):
    """
    A copy of this process, which sees all that is here when it is made, and does one task after another.

    It keeps what it has done: a task may go on from where the one before it ended.  After the last one it is gone, and
    its memory is free, however late the result is asked for.  Unlike a pool of processes it takes no thread here, so
    that more copies may be made while it is at work.
    """

    def __init__(self, work: Callable[..., Result]) -> None:
        fork = multiprocessing.get_context("fork")
        here, there = fork.Pipe()
        tasks, answers = TemporaryFile(), TemporaryFile()  # noqa: SIM115 (open until the last answer is read)
        self._post = _Post(here, tasks, answers)
        self._process = fork.Process(target=_serve, args=(_Post(there, answers, tasks), work))
        self._process.start()
        there.close()
        self._begun, self._answers = 0, dict[int, tuple[bool, Any]]()

    def begin(self, *task: object) -> Callable[[], Any]:
        """Let it do something that is not the last; what is given waits for what comes of that."""
        return self._send(task, last=False)

    @property
    def is_free(self) -> bool:
        """Whether it has done all that was begun."""
        while len(self._answers) < self._begun and self._post.pipe.poll():
            self._next()
        return len(self._answers) == self._begun

    def end(self, *task: object) -> Callable[[], Result]:
        """Let it do the last task; what is given waits for the result."""
        return self._send(task, last=True)

    def _send(self, task: tuple[object, ...], *, last: bool) -> Callable[[], Any]:
        self._begun += 1
        with suppress(BrokenPipeError):  # it is gone, as the result will say
            self._post.send((last, task))
        return partial(self._answer, self._begun, last=last)

    def _answer(self, number: int, *, last: bool) -> Any:
        """What came of the task of a number."""
        while number not in self._answers:
            try:
                self._next()
            except BaseException:
                self.kill()  # else what is under way would be done first
                raise
        well, found = self._answers[number]
        if last or not well:
            self._process.join()
            self._post.close()
        if not well:
            raise found
        return found

    def _next(self) -> None:
        """Take the next answer; those of the tasks after one that went wrong are the same."""
        try:
            well, found = self._post.receive()
        except EOFError:
            self._process.join()
            status = self._process.exitcode
            well, found = False, ChildProcessError(f"a process was ended from outside (status {status})")
        done = len(self._answers)
        for number in (done + 1,) if well else range(done + 1, self._begun + 1):
            self._answers[number] = well, found

    def kill(self) -> None:
        """Let it go at once, whatever it is at, or has done; nothing is to come of it any more."""
        self._process.kill()
        self._process.join()
        self._post.close()


def _serve(post: _Post, work: Callable[..., Any]) -> None:
    serve_parent()
    last, well = False, True
    while well and not last:
        last, task = post.receive()
        try:
            found = work(*task)
        except BaseException as error:
            error.add_note(traceback.format_exc())
            well, found = False, error
        post.send((well, found))


def apart(work: Callable[[], Result]) -> Callable[[], Result]:
    """
    Begin some work in a copy of this process, where it sees all that is here; what is given waits for its result.

    Where a process cannot be copied, or has one processor, the work is done when its result is wanted.
    """
    return Twin(work).end() if has_others() else work
