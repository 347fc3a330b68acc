"""A lock that only one process can hold, and that ends with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        # of a process, not of an open file: worker processes that outlive a killed build do not hold it
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(file: Path) -> Iterator[bool]:
    """
    Hold the lock of a file; whether it could be had.

    The operating system gives it up when the process ends, however that comes about: a file that is left behind blocks
    nobody.  Where a file system knows no locks, nothing is guarded.
    """
    with file.open("ab") as stream:
        try:
            _lock(stream)
            held = _is_there(file, stream)
        except (BlockingIOError, PermissionError):
            held = False
        except OSError:
            held = True
        try:
            yield held
        finally:
            if held and sys.platform != "win32":
                file.unlink(missing_ok=True)
    if held and sys.platform == "win32":
        with suppress(OSError):  # an open file cannot be removed there, and another build may have opened it by now
            file.unlink()


def _is_there(file: Path, stream: IO[bytes]) -> bool:
    """Whether the file that was opened is still the one of that name: its last holder may have removed it."""
    try:
        return sys.platform == "win32" or file.stat().st_ino == os.fstat(stream.fileno()).st_ino
    except FileNotFoundError:
        return False
