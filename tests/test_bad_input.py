"""Bad input gives a finding with file, line and remedy; the rest of the site is built, and the exit status says so."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.errors import KINDS, Finding, OptionError
from broadsheet.options import Options, from_mapping
from support.sites import SEED_FORM, make_site, run, tree, write_files

GOOD = "2016/06/the-sheet-that-came-out-on-thursdays.html"
LONG = "An article with a name that goes on " * 9


def dangling(content: Path) -> None:
    """A link that leads nowhere."""
    (content / "bad.txt").symlink_to(content / "nowhere.txt")


def pipe(content: Path) -> None:
    """Something that would never end if it were read."""
    os.mkfifo(content / "bad.txt")


def files(**given: str | bytes) -> Callable[[Path], None]:
    """Files by name; ``__`` stands for the dot."""

    def write(content: Path) -> None:
        write_files(content, {name.replace("__", "."): text for name, text in given.items()})

    return write


CASES: dict[str, tuple[Callable[[Path], None], str, int]] = {
    "empty file": (files(bad__txt=""), "bad.txt: warning [empty-file]", 1),
    "only space": (files(bad__txt=" \n\t\n"), "bad.txt: warning [empty-file]", 1),
    "binary file": (files(bad__txt=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "bad.txt: error [binary-file]", 1),
    "link to nowhere": (dangling, "bad.txt: error [unreadable-file]", 1),
    "pipe": (pipe, "bad.txt: error [unreadable-file]", 1),
    "broken header": (
        files(bad__txt="---\ntitle: One: two\ndate: 2017-01-01\n---\n# One\n\nText.\n"),
        "bad.txt:2:11: warning [broken-header]",
        1,
    ),
    "wrong value in a header": (
        files(bad__txt="---\ntitle: One\ndate: the day after\n---\n\nText.\n"),
        "bad.txt:3:7: warning [header-value]",
        1,
    ),
    "large file": (lambda content: files(bad__txt="word " * 4_200_000)(content), "bad.txt: error [large-file]", 1),
    "same title and date": (files(bad__txt=SEED_FORM + "\nMore."), "good.txt: warning [same-permalink]", 1),
    "bad bytes": (files(bad__txt="Zürich täglich Übersee ".encode() + b"\xff"), "bad.txt:1:24: warning [bad-bytes]", 1),
}


@pytest.mark.parametrize("case", CASES)
def test_a_finding_and_the_rest_is_built(case: str, tmp_path: Path) -> None:
    """A line with file, place and id, a line with the remedy, and a site with all other articles."""
    prepare, message, status = CASES[case]
    folder = make_site(tmp_path, {"good.txt": SEED_FORM})
    prepare(folder / "content")
    done = run("broadsheet", "build", cwd=folder)
    assert done.returncode == status, done.stderr
    lines = done.stderr.splitlines()
    at = next((n for n, line in enumerate(lines) if line.startswith(message)), None)
    assert at is not None, done.stderr
    assert lines[at + 1].startswith("  → ")
    assert GOOD in tree(folder / "site")


def test_a_broken_header_loses_neither_article_nor_letters(tmp_path: Path) -> None:
    """The article is built from what its text shows."""
    folder = make_site(tmp_path, {"a.txt": '---\ntitle: "One\ndate: 2017-01-01\n---\n# Shown\n\n3 May 1987\n\nText.\n'})
    done = run("broadsheet", "build", cwd=folder)
    assert done.returncode == 1
    assert "1987/05/shown.html" in tree(folder / "site")
    assert "lost-letters" not in done.stderr


def test_a_name_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    """Such a file cannot be named in a page; the others are written."""
    folder = make_site(tmp_path, {"good.txt": SEED_FORM})
    (folder / "content" / os.fsdecode(b"caf\xe9.txt")).write_text("# One\n")
    done = run("broadsheet", "export", "-q", cwd=folder)
    assert done.returncode == 1
    assert "its name is not UTF-8" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_an_empty_folder_gives_an_empty_site(tmp_path: Path) -> None:
    """A front page that says so, and a finding."""
    folder = make_site(tmp_path, {})
    done = run("broadsheet", "build", cwd=folder)
    assert done.returncode == 1
    assert "[no-articles]" in done.stderr
    assert "There are no articles yet" in (folder / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["a b.txt", "é ü ñ.txt", "عربي.txt", "日本語.txt", "a'b\"c&d#e%.txt", "x" * 250 + ".txt", "[a](b).txt"]
)
def test_any_file_name(tmp_path: Path, name: str) -> None:
    """Spaces, accents, signs and 250 letters in a file's name do not show in its permalink."""
    folder = make_site(tmp_path, {name: SEED_FORM})
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert GOOD in tree(folder / "site")


def test_a_title_of_300_letters_and_of_signs(tmp_path: Path) -> None:
    """The permalink is cut at a word; the headline is whole."""
    folder = make_site(tmp_path, {"a.txt": f"# {LONG}\n\nText.\n", "b.txt": "# ../../etc/passwd <&> \"'\n\nText.\n"})
    done = run("broadsheet", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    names = [name for name in tree(folder / "site") if name.startswith("undated/")]
    assert {"undated/index.html", "undated/etc-passwd.html"} < set(names)
    assert len(max(names, key=len)) <= len("undated/.html") + 80
    assert LONG.strip() in (folder / "site" / max(names, key=len)).read_text(encoding="utf-8")


def test_every_kind_of_finding_says_what_to_do() -> None:
    """Cause and remedy are there, and the printed line has place, severity and id."""
    for kind in KINDS.values():
        assert kind.cause
        assert kind.remedy
        line = str(Finding("a.txt", 3, 7, kind.id, "detail"))
        assert line.startswith(f"a.txt:3:7: {kind.severity} [{kind.id}] ")


@pytest.mark.parametrize(
    "given",
    [
        {"latest": "3"},
        {"latest": 0},
        {"latest": True},
        {"articles": 3},
        {"max_megabytes": -1},
        {"max_megabytes": math.inf},
        {"max_megabytes": math.nan},
        {"language": "English"},
        {"language": "pt_BR"},
        {"language": False},
        {"x": 1},
    ],
)
def test_wrong_options_are_refused(given: dict[str, object]) -> None:
    """With the name of the option."""
    with pytest.raises(OptionError, match=next(iter(given))):
        from_mapping(given)


def test_options_are_fitted_to_their_form() -> None:
    """One pattern may stand for a list, a whole number for a fraction, nothing for the default."""
    assert from_mapping({"articles": "*.text", "max_megabytes": 2, "latest": None}) == Options(
        articles=("*.text",), max_megabytes=2.0
    )
