"""The second process of a build after an edit: what it finds is what one process would have found."""

from __future__ import annotations

import multiprocessing
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.sites import MKDOCS_YML, make_site, tree, write_files

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="this system cannot copy a process as it is"
)
CONFIG = MKDOCS_YML.replace("  - material/search\n", "")
CITIES = ("Vienna", "Lisbon", "Oslo", "Prague")
SPIED = """\
import sys
from broadsheet.cli import broadsheet
from broadsheet.pipeline import executor, looks, second
looks.GRAIN = 0
executor.cores = lambda: {cores}
begin = second.Second.begin
def noted(self, reading):
    read = begin(self, reading)
    return lambda: (found := read(), print("read", *found.paths, found.remembers))[0]
second.Second.begin = noted
sys.argv = ["broadsheet", "build", "--quiet"]
broadsheet(standalone_mode=False)
"""
"""Builds, and tells what the second process read, and whether it remembers."""


def text(number: int, city: str) -> str:
    """An article."""
    line = f"The presses of {city} were sold to the printers of {CITIES[number % 3]} in that year."
    return f"# Sheet {number}\n\nPress history desk\n\n{1 + number} May 1911\n\n{line} {line}\n"


def build(folder: Path, cores: int = 2) -> list[str]:
    """Build a site; what was told, line by line."""
    script = write_files(folder, {"spied.py": SPIED.format(cores=cores)}) / "spied.py"
    done = subprocess.run([sys.executable, script], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in (0, 1), done.stderr
    return [line for line in done.stdout.splitlines() if line.startswith("read")]


def pages(folder: Path) -> list[Path]:
    """The pages of the articles of a site, and of their days."""
    return sorted((folder / "site/1911").rglob("*.html"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site that was built; there was nothing to remember."""
    site = make_site(tmp_path / "site", {f"{n}.txt": text(n, CITIES[n % 4]) for n in range(12)}, CONFIG)
    assert build(site) == []
    return site


@pytest.mark.parametrize("cores", [1, 2])
def test_an_edit_gives_what_a_clean_build_gives(folder: Path, tmp_path: Path, cores: int) -> None:
    """With a second process, and without one."""
    write_files(folder, {"content/3.txt": text(3, "Geneva"), "content/new.txt": text(12, "Geneva")})
    (folder / "content/5.txt").unlink()
    told = build(folder, cores)
    assert told == (["read 3.txt new.txt True"] if cores > 1 else [])
    clean = tmp_path / "clean"
    shutil.copytree(folder / "content", clean / "content")
    shutil.copy(folder / "mkdocs.yml", clean)
    shutil.copy(folder / "permalinks.csv", clean)
    build(clean)
    assert tree(clean / "site") == tree(folder / "site")


def test_what_is_remembered_no_more_is_worked_out_here(folder: Path) -> None:
    """As where another number of topics is asked for."""
    made = pages(folder)
    write_files(folder, {"mkdocs.yml": CONFIG.replace("- broadsheet", "- broadsheet:\n      topics: 4")})
    assert "topics: 4" in (folder / "mkdocs.yml").read_text()
    assert build(folder) == ["read False"]
    assert pages(folder) == made


def test_a_store_that_is_broken_is_read_anew(folder: Path) -> None:
    """Then nothing looks as it did, and the second process has read all there is."""
    made = pages(folder)
    write_files(folder, {".cache/broadsheet/articles.sqlite": "broken", "content/3.txt": text(3, "Oslo")})
    assert build(folder)[0].endswith("False")
    assert pages(folder) == made
