"""The time, the memory and the output of a program."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    wall: float
    cpu: float
    """Of the program and of all that it started and waited for."""
    memory: float
    """Megabytes at the height, of all its processes together; what they share counts once."""


def run(command: Sequence[str], folder: Path, log: Path) -> Run:
    """Run a program to its end; raises `SystemExit` with its last words where it fails."""
    before, start = os.times(), time.monotonic()
    with log.open("wb") as out, subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT) as program:
        watch = _Watch(program.pid)
        watch.start()
        code = program.wait()
        wall, after = time.monotonic() - start, os.times()
        watch.done.set()
        watch.join()
    if code not in (0, 1):  # 1: Broadsheet has findings
        raise SystemExit(f"{' '.join(command)} ended with {code}:\n{log.read_text(errors='replace')[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall, cpu, watch.most / 1024)


class _Watch(threading.Thread):
    """Looks ten times a second how much memory a program and its children have (Linux; elsewhere none is told)."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process, self.most, self.done = process, 0.0, threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.1):
            self.most = max(self.most, sum(map(_kilobytes, _family(self._process))))


def _family(process: int) -> list[int]:
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def _kilobytes(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def size_of(folder: Path) -> tuple[int, int]:
    """The number of files and of bytes in a folder."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return len(sizes), sum(sizes)
