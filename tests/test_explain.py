"""``broadsheet explain``: what it shows is what the build does, on any terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.sites import SEED_FORM, make_site, run, write_files

OPTIONS = "site_name: T\ndocs_dir: content\ntheme: broadsheet\nplugins: [{broadsheet: {language: la}}]\n"
FEW = "The Press\n\nIt stood.\n"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The error says so; a folder is no file either."""
    done = run("broadsheet", "explain", "nope.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "broadsheet: there is no file nope.txt")
    done = run("broadsheet", "explain", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "broadsheet: . is no file")


def test_a_file_that_is_no_article(tmp_path: Path) -> None:
    """The error says what the articles of the collection are."""
    folder = make_site(tmp_path, {"about.md": "# About\n", "README.txt": "Read me.\n"})
    for name in ("about.md", "README.txt"):
        done = run("broadsheet", "explain", f"content/{name}", cwd=folder)
        assert done.returncode == 2
        assert f"content/{name} is no article of the collection" in done.stderr
        assert "the option `articles` names (**/*.txt)" in done.stderr


@pytest.mark.parametrize("here", [".", "content", "content/1988", ".."])
def test_the_owners_word_counts_wherever_it_is_called(tmp_path: Path, here: str) -> None:
    """Sidecar, folder defaults and the options of the site, from any folder in the site or above it."""
    folder = make_site(
        tmp_path / "site",
        {"_collection.yml": "place: Upper Wharfe\n", "1988/flood.txt": FEW, "1988/flood.yml": "author: Ada Lovelace\n"},
        OPTIONS,
    )
    here_folder = (folder / here).resolve()
    file = Path("../" * len(here_folder.relative_to(tmp_path).parts)) / "site/content/1988/flood.txt"
    done = run("broadsheet", "explain", file, cwd=here_folder)
    assert done.returncode == 0, done.stderr
    assert "authors     Ada Lovelace  (sidecar, 1988/flood.yml:1, 100%)" in done.stdout
    assert "place       Upper Wharfe  (folder-default, _collection.yml:1, 100%)" in done.stdout
    assert "language    la  (site-language, no line of its own, 50%)" in done.stdout


def test_folder_defaults_count_without_a_site(tmp_path: Path) -> None:
    """From the highest folder that an unbroken row of them leads to."""
    write_files(tmp_path, {"_collection.yml": "place: Leeds\n", "a/_collection.yml": "language: en\n", "a/b.txt": FEW})
    done = run("broadsheet", "explain", "a/b.txt", cwd=tmp_path)
    assert "place       Leeds  (folder-default, _collection.yml:1, 100%)" in done.stdout
    assert "language    en  (folder-default, a/_collection.yml:1, 100%)" in done.stdout


def test_a_broken_site_file_is_named(tmp_path: Path) -> None:
    """The one that was asked for, at least."""
    folder = make_site(tmp_path, {"a.txt": FEW}, "site_name: [\n")
    assert run("broadsheet", "explain", "content/a.txt", "-f", "mkdocs.yml", cwd=folder).returncode == 2


def test_for_programs(tmp_path: Path) -> None:
    """Every line with its place, every value with its evidence, every change, in plain ASCII."""
    write_files(tmp_path, {"a.txt": SEED_FORM.replace("14 June 2016", "14 June 2016, 9.30")})
    done = run("broadsheet", "explain", "a.txt", "--json", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.isascii()
    told = json.loads(done.stdout)
    assert [line["text"] for line in told["lines"]] == SEED_FORM.replace("14 June 2016", "14 June 2016, 9.30").split(
        "\n"
    )
    assert {line["kind"]: line["group"] for line in told["lines"]} == {
        None: None, "title": "front", "byline": "front", "dateline": "front", "paragraph": "body", "notice": "aside",
    }  # fmt: skip
    (date,) = [known for known in told["recognised"] if known["field"] == "date"]
    assert (date["value"], date["first"], date["last"]) == ("2016-06-14", 6, 6)
    assert 0 < date["weight"] <= 1
    assert ("rejoin", 10, 12) in [(change["rule"], change["first"], change["last"]) for change in told["changes"]]
    assert told["findings"] == []


def test_findings_for_programs(tmp_path: Path) -> None:
    """With place, cause and fix; the exit status is that of the report for people."""
    write_files(tmp_path, {"a.txt": "---\ntitle: Gas: a history\ndate: 1987\n---\n# Gas\n\nThe lamps were out.\n"})
    done = run("broadsheet", "explain", "a.txt", "--json", cwd=tmp_path)
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)["findings"]
    assert (found["file"], found["line"], found["column"], found["id"]) == ("a.txt", 2, 11, "broken-header")
    assert found["severity"] == "warning"
    assert "between quotes" in found["fix"]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_any_terminal(tmp_path: Path, encoding: str) -> None:
    """Letters that it does not know are shown by their numbers."""
    write_files(tmp_path, {"a.txt": "# Летопись “Zürich”\n\nТекст статьи.\n"})
    done = subprocess.run(
        [sys.executable, "-c", "from broadsheet.cli import main; main()", "explain", "a.txt"],
        cwd=tmp_path, capture_output=True, check=False, timeout=60,
        env={"PYTHONIOENCODING": f"{encoding}:strict", "PYTHONPATH": ":".join(sys.path), "PATH": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode(encoding)
    assert ("Летопись" if encoding == "utf-8" else r"\u041b\u0435\u0442") in shown
