"""Copies of this process that work beside it."""

from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from tempfile import TemporaryFile, gettempdir
from typing import IO, Any, Generic, TypeVar

from broadsheet.pipeline.executor import has_others, serve_parent

Result = TypeVar("Result")
Place = tuple[int, int]
"""Where something lies in a file: its first byte, and how many it has."""


class Post:
    """
    One end of the post between two processes.

    What is sent lies in a file until it is read, and only its place goes through a pipe: that holds little, and who
    sends much by it waits until the other one reads.
    """

    def __init__(self, pipe: Connection, sent: IO[bytes], received: IO[bytes]) -> None:
        self.pipe, self._sent, self._received = pipe, sent, received

    def send(self, value: object, *, well: bool = True) -> None:
        """
        Send a value, or an error that is to be raised there, and wait for nobody.

        Raises `OSError`, with the folder, where the disk has no room for it.
        """
        start = self._sent.tell()
        try:
            pickle.dump((well, value), self._sent, pickle.HIGHEST_PROTOCOL)
            self._sent.flush()
        except OSError as error:
            raise OSError(error.errno, os.strerror(error.errno or errno.EIO), gettempdir()) from error
        with suppress(BrokenPipeError):  # the other one is gone, as whoever waits for it will see
            self.pipe.send((start, self._sent.tell() - start))

    def place(self) -> Place:
        """Wait until something is sent, and tell where it lies; raises `EOFError` where the other process is gone."""
        told: Place | OSError = self.pipe.recv()
        if isinstance(told, OSError):
            raise told
        return told

    def at(self, place: Place) -> Any:
        """Give what was sent, or raise it."""
        start, size = place
        well, value = pickle.loads(os.pread(self._received.fileno(), size, start))  # who sends moves the file's place
        if not well:
            raise value
        return value

    def receive(self) -> Any:
        """Wait for what is sent next."""
        return self.at(self.place())

    def close(self) -> None:
        """Let go of all."""
        for end in (self.pipe, self._sent, self._received):
            end.close()


class Twin(Generic[Result]):
    """
    A copy of this process, which sees all that is here when it is made, and does some work.

    The work is called with its end of the post, by which it may wait for what is sent, and answer.  When it is done,
    the copy is gone, and its memory is free, however late the result is asked for; that lies in a file meanwhile.
    Unlike a pool of processes it takes no thread here, so that more copies may be made while it is at work.
    """

    def __init__(self, work: Callable[[Post], Result]) -> None:
        fork = multiprocessing.get_context("fork")
        here, there = fork.Pipe()
        sent, received = TemporaryFile(), TemporaryFile()  # noqa: SIM115 (open until the last that is sent is read)
        self._post = Post(here, sent, received)
        self._process = fork.Process(target=_serve, args=(Post(there, received, sent), work))
        self._process.start()
        there.close()

    def send(self, value: object) -> None:
        """Send it something, however much and whatever it is at."""
        self._post.send(value)

    def receive(self) -> Any:
        """Wait for its next answer; raises what went wrong there."""
        return self._post.at(self._place())

    def result(self) -> Result:
        """Wait for the result; raises what went wrong there."""
        place = self._place()
        try:
            self._process.join()  # before the result is laid out: so long its memory is not free
            found: Result = self._post.at(place)
        finally:
            self._post.close()
        return found

    @property
    def pipe(self) -> Connection:
        """What `multiprocessing.connection.wait` waits for, until it has answered or is gone."""
        return self._post.pipe

    def _place(self) -> Place:
        try:
            return self._post.place()
        except EOFError:
            self.kill()
            status = self._process.exitcode
            raise ChildProcessError(f"a process was ended from outside (status {status})") from None
        except BaseException:
            self.kill()  # else what is under way would be done first
            raise

    def kill(self) -> None:
        """Let it go at once, whatever it is at, or has done; nothing is to come of it any more."""
        self._process.kill()
        self._process.join()
        self._post.close()


def _serve(post: Post, work: Callable[[Post], Any]) -> None:
    serve_parent()
    try:
        well, found = True, work(post)
    except BaseException as error:
        error.add_note(traceback.format_exc())
        well, found = False, error
    try:
        post.send(found, well=well)
    except OSError as error:
        post.pipe.send(error)


def apart(work: Callable[..., Result], *needs: Callable[[], Any]) -> Callable[[], Result]:
    """
    Begin some work in a copy of this process, where it sees all that is here; what is given waits for its result.

    The work is called with a function for each of its `needs`, which waits for what that one gives in this process
    when the result is asked for.  Where a process cannot be copied, or has one processor, the work is done when its
    result is wanted.
    """
    if not has_others():
        return partial(work, *needs)
    twin = Twin(lambda post: work(*[post.receive for _ in needs]))

    def result() -> Result:
        for need in needs:
            twin.send(need())
        return twin.result()

    return result
