"""The processes that do the work live for the one that started them."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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
