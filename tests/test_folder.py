"""Writing pages into a folder: only what changed, nothing that is not ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from broadsheet.errors import BroadsheetError
from broadsheet.model import Page
from broadsheet.write.folder import MANIFEST, write_folder
from support.sites import tree


@dataclass(frozen=True)
class Text:
    """A whole file, whatever stands in it."""

    text: str
    front: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""


def page(path: str, text: str) -> Page:
    """A page with this text."""
    return Page(path, lambda: Text(text))


A, B = page("2017/07/a.md", "a\n"), page("2018/b.md", "b\n")


def test_second_run_writes_nothing(tmp_path: Path) -> None:
    """Pages that are there already are not written again, and keep their times."""
    target = tmp_path / "out"
    assert write_folder([A, B], target).written == [A.path, B.path]
    before = {file: file.stat().st_mtime_ns for file in target.rglob("*")}
    again = write_folder([A, B], target)
    assert (again.written, again.unchanged, again.removed) == ([], 2, [])
    assert {file: file.stat().st_mtime_ns for file in target.rglob("*")} == before


def test_stale_pages_go_with_their_folders(tmp_path: Path) -> None:
    """A page that is no longer among the pages is removed, and the folder that it leaves empty."""
    write_folder([A, B], tmp_path / "out")
    assert write_folder([B], tmp_path / "out").removed == [A.path]
    assert sorted(tree(tmp_path / "out")) == [MANIFEST, B.path]
    assert not (tmp_path / "out" / "2017").exists()


def test_changed_pages_are_written(tmp_path: Path) -> None:
    """A page with another text takes the place of the old one."""
    write_folder([A], tmp_path / "out")
    assert write_folder([page(A.path, "new\n")], tmp_path / "out").written == [A.path]
    assert (tmp_path / "out" / A.path).read_text() == "new\n"


def test_a_page_changed_by_hand_is_kept(tmp_path: Path) -> None:
    """Neither overwritten nor removed, and reported each time."""
    target = tmp_path / "out"
    write_folder([A, B], target)
    (target / A.path).write_text("mine\n")
    changed = write_folder([page(A.path, "new\n"), B], target)
    assert [(f.id, f.path) for f in changed.findings] == [("edited-page", A.path)]
    gone = write_folder([B], target)
    assert [(f.id, f.path) for f in gone.findings] == [("edited-page", A.path)]
    assert (target / A.path).read_text() == "mine\n"


def test_a_page_deleted_by_hand_is_written_anew(tmp_path: Path) -> None:
    """Deleting a page is how its owner asks for a new one."""
    write_folder([A], tmp_path / "out")
    (tmp_path / "out" / A.path).unlink()
    assert write_folder([A], tmp_path / "out").written == [A.path]


def test_files_of_others_are_kept(tmp_path: Path) -> None:
    """A file that was not written by us stands, also where a page would go."""
    target = tmp_path / "out"
    write_folder([A], target)
    (target / "notes.txt").write_text("notes")
    (target / "2018").mkdir()
    (target / B.path).write_text("theirs\n")
    result = write_folder([B], target)
    assert [(f.id, f.path) for f in result.findings] == [("foreign-file", B.path)]
    assert (target / B.path).read_text() == "theirs\n"
    assert (target / "notes.txt").read_text() == "notes"


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    """A folder with things in it and without our list is not written into."""
    (tmp_path / "thesis.md").write_text("mine")
    with pytest.raises(BroadsheetError, match="not empty"):
        write_folder([A], tmp_path)
    assert sorted(tree(tmp_path)) == ["thesis.md"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """The error says what to do."""
    (tmp_path / "out").write_text("mine")
    with pytest.raises(BroadsheetError, match="is a file"):
        write_folder([A], tmp_path / "out")


def test_links_do_not_lead_out(tmp_path: Path) -> None:
    """Nothing outside the folder is touched, even where a link inside leads there."""
    target, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    (outside / "b.md").write_text("theirs")
    write_folder([A], target)
    (target / "2018").symlink_to(outside)
    result = write_folder([A, B], target)
    assert [f.id for f in result.findings] == ["foreign-file"]
    assert (outside / "b.md").read_text() == "theirs"


def test_a_file_in_the_place_of_a_folder_is_kept(tmp_path: Path) -> None:
    """The pages that would lie below it are reported, and the others are written."""
    write_folder([B], tmp_path / "out")
    (tmp_path / "out" / "2017").write_text("theirs")
    result = write_folder([A, B], tmp_path / "out")
    assert [(f.id, f.path) for f in result.findings] == [("foreign-file", A.path)]
    assert (tmp_path / "out" / "2017").read_text() == "theirs"


@pytest.mark.parametrize("writes", range(6))
@pytest.mark.parametrize("first", [(), (page("z.md", "old\n"), page(B.path, "old\n"))], ids=["new", "old"])
def test_a_run_that_was_killed_can_be_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int, first: tuple[Page, ...]
) -> None:
    """Wherever it was cut short, and though the pages changed since: none counts as foreign or changed by hand."""
    target, pages, replace = tmp_path / "out", [page(f"{n}/a.md", f"{n}\n") for n in range(3)], Path.replace
    done = 0

    def kill(self: Path, to: Path) -> Path:
        nonlocal done
        done += 1
        if done > writes:
            raise Killed
        return replace(self, to)

    if first:
        write_folder(first, target)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", kill)
        patch.setattr(Path, "unlink", lambda self, missing_ok=False: None)
        with suppress(Killed):
            write_folder([*pages, B], target)
    again = [page("0/a.md", "changed\n"), pages[1], B]
    assert write_folder(again, target).findings == []
    assert sorted(tree(target)) == sorted([MANIFEST, *(page.path for page in again)])
    assert [(target / page.path).read_text() for page in again] == [page.text for page in again]
    assert write_folder(again, target).unchanged == 3


class Killed(BaseException):
    """The program is ended, with no time to tidy up."""


def test_a_page_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full leaves the old page, and nothing half written."""
    write_folder([A], tmp_path / "out")
    before = tree(tmp_path / "out")
    opened = Path.open

    def full(self: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        stream = opened(self, mode, *more, **named)
        if mode == "wb" and json.loads((tmp_path / "out" / MANIFEST).read_bytes()).get("pending"):
            stream.write(b"n")
            stream.close()
            raise OSError(28, "No space left on device")
        return stream

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space"):
        write_folder([page(A.path, "new\n")], tmp_path / "out")
    assert tree(tmp_path / "out").keys() == before.keys()
    assert tree(tmp_path / "out")[A.path] == before[A.path]


def test_a_broken_list_is_refused(tmp_path: Path) -> None:
    """Without a list that can be read, nothing is overwritten or removed."""
    write_folder([A], tmp_path / "out")
    (tmp_path / "out" / MANIFEST).write_text("{")
    with pytest.raises(BroadsheetError, match="cannot be read"):
        write_folder([], tmp_path / "out")
    assert (tmp_path / "out" / A.path).exists()
