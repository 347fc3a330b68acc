"""The processes that do the work live for the one that started them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.pipeline import executor
from broadsheet.pipeline.twin import Twin

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


@pytest.fixture
def twin() -> Iterator[Twin[list[int]]]:
    """One that notes all that it is sent."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("this system cannot copy a process as it is")
    noted: list[int] = []

    def note(number: int) -> list[int]:
        noted.append(10 // number)
        return noted

    made = Twin(note)
    yield made
    made.kill()


def test_a_twin_goes_on_from_what_it_has_done(twin: Twin[list[int]]) -> None:
    """And no thread of this process keeps another copy from being made."""
    threads = threading.active_count()
    first, second = twin.begin(5), twin.begin(1)
    assert first() == [2]
    assert second() == [2, 10]
    assert threading.active_count() == threads
    twin.close()


def test_what_goes_wrong_in_a_twin_is_raised_here(twin: Twin[list[int]]) -> None:
    """With the place where it did; and it is there for the next task."""
    wait = twin.begin(0)
    with pytest.raises(ZeroDivisionError) as raised:
        wait()
    assert "in note" in "".join(raised.value.__notes__)
    assert twin.begin(1)() == [10]


def test_a_twin_that_is_gone_is_an_error(twin: Twin[list[int]]) -> None:
    """Not a wait without end."""
    wait = twin.begin(1)
    assert wait() == [10]
    [process] = multiprocessing.active_children()
    process.kill()
    process.join()
    with pytest.raises((ChildProcessError, BrokenPipeError)):
        twin.begin(1)()
