"""A build after another one makes what a clean build makes, and nothing at all where nothing has changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.cache import last
from broadsheet.cli import broadsheet as command_line
from support.sites import MKDOCS_YML, make_site, tree, write_files

CONFIG = MKDOCS_YML.replace("  - material/search\n", "")
THEME = CONFIG.replace("name: broadsheet", "name: broadsheet\n  custom_dir: theme")
ALL_PAGES = "<footer>{{ pages | length }}{% for page in pages %}{{ page.page.title }} · {% endfor %}</footer>"


def text(number: int, words: str = "Text") -> str:
    """An article."""
    return f"# Sheet {number}\n\nPress history desk\n\n{1 + number} May 1911\n\n{words} {number}.\n"


def build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Build a site in this process; what was said."""
    with monkeypatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(last, "GRAIN", 0)  # the tests do not wait until the files are old
        done = CliRunner().invoke(command_line, ["build"])
    assert done.exit_code in (0, 1), done.output
    return done.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built."""
    site = make_site(tmp_path / "site", {f"{n}.txt": text(n) for n in range(4)}, CONFIG)
    assert "Built 4 articles" in build(site, monkeypatch)
    return site


def test_nothing_is_done_where_nothing_has_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site stays, with the times of its files, and what was said is said again."""
    before = {file: file.stat().st_mtime_ns for file in (folder / "site").rglob("*")}
    assert "Nothing has changed: 4 articles" in build(folder, monkeypatch)
    assert {file: file.stat().st_mtime_ns for file in (folder / "site").rglob("*")} == before


CHANGES = ("article", "sidecar", "page", "config", "deleted", "site", "site file", "site file gone", "ledger", "record")


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """Of what the site is made from, and of what was made."""
    made = tree(folder / "site")
    match change:
        case "article":
            write_files(folder, {"content/1.txt": text(1, "Xext")})  # of the same size
        case "sidecar":
            write_files(folder, {"content/1.yml": "title: Other\n"})
        case "page":
            write_files(folder, {"content/about.md": "# About\n"})
        case "config":
            write_files(folder, {"mkdocs.yml": CONFIG.replace("Test", "Best")})
        case "deleted":
            (folder / "content/1.txt").unlink()
        case "site":
            shutil.rmtree(folder / "site")
        case "site file":
            write_files(folder, {"site/index.html": "mine"})
        case "site file gone":
            (folder / "site/index.html").unlink()
        case "ledger":
            (folder / "permalinks.csv").unlink()
        case "record":
            write_files(folder, {".cache/broadsheet/last-build.json": '{"version": 1'})
    assert "Built" in build(folder, monkeypatch)
    if change.startswith("site") or change in ("ledger", "record"):
        assert tree(folder / "site") == made


def test_a_file_that_was_changed_just_now_is_looked_at_again(folder: Path) -> None:
    """Its times might be the same after one more change."""
    write_files(folder, {"content/1.txt": text(1)})
    stamp = last.Stamp.of([folder / "content"])
    last.Last("", (), stamp, (), stamp, {}).keep(folder)
    assert last.last_build(folder, "") is None


KINDS = (
    "write",
    "link",
    "delete",
    "rename",
    "page",
    "nav",
    "config",
    "theme",
    "all pages",
    "option",
    "authors",
    "spoil",
)
STEPS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 5)),
    min_size=1,
    max_size=3,
)


