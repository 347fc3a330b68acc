"""
What a cluster gives: the same articles built by one machine alone, and with one, two and more Dask workers.

    python bench/cluster.py FOLDER [--articles N] [--workers 1,2] [--turns N] [--work DIR]

Starts a scheduler and the workers on this machine, so that there is use for as many as it has processors; each turn
builds cold.  Prints medians of the seconds of each stage, for so many workers.  Turn off what else the machine does.
"""

from __future__ import annotations

import argparse
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import peers

HOST = "127.0.0.1"
STAGES = ("starting", "reading", "collecting", "rendering", "finishing")
STAGE = re.compile(rf"^({'|'.join(STAGES)})\s+([\d.]+) s", re.MULTILINE)


@contextmanager
def cluster(workers: int) -> Iterator[str | None]:
    """The address of a scheduler with so many workers; none where there is to be none."""
    if not workers:
        yield None
        return
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    address = f"tcp://{HOST}:{port}"
    roles = [("scheduler", "--port", str(port)), *[("worker", address, "--nthreads", "1", "--no-nanny")] * workers]
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{role}", *arguments, "--host", HOST, "--no-dashboard"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for role, *arguments in roles
    ]
    try:
        yield address
    finally:
        for program in reversed(programs):
            program.kill()
            program.wait()


def built(folder: Path, workers: int) -> dict[str, float]:
    """The seconds of each stage of one cold build."""
    for kept in (".cache", "site"):
        shutil.rmtree(folder / kept, ignore_errors=True)
    command = [sys.executable, "-m", "broadsheet", "build", "-q", "--timings"]
    with cluster(workers) as address:
        asked = [*command, "--cluster", address] if address else command
        done = subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=False)
    seconds = {stage: float(spent) for stage, spent in STAGE.findall(done.stdout + done.stderr)}
    if done.returncode not in (0, 1) or len(seconds) < len(STAGES):  # 1: there are findings
        sys.exit(f"{' '.join(asked)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return seconds


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--articles", type=int, default=5_000)
    ask.add_argument("--workers", default="1,2", help="numbers, parted by commas; 0, this machine alone, comes first")
    ask.add_argument("--turns", type=int, default=3)
    ask.add_argument("--work", type=Path, default=Path("/tmp/broadsheet-cluster"))
    asked = ask.parse_args()
    articles = peers.chosen(asked.folder, asked.articles)
    peers.site(asked.work, articles, "")
    numbers = [0, *map(int, asked.workers.split(","))]
    found: dict[int, list[dict[str, float]]] = {number: [] for number in numbers}
    for _ in range(asked.turns):
        for number in numbers:
            found[number].append(built(asked.work, number))
    print(f"{len(articles):,} articles")
    print(f"{'workers':<12}" + "".join(f"{stage:>12}" for stage in (*STAGES, "all")))
    for number, turns in found.items():
        stages = [median(turn[stage] for turn in turns) for stage in STAGES]
        print(f"{number or 'none':<12}" + "".join(f"{seconds:>12.1f}" for seconds in (*stages, sum(stages))))


if __name__ == "__main__":
    main()
