"""What the commands share: options, progress, the report of findings."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from broadsheet.errors import BroadsheetError, Finding, Severity

if TYPE_CHECKING:
    from broadsheet.pipeline import Tell

styles = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
"""How each weight is coloured on a terminal."""
_SHOWN = 20
"""How many findings of one kind are printed without `-v`."""
_REFRESH = 0.1
"""Seconds between two states of the bars."""

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The site's mkdocs.yml  [default: the one here]",
)
cluster_option = click.option(
    "--cluster", metavar="ADDRESS", help="Let the Dask cluster do the work that has its scheduler there."
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
verbose_option = click.option("-v", "--verbose", is_flag=True, help="Print every finding, notes too.")
folder_argument = click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")


class StoppedError(BroadsheetError):
    """A command that was ended by Ctrl-C, and how things stand."""


@contextmanager
def interruptible(state: str) -> Iterator[None]:
    """Say how things stand where Ctrl-C ends the work."""
    try:
        yield
    except KeyboardInterrupt as error:
        raise StoppedError("interrupted", state) from error


def console(*, stderr: bool = True) -> Console:
    """Where reports go, by default standard error: coloured if it is a terminal, never wrapped if it is not."""
    made = Console(stderr=stderr, highlight=False)
    return made if made.is_terminal else Console(stderr=stderr, highlight=False, soft_wrap=True)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Tell | None]:
    """A bar for each stage on a terminal, nothing elsewhere."""
    screen = console()
    if quiet or not screen.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(
        *columns, console=screen, transient=True, auto_refresh=False
    ) as bars:  # a thread would forbid to fork
        stages: dict[str, TaskID] = {}
        shown = 0.0

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage.capitalize(), total=total)
            bars.update(stages[stage], completed=done, total=max(done, total))
            nonlocal shown
            if time.monotonic() - shown > _REFRESH:
                bars.refresh()
                shown = time.monotonic()

        yield tell


class _Rate(ProgressColumn):
    """How much is done in a second."""

    def render(self, task: Task) -> Text:
        """The number, once it is known."""
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="progress.data.speed")


def report(findings: Sequence[Finding], *, verbose: bool) -> int:
    """Print the findings, those that weigh most first; give the exit status they make."""
    screen, shown = console(), Counter[str]()
    order = list(Severity)
    for finding in sorted(findings, key=lambda f: (order.index(f.severity), f.id, f)):
        shown[finding.id] += 1
        if not verbose and (finding.severity == Severity.NOTE or shown[finding.id] > _SHOWN):
            continue
        detail = f" ({finding.detail})" if finding.detail else ""
        screen.print(f"{finding.place}: ", style="bold", end="", markup=False)
        screen.print(f"{finding.severity} [{finding.id}]", style=styles[finding.severity], end=" ", markup=False)
        screen.print(f"{finding.kind.cause}{detail}", markup=False)
        screen.print(f"  → {finding.kind.remedy}", style="dim", markup=False)
    for kind, count in shown.items():
        if not verbose and count > _SHOWN and any(f.id == kind and f.severity != Severity.NOTE for f in findings):
            screen.print(f"… and {count - _SHOWN} more of [{kind}]: see them with -v", markup=False)
    return 1 if any(f.weighs for f in findings) else 0


def outside(output: Path, folder: Path) -> None:
    """Refuse to write among the articles, or on their container: it would be read as one, or stand on one."""
    if output.resolve().is_relative_to(folder.resolve()):
        raise BroadsheetError(f"{output} lies among the articles", "name a place outside the content folder")


def in_folder(file: Path) -> None:
    """Refuse to write a file where there is no folder for it, before anything is read."""
    if not file.parent.is_dir():
        raise BroadsheetError(f"there is no folder {file.parent}", "make it, or name a file in another one")


def counted(findings: Sequence[Finding]) -> str:
    """
    The numbers of findings in words.

    >>> counted([])
    'no findings'
    """
    counts = Counter(f.severity for f in findings)
    return ", ".join(plural(counts[s], s) for s in Severity if counts[s]) or "no findings"


def plural(number: int, word: Any) -> str:
    """
    A number and its word.

    >>> plural(1, "page"), plural(2, "page")
    ('1 page', '2 pages')
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"
