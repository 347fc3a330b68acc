"""What was read before is not read again, and never wrongly taken for what it would be now."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.cache import Store
from broadsheet.errors import Finding
from broadsheet.model import Article, Collection
from broadsheet.options import Options
from broadsheet.pipeline import Means, batch, looks, read_collection, recall
from broadsheet.pipeline.asked import Asked
from broadsheet.read.source import bytes_of
from support.sites import write_files

BOILERPLATE = "Home | News | Letters to the desk"


def text(number: int, foot: str = BOILERPLATE) -> str:
    """An article with what stands in all of them at its foot."""
    return f"# Sheet {number}\n\nPress history desk\n\n{1 + number} May 1911\n\nThe sheet of day {number}.\n\n{foot}\n"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that were really read, as it goes on."""
    seen: list[str] = []
    inner = batch.read_items

    def counting(root: Path, asked: Sequence[Asked], *given: Any) -> list[Article | Finding]:
        seen.extend(one.item.path for one in asked)
        return inner(root, asked, *given)

    monkeypatch.setattr(batch, "read_items", counting)
    return seen


def collection(folder: Path, options: Options | None = None) -> Collection:
    """Read a folder with its cache, and see that it is what is read without."""
    chosen = options or Options()
    kept = read_collection(folder / "content", chosen, means=Means(Store(folder / "cache")))
    assert kept == read_collection(folder / "content", chosen)
    return kept


def test_only_what_changed_is_read(tmp_path: Path, read: list[str]) -> None:
    """An article that is edited, added or renamed, and nothing else."""
    content = write_files(tmp_path / "content", {f"{n}.txt": text(n) for n in range(8)})
    store = Store(tmp_path / "cache")

    def again() -> list[str]:
        read.clear()
        read_collection(content, Options(), means=Means(store))
        return sorted(read)

    assert len(again()) == 8
    assert again() == []
    (content / "3.txt").write_text(text(3).replace("The sheet", "A sheet"))
    assert again() == ["3.txt"]
    write_files(content, {"8.txt": text(8)})
    assert again() == ["8.txt"]
    (content / "8.txt").rename(content / "9.txt")
    assert again() == ["9.txt"]
    write_files(content, {"4.yml": "title: Another\n"})
    assert again() == ["4.txt"]


