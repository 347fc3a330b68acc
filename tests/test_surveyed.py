"""The survey of a collection is remembered as long as its sample looks as it did."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from broadsheet.cache import Store
from broadsheet.options import Options
from broadsheet.pipeline import surveyed as module
from broadsheet.pipeline.surveyed import surveyed
from broadsheet.read import Survey, survey
from support.sites import write_files

LINE = "The Valley Press is printed at the old mill.\n"
PATHS = [f"{number}.txt" for number in range(8)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles with a line in common, whose survey was kept."""
    monkeypatch.setattr(module, "GRAIN", 0)  # the tests do not wait until the files are old
    root = write_files(tmp_path / "content", {path: f"Sheet {path}\n\n{LINE}" for path in PATHS})
    assert look(root) == survey(root, PATHS, Options())
    return root


def look(root: Path, paths: list[str] = PATHS, options: Options | None = None) -> Survey:
    """Survey a folder, as a build does, with the store of the last one."""
    store = Store(root.parent / "cache")
    found = surveyed(root, paths, options or Options(), store)
    store.end()
    return found


def test_files_that_look_as_they_did_are_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier build found in them is found again."""
    before = survey(folder, PATHS, Options())
    assert before.sources
    monkeypatch.setattr(module, "look_through", lambda *_: pytest.fail("looked through"))
    assert look(folder) == before


def test_a_file_that_was_changed_is_looked_through(folder: Path) -> None:
    """Also where only its time tells, and where it is gone."""
    for path in PATHS[1:]:
        file = folder / path
        time = file.stat().st_mtime_ns
        file.write_text(file.read_text().replace("old", "new"))
        os.utime(file, ns=(time, time))
    assert look(folder) == survey(folder, PATHS, Options())
    (folder / PATHS[0]).unlink()
    assert look(folder) == survey(folder, PATHS, Options())


def test_other_articles_and_options_have_a_survey_of_their_own(folder: Path) -> None:
    """So has a folder of the same articles somewhere else."""
    assert look(folder, PATHS[:3]) == survey(folder, PATHS[:3], Options())
    assert look(folder, options=Options(boilerplate=False)) == Survey()
    elsewhere = write_files(folder.parent / "elsewhere", {path: f"Sheet {path}\n" for path in PATHS})
    assert look(elsewhere) == survey(elsewhere, PATHS, Options())


def test_files_that_are_young_are_looked_through_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They may be changed once more and look the same."""
    monkeypatch.setattr(module, "GRAIN", 10**18)
    os.utime(folder / PATHS[0], ns=(1, 1))
    look(folder)
    monkeypatch.setattr(module, "look_through", lambda *_: Survey())
    assert look(folder) == Survey()
