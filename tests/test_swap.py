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
