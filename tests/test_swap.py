"""A new site takes the place of the last one only when it is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from broadsheet.errors import BroadsheetError
from broadsheet.finish.swap import staged


def last_site(folder: Path) -> Path:
    """A site that stands already."""
    target = folder / "site"
    target.mkdir()
    (target / "index.html").write_text("last")
    return target


def test_a_whole_site_takes_the_place(tmp_path: Path) -> None:
    """Files of the last site that the new one lacks are gone, and nothing is left beside it."""
    target = last_site(tmp_path)
    with staged(target) as staging:
        (staging / "new.html").write_text("new")
        assert (target / "index.html").read_text() == "last"
    assert [file.name for file in target.iterdir()] == ["new.html"]
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


def fail(staging: Path, error: type[BaseException]) -> None:
    """Half a site, and then an error."""
    (staging / "index.html").write_text("half")
    raise error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_after_a_failure_the_last_site_stands(tmp_path: Path, error: type[BaseException]) -> None:
    """An error or an interruption leaves the last site as it was, and nothing beside it."""
    target = last_site(tmp_path)
    with pytest.raises(error), staged(target) as staging:
        fail(staging, error)
    assert (target / "index.html").read_text() == "last"
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


def test_a_build_killed_between_the_renames_is_recovered(tmp_path: Path) -> None:
    """The last site is put back before anything else is done."""
    last_site(tmp_path).rename(tmp_path / ".site-last")
    with pytest.raises(RuntimeError), staged(tmp_path / "site"):
        raise RuntimeError
    assert (tmp_path / "site" / "index.html").read_text() == "last"


def test_a_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    """The file stays."""
    (tmp_path / "site").write_text("mine")
    with pytest.raises(BroadsheetError, match="is a file"), staged(tmp_path / "site"):
        pass
    assert (tmp_path / "site").read_text() == "mine"


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    """The site is swapped where the link leads, any number of times."""
    real = last_site(tmp_path).rename(tmp_path / "webroot")
    (tmp_path / "site").symlink_to(real)
    for text in ("first", "second"):
        with staged(tmp_path / "site") as staging:
            (staging / "index.html").write_text(text)
        assert (real / "index.html").read_text() == text
    assert (tmp_path / "site").is_symlink()


def test_hidden_files_of_the_site_are_kept(tmp_path: Path) -> None:
    """A repository or a server's settings in the folder outlive a build, as they do with MkDocs."""
    target = last_site(tmp_path)
    (target / ".git").mkdir()
    (target / ".git" / "HEAD").write_text("ref")
    (target / ".htaccess").write_text("mine")
    with staged(target) as staging:
        (staging / "index.html").write_text("new")
    assert (target / ".git" / "HEAD").read_text() == "ref"
    assert (target / ".htaccess").read_text() == "mine"
    assert (target / "index.html").read_text() == "new"


HOLD = """\
import sys, time
from pathlib import Path
from broadsheet.finish.swap import staged
with staged(Path(sys.argv[1])) as staging:
    (staging / "index.html").write_text("first")
    print("ready", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_build(target: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has a site staged until it reads a line."""
    command = [sys.executable, "-c", HOLD, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def test_two_builds_of_one_site_do_not_mix(tmp_path: Path) -> None:
    """The second says what to do, and the first ends well; another site is built meanwhile."""
    target = last_site(tmp_path)
    with another_build(target) as process:
        with pytest.raises(BroadsheetError, match="wait until it has ended"), staged(target):
            pass
        with staged(tmp_path / "other"):
            pass
        process.communicate("go on\n")
        assert process.returncode == 0
    assert (target / "index.html").read_text() == "first"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["other", "site"]


def test_a_lock_of_a_killed_build_blocks_nobody(tmp_path: Path) -> None:
    """Though its file is still there."""
    target = last_site(tmp_path)
    with another_build(target) as process:
        process.kill()
        process.wait()
    assert (tmp_path / ".site-lock").exists()
    with staged(target) as staging:
        (staging / "index.html").write_text("new")
    assert (target / "index.html").read_text() == "new"
    assert not (tmp_path / ".site-lock").exists()


def test_what_killed_builds_left_is_cleared_away_after_a_day(tmp_path: Path) -> None:
    """Also where the folder's name has signs of patterns, and not what a build may still be writing."""
    old, young = tmp_path / ".site [1]-new-old", tmp_path / ".site [1]-new-young"
    for folder in (old, young):
        folder.mkdir()
    os.utime(old, (0, 0))
    with staged(tmp_path / "site [1]"):
        pass
    assert not old.exists()
    assert young.exists()