@given(steps=STEPS)
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_it_is_the_site_that_a_clean_build_makes(
    steps: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the byte, after any edits, additions, deletions, renames and changes of settings and theme."""
    base = tmp_path_factory.mktemp("steps")
    site = make_site(base / "site", {f"{n}.txt": text(n) for n in range(4)}, CONFIG)
    build(site, monkeypatch)
    for step, number in steps:
        file = site / "content" / f"{number}.txt"
        if step == "write":
            file.write_text(text(number, "Another text"))
        elif step == "link":
            file.write_text(text(number, "See [another](../05/sheet-1.md), or"))
        elif step == "delete":
            file.unlink(missing_ok=True)
        elif step == "rename" and file.exists():
            file.rename(file.with_name(f"renamed-{number}.txt"))
        elif step == "page":
            write_files(site, {"content/about.md": f"# About {number}\n\n[All](archive/index.md)\n"})
        elif step == "config":
            write_files(site, {"mkdocs.yml": CONFIG.replace("Test", f"Site {number}")})
        elif step == "theme":
            write_files(site, {"mkdocs.yml": THEME, "theme/partials/footer.html": f"<footer>{number}</footer>"})
        elif step == "all pages":
            write_files(site, {"mkdocs.yml": THEME, "theme/partials/footer.html": ALL_PAGES})
        elif step == "nav":
            write_files(site, {"mkdocs.yml": f"{CONFIG}nav: [index.md, '{number}': http://x.example/{number}]\n"})
        elif step == "authors":
            write_files(site, {"content/authors.yml": f"Press history desk:\n  note: Note {number}.\n"})
        elif step == "spoil":
            page = sorted((site / "site").rglob("*.html"))[number]
            page.write_text("spoilt")
        elif step == "option":
            config = CONFIG.replace("- broadsheet", f"- broadsheet:\n      latest: {1 + number}")
            write_files(site, {"mkdocs.yml": config})
        clean = base / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(site, clean, ignore=shutil.ignore_patterns("site", ".cache"))
        build(site, monkeypatch)
        build(clean, monkeypatch)
        assert tree(site / "site") == tree(clean / "site")


def test_what_is_the_same_is_not_printed_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages that an edit does not touch are those of the last site; a neighbour shows the new title."""
    write_files(folder / "content", {f"{n}.txt": text(n) for n in range(4, 12)})
    build(folder, monkeypatch)
    pages = {n: folder / "site" / "1911" / "05" / f"sheet-{n}.html" for n in range(12)}
    before = {n: page.stat().st_mtime_ns for n, page in pages.items()}
    write_files(folder, {"content/3.txt": text(3).replace("# Sheet 3", "# Sheet three")})
    build(folder, monkeypatch)
    same = {n for n, page in pages.items() if page.exists() and page.stat().st_mtime_ns == before[n]}
    assert {0, 11} <= same
    assert not same & {2, 3, 4}


def test_a_page_that_lists_all_others_shows_all_of_them_as_they_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those too that were printed before it; and after an edit, however far away, it is printed again."""
    write_files(folder, {"mkdocs.yml": THEME, "theme/partials/footer.html": ALL_PAGES})
    build(folder, monkeypatch)
    write_files(folder, {"content/3.txt": text(3).replace("# Sheet 3", "# Sheet three")})
    build(folder, monkeypatch)
    feet = {
        page.read_text(encoding="utf-8").partition("<footer>")[2].partition("</footer>")[0]
        for page in (folder / "site" / "1911" / "05").glob("*.html")
    }
    assert len(feet) == 1
    assert all(f"Sheet {name} · " in str(feet) for name in (0, 1, 2, "three"))


def test_files_beside_the_pages_are_those_of_the_last_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of feeds, Markdown and the search, an edit of one text writes what says something of it, and no other."""
    site = folder / "site"
    before = {name: (site / name).stat().st_mtime_ns for name in tree(site)}
    write_files(folder, {"content/3.txt": text(3, "Another text")})
    build(folder, monkeypatch)
    new = {name for name in tree(site) if (site / name).stat().st_mtime_ns != before.get(name)}
    assert new & {"atom.xml", "1911/05/sheet-3.md", "1911/05/sheet-2.md"} == {"atom.xml", "1911/05/sheet-3.md"}
    index = [name for name in tree(site) if name.startswith(("search/w/", "search/c/"))]
    assert index
    assert new >= {*index, "search/manifest.js"}  # so few articles stand in one chunk, and in one file of cards


def test_a_page_that_someone_wrote_to_is_printed_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands in the last site is only taken if it is what was printed."""
    made = tree(folder / "site")
    page = folder / "site" / "1911" / "05" / "sheet-2.html"
    page.write_bytes(page.read_bytes().replace(b"Text", b"Xext"))
    write_files(folder, {"content/about.md": "# About\n"})
    build(folder, monkeypatch)
    (folder / "content" / "about.md").unlink()
    build(folder, monkeypatch)
    assert tree(folder / "site") == made


def test_where_a_file_can_have_one_name_only_it_is_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some disks know no second names."""

    def refuse(*_: object) -> None:
        raise OSError

    made = tree(folder / "site")
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", refuse)
        for text_of_page in ("# About\n", "# About us\n"):
            write_files(folder, {"content/about.md": text_of_page})
            build(folder, patch)
        (folder / "content" / "about.md").unlink()
        build(folder, patch)
    assert tree(folder / "site") == made
