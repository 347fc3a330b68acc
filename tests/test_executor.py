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

from broadsheet.pipeline import crew, executor

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
    monkeypatch.setattr(crew, "cores", lambda: 2)
    here, seen = os.getpid(), {task: str(task) for task in range(9)}
    made = list(crew.each(lambda task: (seen[task], os.getpid()), 9))
    assert [text for text, _ in made] == list(seen.values())
    assert executor.may_fork() is (here not in {process for _, process in made})
    assert list(crew.each(lambda _: os.getpid(), 1)) == [here]
    monkeypatch.setattr(crew, "cores", lambda: 1)
    assert list(crew.each(lambda _: os.getpid(), 9)) == [here] * 9


needs_copies = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="this system cannot copy a process as it is"
)
NOTING = """\
import multiprocessing, threading
from broadsheet.pipeline.twin import Twin, apart
def note(post):
    return [10 // len(post.receive()), 10 // len(post.receive())]
twin = Twin(note)
[process] = multiprocessing.active_children()
"""
"""A twin that divides ten by the lengths of what it is sent, in a process without threads, as a build has none."""


def said(script: str) -> list[str]:
    """What a script prints, line by line."""
    done = subprocess.run(
        [sys.executable, "-c", NOTING + script], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@needs_copies
def test_a_twin_takes_what_it_is_sent_whatever_it_is_at() -> None:
    """However much; it is gone when it is done, and no thread of this process keeps another copy from being made."""
    script = """\
twin.send("press")
twin.send(range(1))
wait = Twin(lambda post: len(post.receive()))
wait.send("x" * 10_000_000)
print(threading.active_count())
process.join()
print(twin.result(), wait.result())
"""
    assert said(script) == ["1", "[2, 10] 10000000"]


@needs_copies
@pytest.mark.parametrize("cores", [1, 2])
def test_work_apart_is_given_what_it_needs(cores: int) -> None:
    """When its result is asked for, wherever it is done."""
    script = f"""\
from broadsheet.pipeline import executor
executor.cores = lambda: {cores}
twin.kill()
needs = []
wait = apart(lambda one, other: (one(), other()), needs.pop, lambda: "sheet")
print(len(multiprocessing.active_children()))
needs.append("press")
print(*wait())
"""
    assert said(script) == [str(cores - 1), "press sheet"]


@needs_copies
@pytest.mark.parametrize("wrong", [0, 1])
def test_what_goes_wrong_in_a_twin_is_raised_here(wrong: int) -> None:
    """With the place where it did."""
    script = f"""\
twin.send("x" * {wrong})
twin.send("x" * {1 - wrong})
try:
    twin.result()
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
    twin.send("press")
    twin.result()
except ChildProcessError as error:
    print(error)
"""
    assert said(script) == ["a process was ended from outside (status -9)"]


@needs_copies
def test_a_twin_without_room_for_its_result_names_the_disk() -> None:
    """The folder that is full, not a process that nobody ended."""
    script = """\
import errno, tempfile
import io
from broadsheet.pipeline import twin as module
twin.kill()
class Full(io.BytesIO):
    def write(self, data):
        raise OSError(errno.ENOSPC, "full")
module.TemporaryFile = Full
try:
    Twin(lambda post: None).result()
except OSError as error:
    print(error.errno == errno.ENOSPC, error.filename == tempfile.gettempdir())
"""
    assert said(script) == ["True True"]


SHARING = """\
import os, time
from broadsheet.pipeline import crew
twin.kill()
def work(task):
    time.sleep(0.01)
    return task, os.getpid()
"""
"""Tasks, in a process that has no threads, which say who does them."""


@needs_copies
def test_a_crew_shares_its_tasks() -> None:
    """Both of its members work; the results come in the order of the tasks, and it is told how many are done."""
    script = """\
seen = []
made = crew.Crew(work, 40, 2).results(seen.append)
print([task for task, _ in made] == list(range(40)), len({process for _, process in made}))
print(seen == sorted(seen), seen[-1])
"""
    assert said(SHARING + script) == ["True 2", "True 40"]


@needs_copies
def test_what_goes_wrong_in_a_crew_ends_it() -> None:
    """Nobody goes on with what is of no use any more, whether a task fails or a member is killed."""
    script = """\
def fails(task):
    time.sleep(10 if task else 0)
    return 1 // task
for work in (fails, lambda task: os.kill(os.getpid(), 9) if task == 0 else time.sleep(10)):
    one, begun = crew.Crew(work, 100, 2), time.monotonic()
    try:
        one.results()
    except (ZeroDivisionError, ChildProcessError) as error:
        print(type(error).__name__, time.monotonic() - begun < 5, multiprocessing.active_children() == [])
"""
    assert said(SHARING + script) == ["ZeroDivisionError True True", "ChildProcessError True True"]


@needs_copies
def test_a_twin_answers_while_it_is_at_work() -> None:
    """However much: neither waits until the other one reads."""
    script = """\
twin.kill()
def echo(post):
    for _ in range(3):
        post.send(post.receive() * 2)
    return "done"
twin = Twin(echo)
for number in range(3):
    twin.send(bytes(1_000_000 + number))
[process] = multiprocessing.active_children()
process.join()
print([len(twin.receive()) for _ in range(3)], twin.result())
"""
    assert said(script) == ["[2000000, 2000002, 2000004] done"]
