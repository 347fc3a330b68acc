"""A new site takes the place of the last one only when it is whole."""

from __future__ import annotations

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
