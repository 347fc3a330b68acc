"""Where work over articles is done: in this process, in several of this machine, or on a cluster."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from broadsheet.errors import BroadsheetError

_MOST_WORKERS = 61
"""Windows waits for no more processes at once."""
PATIENCE = 15
"""Seconds in which a scheduler has to answer."""
_WATCH = "until the parent ends"
"""The name of a thread that only waits, and holds no lock."""
_RETRIES = 3
"""How often a task of a cluster is begun again because its worker is gone."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_fork() -> bool:
    """Whether this process can be copied as it is; with other threads in it, a lock of theirs might stay locked."""
    others = [thread for thread in threading.enumerate() if thread.name != _WATCH]
    return "fork" in multiprocessing.get_all_start_methods() and len(others) == 1


def has_others() -> bool:
    """Whether copies of this process can do something beside it."""
    return cores() > 1 and may_fork()


@contextmanager
def executor_for(tasks: int, cluster: str | None = None) -> Iterator[Executor]:
    """
    An executor for about so many tasks: a process for each two of them, at most one for each core.

    With the address of a Dask scheduler, the cluster's.  Raises `BroadsheetError` where that cannot be reached.
    """
    workers = min(cores(), tasks // 2, _MOST_WORKERS)
    if cluster is not None:
        with _cluster(cluster) as executor:
            yield executor
    elif workers < 2:
        yield SameProcess()
    else:
        context = multiprocessing.get_context("fork") if may_fork() else None
        with ProcessPoolExecutor(workers, context, initializer=serve_parent) as executor:
            try:
                yield executor
            except BaseException:
                executor.shutdown(cancel_futures=True)  # else what is under way would all be done first
                raise


class SameProcess(Executor):
    """Runs each task when it is asked for: for few files, another process costs more than it saves."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        """Do it."""
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise BroadsheetError("Dask is not installed", "install it: pip install 'broadsheet[cluster]'") from error
    try:
        client = Client(address, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise BroadsheetError(f"there is no Dask scheduler at {address} ({error})", "start one, or mend it") from error
    with client:
        yield client.get_executor(retries=_RETRIES)  # type: ignore[no-untyped-call]


def serve_parent() -> None:
    """
    Let a process live for the one that started it, and no longer.

    Ctrl-C goes to every process of a terminal, and the first one ends the others; if it is killed, they see it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_with, args=(parent,), name=_WATCH, daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)
