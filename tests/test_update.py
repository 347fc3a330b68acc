"""A site of which few files have changed is changed where it stands, and is whole whatever happens meanwhile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.errors import BroadsheetError
from broadsheet.finish import update
from broadsheet.finish.swap import staged
from support.sites import write_files

LAST = {
    "index.html": "last",
    "same.html": "same",
    "2016/06/same.html": "same",
    "2016/07/gone.html": "gone",
    "gone.html": "gone",
    ".git/HEAD": "ref",
}
STAYS = ("same.html", "2016/06/same.html")
STAGED = {"index.html": "new", "2017/new.html": "new", "2016/06/new.html": "new"}
NEW = {"same.html": "same", "2016/06/same.html": "same", ".git/HEAD": "ref", **STAGED}


def read(folder: Path) -> dict[str, str]:
    """All files of a site, with what is in them."""
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def build(target: Path, files: dict[str, str] | None = None) -> None:
    """Build the new site."""
    with staged(target, stays=lambda: STAYS) as staging:
        write_files(staging, STAGED if files is None else files)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A site that stands already."""
    return write_files(tmp_path / "site", LAST)


def test_what_is_the_same_is_not_touched(target: Path) -> None:
    """It is the same file; what is not in the new site goes, with folders that are empty then; hidden files stay."""
    before = {name: (target / name).stat() for name in STAYS}
    build(target)
    assert read(target) == NEW
    assert {name: (target / name).stat() for name in STAYS} == before
    assert not (target / "2016" / "07").exists()
    assert [file.name for file in target.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("error", [OSError(13, "Permission denied"), KeyboardInterrupt()])
def test_where_a_file_cannot_be_put_all_are_as_before(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException
) -> None:
    """Those that were put already go back, and those that went come back."""
    put = update._move

    def fail(folder: Path, site: Path) -> None:
        if folder.name != update.SITE:
            put(folder, site)
            return
        for name in sorted(update._names(folder))[:number]:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).replace(site / name)
        raise error

    monkeypatch.setattr(update, "_move", fail)
    with pytest.raises((BroadsheetError, KeyboardInterrupt)):
        build(target)
    assert read(target) == LAST
    assert [file.name for file in target.parent.iterdir()] == ["site"]


KILLED = """\
import os, sys
from pathlib import Path
from broadsheet.finish import update
from broadsheet.finish.swap import staged
sys.path.insert(0, sys.argv[3])
from test_update import STAGED, STAYS, write_files
left = [int(sys.argv[2])]
def killed(inner):
    def call(*given, **named):
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)
        return inner(*given, **named)
    return call
for name in ("rename", "replace", "unlink"):
    setattr(Path, name, killed(getattr(Path, name)))
with staged(Path(sys.argv[1]), stays=lambda: STAYS) as staging:
    write_files(staging, STAGED)
"""


@pytest.mark.parametrize("number", range(8))
def test_a_build_that_was_killed_is_ended_by_the_next(target: Path, number: int) -> None:
    """Wherever it was: before a file moved, the last site stands; after that, the new one, whatever comes."""
    command = [sys.executable, "-c", KILLED, str(target), str(number), str(Path(__file__).parent)]
    done = subprocess.run(command, check=False)
    assert done.returncode == (9 if number < 7 else 0)  # three are put there, two go, and the lock
    with pytest.raises(RuntimeError), staged(target):
        raise RuntimeError
    assert read(target) == (NEW if number else LAST)
    build(target)
    assert read(target) == NEW
    assert not update.update_of(target).exists()


@pytest.mark.parametrize("files", [{"2016/06/same.html/index.html": "new"}, {"2016": "new"}], ids=["folder", "file"])
def test_where_a_file_takes_the_place_of_a_folder_the_site_is_swapped(target: Path, files: dict[str, str]) -> None:
    """Or the other way round; then what stays stands in both."""
    with staged(target, stays=lambda: ("same.html",)) as staging:
        write_files(staging, files)
    assert read(target) == {"same.html": "same", ".git/HEAD": "ref", **files}


def test_where_much_has_changed_the_site_is_swapped(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The result is the same."""
    monkeypatch.setattr(update, "_MOST", 1)
    before = target.stat().st_ino
    build(target)
    assert read(target) == NEW
    assert target.stat().st_ino != before


def test_what_is_gone_meanwhile_is_told_of(target: Path) -> None:
    """And the site is left as it is."""

    def gone() -> tuple[str, ...]:
        (target / "same.html").unlink()
        return STAYS

    with pytest.raises(BroadsheetError, match="changed during the build"), staged(target, stays=gone):
        pass
    assert read(target) == {name: said for name, said in LAST.items() if name != "same.html"}