def test_what_looks_the_same_is_not_opened(tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only files that look otherwise are; what is stated of the others, and what all share, is always looked at."""
    monkeypatch.setattr(looks, "GRAIN", 0)  # the test does not wait until the files are old
    opened = list[str]()
    inner = bytes_of

    def noted(root: Path, path: str, options: Options) -> bytes:
        opened.append(path)
        return inner(root, path, options)

    monkeypatch.setattr(batch, "bytes_of", noted)
    content = write_files(tmp_path / "content", {f"{n}.txt": text(n) for n in range(8)})

    def again(options: Options | None = None) -> tuple[list[str], list[str]]:
        chosen = options or Options()
        opened.clear()
        read.clear()
        found = read_collection(content, chosen, means=Means(Store(tmp_path / "cache")))
        seen = sorted(opened), sorted(read)
        assert found == read_collection(content, chosen)
        return seen

    assert len(again()[0]) == 8
    assert again() == ([], [])
    (content / "3.txt").write_text(text(3).replace("The sheet", "A sheet"))
    assert again() == (["3.txt"], ["3.txt"])
    (content / "4.txt").touch()
    assert again() == (["4.txt"], [])
    write_files(content, {"5.yml": "title: Another\n"})
    assert again() == (["5.txt"], ["5.txt"])
    assert len(again(Options(language="de"))[1]) == 8
    assert again() == ([], [])
    write_files(content, {f"{n}.txt": text(n, foot="Another foot.") for n in range(4)})  # so half have each foot
    assert again()[1] == [f"{n}.txt" for n in range(8)]
    for file in content.glob("*.txt"):
        file.write_text(file.read_text())
    (tmp_path / "cache" / "articles.sqlite").unlink()
    assert len(again()[1]) == 8


CHANGES = st.lists(
    st.tuples(st.sampled_from(["write", "delete", "rename", "sidecar", "folder", "option"]), st.integers(0, 9)),
    min_size=1,
    max_size=6,
)


@given(changes=CHANGES)
@settings(max_examples=15, deadline=None)
def test_the_cache_is_never_stale(changes: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """After any edits, additions, deletions, renames and settings, the collection is the one that is read anew."""
    folder = tmp_path_factory.mktemp("stale")
    content = write_files(folder / "content", {f"{n}.txt": text(n) for n in range(7)})
    options = Options()
    collection(folder)
    for change, number in changes:
        file = content / f"{number}.txt"
        if change == "write":
            write_files(content, {file.name: text(number, foot="Another foot." if number % 2 else BOILERPLATE)})
        elif change == "delete":
            file.unlink(missing_ok=True)
        elif change == "rename" and file.exists():
            file.rename(content / f"{number + 20}.txt")
        elif change == "sidecar":
            write_files(content, {f"{number}.yml": f"date: 19{10 + number}-01-02\n"})
        elif change == "folder":
            write_files(content, {"_collection.yml": f"publication: Paper {number}\n"})
        elif change == "option":
            options = Options(language="de" if number % 2 else None, boilerplate=number > 4, topics=number)
        collection(folder, options)


def test_another_version_of_the_code_reads_all_anew(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It might read something else."""
    write_files(tmp_path / "content", {"1.txt": text(1)})
    collection(tmp_path)
    read.clear()
    monkeypatch.setattr(recall, "code_version", lambda: b"another")
    read_collection(tmp_path / "content", Options(), means=Means(Store(tmp_path / "cache")))
    assert read == ["1.txt"]


@pytest.mark.parametrize("harm", ["cut", "junk", "values", "folder", "gone"])
def test_a_cache_that_was_harmed_harms_nothing(tmp_path: Path, harm: str) -> None:
    """It is done without, and begun anew."""
    write_files(tmp_path / "content", {f"{n}.txt": text(n) for n in range(3)})
    collection(tmp_path)
    file = tmp_path / "cache" / "articles.sqlite"
    if harm == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    elif harm == "junk":
        file.write_bytes(b"junk" * 1000)
    elif harm == "values":
        base = sqlite3.connect(file)
        with base:
            base.execute("update kept set value = ?", (b"junk",))
        base.close()
    else:
        file.unlink()
        if harm == "folder":
            file.mkdir()
    for _ in range(2):
        assert len(collection(tmp_path).entries) == 3


def test_a_cache_of_another_form_is_begun_anew(tmp_path: Path, read: list[str]) -> None:
    """One that another version left behind keeps nothing out, however its tables look."""
    write_files(tmp_path / "content", {"1.txt": text(1)})
    (tmp_path / "cache").mkdir()
    base = sqlite3.connect(tmp_path / "cache" / "articles.sqlite")
    with base:
        base.execute("create table kept (key blob primary key, value blob, sum integer, run integer)")
    base.close()
    for _ in range(2):
        read_collection(tmp_path / "content", Options(), means=Means(Store(tmp_path / "cache")))
    assert read == ["1.txt"]


def values(folder: Path) -> Mapping[str, int]:
    """How many values a store holds, and how many bytes."""
    base = sqlite3.connect(folder / "cache" / "articles.sqlite")
    ((number, size),) = base.execute("select count(*), sum(length(value)) from kept").fetchall()
    base.close()
    return {"number": number, "size": size}


def test_the_cache_is_bounded(tmp_path: Path) -> None:
    """What no build has used for some time goes, however often articles are edited."""
    for turn in range(12):
        write_files(tmp_path / "content", {"1.txt": text(1), "2.txt": text(2, foot=f"Turn {turn}.")})
        read_collection(tmp_path / "content", Options(), means=Means(Store(tmp_path / "cache")))
    assert values(tmp_path)["number"] <= 7  # of two articles and of what is known of them all, the last three at most
