"""The same work on a Dask cluster: a scheduler and two workers, of which one does not live to see the end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from broadsheet.cache import Store
from broadsheet.errors import BroadsheetError
from broadsheet.options import Options
from broadsheet.pipeline import Means, read_site
from broadsheet.publish.build import build_site
from support.sites import MKDOCS_YML, make_site, run, tree, write_files

HOST = "127.0.0.1"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def dask(role: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A scheduler or a worker of Dask, as a program of its own."""
    command = [sys.executable, "-m", "distributed.cli.dask_" + role, *arguments, "--host", HOST, "--no-dashboard"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, env={**os.environ, "PYTHONWARNINGS": ""}, **quiet)  # type: ignore[call-overload,no-any-return]


@dataclass(frozen=True)
class Cluster:
    """A cluster that is up."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A scheduler and two workers on this machine."""
    port = free_port()
    address = f"tcp://{HOST}:{port}"
    programs = [dask("scheduler", "--port", str(port))]
    worker = (address, "--nthreads", "1", "--no-nanny", "--local-directory", "/tmp")
    programs += [dask("worker", *worker), dask("worker", *worker)]
    try:
        yield Cluster(address, programs[1:])
    finally:
        for program in reversed(programs):
            program.kill()
            program.wait()


@pytest.mark.filterwarnings("default")
def test_a_worker_may_die(tmp_path: Path, cluster: Cluster) -> None:
    """Its work is done by the other, and the pages are the same to the byte."""
    text = "# Title {0}\n\nPress history desk\n\n{1} May 1987\n\n" + "The text of no {0} goes on. " * 40 + "\n"
    content = write_files(tmp_path / "in", {f"{n:03}.txt": text.format(n, 1 + n % 28) for n in range(640)})
    alive = list(cluster.workers)

    def kill(done: int, total: int) -> None:
        if 0 < done < total and len(alive) == 2:
            alive.pop().kill()

    means = Means(Store(tmp_path / "cache"), cluster.address)
    shared = read_site(content, Options(), kill, means=means)
    assert len(alive) == 1, "no worker was killed on the way"
    alone = read_site(content, Options())
    assert shared.collection == alone.collection
    assert [(page.path, page.text) for page in shared.pages] == [(page.path, page.text) for page in alone.pages]


@pytest.mark.filterwarnings("default")
def test_a_worker_may_die_while_it_prints(tmp_path: Path, cluster: Cluster) -> None:
    """The pages that it had to print are printed by the other, and the site is the same to the byte."""
    text = "# Title {0}\n\nPress history desk\n\n{1} May 1987\n\n" + "The text of no {0} goes on. " * 40 + "\n"
    articles = {f"{n:03}.txt": text.format(n, 1 + n % 28) for n in range(320)}
    shared, alone = (make_site(tmp_path / name, articles, MKDOCS_YML) for name in ("shared", "alone"))
    living = list(cluster.workers)

    def kill(stage: str, done: int, total: int) -> None:
        if stage == "rendering" and 0 < done < total and len(living) == 2:
            living.pop().kill()

    build_site(shared / "mkdocs.yml", progress=kill, cluster=cluster.address)
    assert len(living) == 1, "no worker was killed on the way"
    assert not list((shared / ".cache").rglob("*.pickle")), "what the workers were given is gone"
    assert run("broadsheet", "build", "-q", cwd=alone).returncode == 0
    assert tree(shared / "site") == tree(alone / "site")


@pytest.mark.filterwarnings("default")
def test_a_scheduler_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its address."""
    monkeypatch.setattr("broadsheet.pipeline.executor.PATIENCE", 1)
    content = write_files(tmp_path / "in", {"a.txt": "# Title\n\nText.\n"})
    address = f"tcp://{HOST}:{free_port()}"
    with pytest.raises(BroadsheetError, match=f"no Dask scheduler at {address}"):
        read_site(content, Options(), means=Means(cluster=address))
