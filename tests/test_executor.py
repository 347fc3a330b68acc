"""The processes that do the work live for the one that started them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from broadsheet.pipeline import executor

SCRIPT = """\
import os, time
from broadsheet.pipeline import executor
executor.cores = lambda: 2
with executor.executor_for(8) as pool:
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def lives(process: int) -> bool:
    """Whether there is such a process, and it is not only waiting to be counted."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes as Linux shows them")
def test_processes_end_with_the_one_that_started_them() -> None:
    """However it comes to its end."""
    with subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        assert worker != program.pid
        assert lives(worker)
        program.send_signal(signal.SIGKILL)
    end = time.monotonic() + 20
    while lives(worker) and time.monotonic() < end:
        time.sleep(0.05)
    assert not lives(worker)


def test_copies_of_the_process_see_what_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The results come in the order of the tasks; for one task, or on one processor, no copy is made."""
    monkeypatch.setattr(executor, "cores", lambda: 2)
    here, seen = os.getpid(), {task: str(task) for task in range(9)}
    made = list(executor.each(lambda task: (seen[task], os.getpid()), 9))
    assert [text for text, _ in made] == list(seen.values())
    assert executor.may_fork() is (here not in {process for _, process in made})
    assert list(executor.each(lambda _: os.getpid(), 1)) == [here]
    monkeypatch.setattr(executor, "cores", lambda: 1)
    assert list(executor.each(lambda _: os.getpid(), 9)) == [here] * 9


needs_copies = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="this system cannot copy a process as it is"
)
NOTING = """\
import multiprocessing, threading, time
from broadsheet.pipeline.twin import Twin
noted = []
def note(number):
    noted.append(10 // number)
    return noted
twin = Twin(note)
[process] = multiprocessing.active_children()
"""
"""A twin that notes the tenth part of all that it is sent, in a process that has no threads, as a build has none."""


def said(script: str) -> list[str]:
    """What a script prints, line by line."""
    done = subprocess.run(
        [sys.executable, "-c", NOTING + script], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@needs_copies
def test_a_twin_goes_on_from_what_it_has_done() -> None:
    """It is gone when it is done; and no thread of this process keeps another copy from being made."""
    script = """\
twin.begin(5)
while not twin.is_free:
    time.sleep(0.01)
wait = twin.end(1)
print(threading.active_count())
process.join()
print(wait())
"""
    assert said(script) == ["1", "[2, 10]"]


@needs_copies
@pytest.mark.parametrize("wrong", [0, 1])
def test_what_goes_wrong_in_a_twin_is_raised_here(wrong: int) -> None:
    """With the place where it did, whichever task it was."""
    script = f"""\
twin.begin({wrong})
try:
    twin.end({1 - wrong})()
except ZeroDivisionError as error:
    print("in note" in "".join(error.__notes__))
"""
    assert said(script) == ["True"]


@needs_copies
def test_a_twin_that_is_gone_is_an_error() -> None:
    """Not a wait without end."""
    script = """\
process.kill()
process.join()
try:
    twin.end(1)()
except ChildProcessError as error:
    print(error)
"""
    assert said(script) == ["a process was ended from outside (status -9)"]


@needs_copies
def test_much_is_sent_to_a_twin_at_once() -> None:
    """Nobody waits until it is read: neither here, where the twin is at work, nor there."""
    script = """\
twin.kill()
twin = Twin(lambda *given: (time.sleep(0.2), len(given[0]), bytes(3_000_000))[1:])
first = twin.begin(bytes(2_000_000))
last = twin.end(bytes(1_000_000))
[process] = multiprocessing.active_children()
process.join()
print(first()[0], last()[0], len(first()[1]))
"""
    assert said(script) == ["2000000 1000000 3000000"]
