"""
Runs ``broadsheet`` and ``mkdocs`` many times, and loads them once.

A process that has loaded both, the stem, waits for commands. For each, a copy of it takes a folder, an environment and
files for what it says, and becomes that program, with an exit status and an end of its own. Only the seconds of loading
are saved. Signals, pipes, terminals and what Python reads when it starts are for a process made anew: `sites.run`.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

PATIENCE = 120
"""Seconds that a program may take."""
_LOADED = (
    *(f"broadsheet.cli.{name}" for name in ("build", "check", "convert", "explain", "export", "new", "review")),
    "broadsheet.collect",
    "broadsheet.finish",
    "broadsheet.publish.build",
    "broadsheet.publish.plugin",
    "broadsheet_theme",
    "material.plugins.search.plugin",
    "mkdocs.__main__",
    "mkdocs.commands.build",
)
CAN_COPY = hasattr(os, "fork")


def run_copy(command: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a module with its arguments, as ``python -m`` does, by a copy of the stem."""
    stem = _stem()
    assert stem.stdin is not None
    assert stem.stdout is not None
    with tempfile.TemporaryDirectory() as folder:
        said = [Path(folder, name) for name in ("stdout", "stderr")]
        stem.stdin.write(json.dumps([command, str(cwd), dict(environment), *map(str, said)]) + "\n")
        stem.stdin.flush()
        status = int(stem.stdout.readline())
        if status == -signal.SIGALRM:
            raise subprocess.TimeoutExpired(command, PATIENCE)
        return subprocess.CompletedProcess(command, status, *(file.read_text(encoding="utf-8") for file in said))


@cache
def _stem() -> subprocess.Popen[str]:
    """The process that is copied; it ends when nobody can ask it any more."""
    stem = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(stem.communicate)
    return stem


def _next_program() -> list[str] | None:
    """Wait for commands, and return each in a copy of this process; in the process itself `None` at their end."""
    for line in sys.stdin:
        command, cwd, environment, stdout, stderr = json.loads(line)
        if child := os.fork():
            _, status = os.waitpid(child, 0)
            print(os.waitstatus_to_exitcode(status), flush=True)
            continue
        signal.alarm(PATIENCE)
        for number, name, mode in ((0, os.devnull, os.O_RDONLY), (1, stdout, os.O_WRONLY), (2, stderr, os.O_WRONLY)):
            opened = os.open(name, mode | os.O_CREAT, 0o600)
            os.dup2(opened, number)
            os.close(opened)
        os.chdir(cwd)
        os.environ.update(environment)
        sys.path[0] = cwd
        sys.argv = command
        return list(command)
    return None


def _load() -> None:
    """Load what every program needs, and the tables that each would work out anew."""
    for module in _LOADED:
        import_module(module)
    import_module("broadsheet.recognise.lexicon.months").month_number("Thursday")
    import_module("broadsheet.finish.search.words").pattern()
    gc.freeze()  # what the collector never looks at stays shared with the copies


if __name__ == "__main__":
    _load()
    if _program := _next_program():
        runpy.run_module(_program[0], run_name="__main__", alter_sys=True)
