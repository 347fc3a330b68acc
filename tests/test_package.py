"""What is shipped: wheel and sdist install in an empty environment, and build the sample."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from support.sites import ROOT, tree

_OLDEST = "3.11.0"
"""The Python that `pyproject.toml` promises; Debian 12 has 3.11.2."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this tree."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--outdir", folder, ROOT],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_wheel_holds_all_that_is_used(built: Path) -> None:
    """Both packages, the theme's fonts with their licence, the starter with its hidden files, the type marker."""
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    for name in (
        "broadsheet/py.typed",
        "broadsheet/cli/starter/mkdocs.yml",
        "broadsheet/cli/starter/dot-github/workflows/publish.yml",
        "broadsheet/cli/starter/content/welcome.txt",
        "broadsheet_theme/main.html",
        "broadsheet_theme/mkdocs_theme.yml",
        "broadsheet_theme/assets/fonts/broadsheet-serif-LICENSE.txt",
        "broadsheet_theme/assets/stylesheets/type.css",
        "broadsheet/words/ar.toml",
        "broadsheet/publish/templates/broadsheet-early.js",
    ):
        assert name in names
    theme = {
        f"broadsheet_theme/{name}" for name in tree(ROOT / "theme" / "broadsheet_theme") if "__pycache__" not in name
    }
    assert theme <= set(names)


def test_the_sdist_holds_sample_and_tests(built: Path) -> None:
    """So that a distributor can build and test from it."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert {"mkdocs.yml", "Makefile", "constraints.txt", "LICENSE", "README.md", "tests/test_package.py"} <= names
    assert {f"content/{name}" for name in tree(ROOT / "content")} <= names


def test_the_versions_that_were_tested_run_on_the_oldest_python() -> None:
    """One that needs a later patch of it is none that pip finds there, and then nothing can be installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["requires-python"] == f">={_OLDEST.removesuffix('.0')}"
    named = {line.partition("==")[0] for line in (ROOT / "constraints.txt").read_text().splitlines()}
    here = {found.name: found.metadata for found in distributions() if found.name in named}
    assert len(here) > 90
    wanted = {name: SpecifierSet(known.get("Requires-Python", "")) for name, known in here.items()}  # type: ignore[attr-defined]
    assert [name for name, pythons in wanted.items() if _OLDEST not in pythons] == []


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"], ids=["wheel", "sdist"])
def test_it_installs_and_builds_the_sample(built: Path, tmp_path: Path, pattern: str) -> None:
    """In an empty virtual environment, with the versions that were tested."""
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True, timeout=120)
    python = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    package = next(built.glob(pattern))
    install: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", package]
    done = subprocess.run(install, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    shutil.copytree(ROOT / "content", tmp_path / "site" / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "site")
    build: list[str | Path] = [python, "-m", "broadsheet", "build", "--strict"]
    done = subprocess.run(build, cwd=tmp_path / "site", capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "site" / "site").rglob("*.html"))) > 35
