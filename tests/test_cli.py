"""The commands, as they are typed."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from broadsheet.cli import COMMANDS, broadsheet, main
from broadsheet.errors import BroadsheetError
from support.rendering import letters_of
from support.sites import MKDOCS_YML, ROOT, SEED_FORM, make_site, run, tree, write_files


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_is_not_cut(name: str) -> None:
    """What each does stands in one line of a narrow terminal."""
    shown = invoke("--help", width=80).output
    line = next(line for line in shown.splitlines() if line.startswith(f"  {name} "))
    assert line.endswith(".")
    assert not line.endswith("...")


def invoke(*arguments: str | Path, width: int = 100) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(broadsheet, [str(a) for a in arguments], terminal_width=width)


def test_new_makes_a_site_that_builds(tmp_path: Path) -> None:
    """A new site builds without findings, under ``--strict``, by both programs."""
    made = run("broadsheet", "new", tmp_path / "my-archive", cwd=tmp_path)
    assert made.returncode == 0
    folder = tmp_path / "my-archive"
    assert "site_name: My archive" in (folder / "mkdocs.yml").read_text()
    assert (folder / ".github/workflows/publish.yml").is_file()
    for command in (("broadsheet", "build", "--strict"), ("mkdocs", "build", "--strict")):
        done = run(*command, cwd=folder)
        assert done.returncode == 0, done.stderr
        assert (folder / "site/2020/01/the-first-article.html").is_file()


def test_new_keeps_what_is_there(tmp_path: Path) -> None:
    """Articles and pages stay as they are; a second site in one folder is refused."""
    write_files(tmp_path, {"content/a.txt": SEED_FORM, "content/about.md": "# Mine\n"})
    assert invoke("new", tmp_path, "--name", "Name: with a colon").exit_code == 0
    assert sorted(tree(tmp_path / "content")) == ["a.txt", "about.md"]
    assert (tmp_path / "content/about.md").read_text() == "# Mine\n"
    assert "site_name: 'Name: with a colon'" in (tmp_path / "mkdocs.yml").read_text()
    with pytest.raises(BroadsheetError, match="holds a site already"):
        CliRunner().invoke(broadsheet, ["new", str(tmp_path)], catch_exceptions=False)


@pytest.mark.parametrize(
    ("name", "title"), [("my-archive", "My archive"), ("BBC-News", "BBC News"), ("cafe\u0301", "Caf\u00e9")]
)
def test_new_names_the_site_by_its_folder(tmp_path: Path, name: str, title: str) -> None:
    """Capitals that are there are kept."""
    assert invoke("new", tmp_path / name).exit_code == 0
    assert f"site_name: {title}\n" in (tmp_path / name / "mkdocs.yml").read_text(encoding="utf-8")


def test_build_says_what_it_did_and_what_to_do_next(tmp_path: Path) -> None:
    """How much was built, how long it took, what was found, where it is and how to look at it."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM})
    done = run("broadsheet", "build", cwd=folder)
    assert done.returncode == 0
    first, second, third = done.stderr.splitlines()
    assert first.startswith("Built 1 article as 8 pages in ")
    assert first.endswith(" s, no findings.")
    assert second == "The site is in site"
    assert third == "Look at it: open site/index.html in a browser, or run: broadsheet serve"
    assert done.stdout == ""


def test_build_is_what_mkdocs_builds(tmp_path: Path) -> None:
    """The same files, byte for byte."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM, "about.md": "# About\n"})
    assert run("broadsheet", "build", cwd=folder).returncode == 0
    ours = tree(folder / "site")
    assert run("mkdocs", "build", cwd=folder).returncode == 0
    assert tree(folder / "site") == ours


def test_after_a_failed_build_the_last_site_stands(tmp_path: Path) -> None:
    """A template that cannot be rendered stops the build; the site is as it was, and nothing lies beside it."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM})
    assert run("broadsheet", "build", cwd=folder).returncode == 0
    last = tree(folder / "site")
    write_files(
        folder, {"overrides/main.html": "{% extends 'base.html' %}{% block content %}{{ 1 / 0 }}{% endblock %}"}
    )
    config = (
        (folder / "mkdocs.yml").read_text().replace("name: broadsheet", "name: broadsheet\n  custom_dir: overrides")
    )
    (folder / "mkdocs.yml").write_text(config)
    (folder / "content" / "b.txt").write_text("# New\n\nText.\n")
    done = run("broadsheet", "build", cwd=folder)
    assert done.returncode == 2
    assert "division by zero" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(folder / "site") == last
    assert sorted(f.name for f in folder.iterdir()) == [
        ".cache",
        "content",
        "mkdocs.yml",
        "overrides",
        "permalinks.csv",
        "site",
    ]


def test_after_an_interrupted_build_the_last_site_stands(tmp_path: Path) -> None:
    """Ctrl-C in the middle leaves the site as it was."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM})
    assert run("broadsheet", "build", cwd=folder).returncode == 0
    last = tree(folder / "site")
    write_files(folder / "content", {f"{n}.txt": f"# Title {n}\n\n1 May 1987\n\nText.\n" for n in range(1500)})
    with subprocess.Popen(
        [sys.executable, "-m", "broadsheet", "build"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as build:
        end = time.monotonic() + 60
        while not any(f.suffix == ".html" for f in folder.glob(".site-new-*/site/*")) and time.monotonic() < end:
            assert build.poll() is None, "the build ended before it could be interrupted"
            time.sleep(0.02)
        build.send_signal(signal.SIGINT)
        said, _ = build.communicate(timeout=30)
        assert build.returncode == 130
        assert said.endswith("broadsheet: interrupted\n  → the last site stands as it was; build again when you like\n")
        assert "Traceback" not in said
    assert tree(folder / "site") == last
    assert sorted(f.name for f in folder.iterdir()) == [".cache", "content", "mkdocs.yml", "permalinks.csv", "site"]


def test_build_strict_stops_at_a_warning(tmp_path: Path) -> None:
    """A finding that is not a note counts as a warning of MkDocs."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM, "b.txt": ""})
    assert run("broadsheet", "build", "--strict", cwd=folder).returncode == 2
    assert not (folder / "site").exists()
    assert run("mkdocs", "build", "--strict", cwd=folder).returncode == 1
    done = run("broadsheet", "build", cwd=folder)
    assert done.returncode == 1
    assert "b.txt: warning [empty-file]" in done.stderr


@pytest.mark.parametrize("command", [["build"], ["serve"], ["convert", "-o", "out"], ["export"], ["check"]])
def test_without_a_site_the_error_says_what_to_do(tmp_path: Path, command: list[str]) -> None:
    """Exit status 2, one line of cause and one of remedy, no traceback."""
    done = run("broadsheet", *command, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("broadsheet: there is no mkdocs.yml here\n")
    assert "→" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_warning_of_the_configuration_is_printed_once(tmp_path: Path) -> None:
    """It is loaded once."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM}, MKDOCS_YML + "site_nmae: T\n")
    done = run("broadsheet", "build", cwd=folder)
    assert done.returncode == 1
    assert done.stderr.count("site_nmae") == 2, done.stderr  # MkDocs names it twice in one line
    assert len([line for line in done.stderr.splitlines() if "site_nmae" in line]) == 1


FOREIGN = {
    "another theme and plugins": "site_name: Broadsheet\ntheme: no-such-theme\nplugins: [no-such-plugin]\n",
    "tags of its own": "site_name: T\nplugins: [search]\nhooks: [x.py]\nx: !!python/name:no.such.thing\n",
    "not YAML": "site_name: T: the broadsheet\n\t- [\n",
    "a list": "- one\n",
    "nothing": "",
    "not text": "site_name: \0\n",
}


@pytest.mark.parametrize("case", FOREIGN)
def test_the_configuration_of_another_project_is_not_looked_at(tmp_path: Path, case: str) -> None:
    """Where a folder is given, and the file that lies here does not name the plugin."""
    write_files(tmp_path, {"in/a.txt": SEED_FORM, "mkdocs.yml": FOREIGN[case]})
    commands = ("convert in -o out", "export in", "check in", "review in -o sheet.csv", "explain in/a.txt")
    for command in map(str.split, commands):
        done = run("broadsheet", *command, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert run("broadsheet", "convert", "-o", "out", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    "command", ["convert -o out", "export", "check", "check content", "review -o sheet.csv", "explain content/a.txt"]
)
def test_a_wrong_option_ends_every_command(tmp_path: Path, command: str) -> None:
    """With exit status 2, and nothing on standard output; the article is not read as if there were no options."""
    folder = make_site(
        tmp_path, {"a.txt": SEED_FORM}, MKDOCS_YML.replace("- broadsheet\n", "- broadsheet: {latest: 0}\n")
    )
    done = run("broadsheet", *command.split(), cwd=folder)
    said = "broadsheet: option latest is 0\n  → give a whole number from 1\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


@pytest.mark.parametrize("command", ["convert content -o out", "export", "check --json", "review -o sheet.csv"])
def test_what_is_kept_out_of_the_site_is_not_read(tmp_path: Path, command: str) -> None:
    """Neither the article nor the container, with what their owner says of them, by any command."""
    config = MKDOCS_YML.replace("- broadsheet\n", '- broadsheet: {articles: ["**/*.txt", "**/*.jsonl"]}\n')
    files = {"a.txt": SEED_FORM, "b.txt": SEED_FORM, "b.yml": "nonsense: 1\n", "d/c.txt": "", "d/_collection.yml": "[",
             "d/e.jsonl": "no record\n"}  # fmt: skip
    folder = make_site(tmp_path, files, config + "exclude_docs: b.txt\ndraft_docs: d/\n")
    done = run("broadsheet", *command.split(), cwd=folder)
    assert (done.returncode, "b.txt" in done.stdout) == (0, False), done.stderr
    assert not [name for name in ("b.yml", "c.txt", "_collection.yml", "e.jsonl") if name in done.stdout + done.stderr]
    assert "1 article" in done.stderr or '"articles": 1' in done.stdout


def test_explain_says_what_is_kept_out_of_the_site(tmp_path: Path) -> None:
    """And by which settings."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM}, MKDOCS_YML + "draft_docs: a.txt\n")
    done = run("broadsheet", "explain", "content/a.txt", cwd=folder)
    said = "broadsheet: content/a.txt is kept out of the site\n  → take it out of `exclude_docs` or `draft_docs`\n"
    assert (done.returncode, done.stderr) == (2, said)


def test_a_configuration_that_inherits_the_plugin_is_ours(tmp_path: Path) -> None:
    """Its options hold for its content folder."""
    config = "INHERIT: base.yml\nsite_name: T\n"
    folder = make_site(tmp_path, {"a.txt": SEED_FORM, "b.txt": SEED_FORM}, config)
    base = "docs_dir: content\ntheme: broadsheet\nplugins: {broadsheet: {exclude: [b.txt]}}\n"
    write_files(folder, {"base.yml": base})
    done = run("broadsheet", "export", "content", "-q", cwd=folder)
    assert len(done.stdout.splitlines()) == 1, done.stderr


@pytest.mark.parametrize("command", [["build"], ["serve"], ["export", "content"]])
@pytest.mark.parametrize(
    ("change", "cause", "remedy"),
    [
        (("- broadsheet\n", "- broadsheet: {latest: 0}\n"), "option latest is 0", "a whole number from 1"),
        (("- broadsheet\n", "- broadsheet: {max_megabytes: .nan}\n"), "max_megabytes is nan", "a number above 0"),
        (("- broadsheet\n", "- broadsheet: {language: English}\n"), "language is 'English'", '(BCP 47): "en"'),
        (("- broadsheet\n", "- broadsheet: {language: no}\n"), "language is False", "between quotes"),
        (("site_name: ", "site_name: A: "), "mkdocs.yml:1:13 is not valid YAML (mapping values are", "quotes"),
        (("site_name: ", "site_nmae: "), "mkdocs.yml cannot be used (Aborted", "what is said above, in mkdocs.yml"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_is_named(
    tmp_path: Path, command: list[str], change: tuple[str, str], cause: str, remedy: str
) -> None:
    """Exit status 2, what is wrong and what to do, for every command that needs it."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM}, MKDOCS_YML.replace(*change))
    done = run("broadsheet", *command, cwd=folder)
    assert done.returncode == 2, done.stderr
    said = done.stderr.splitlines()
    assert said[-2].startswith("broadsheet: ")
    assert cause in said[-2]
    assert said[-1].startswith("  → ")
    assert remedy in said[-1]
    assert "Traceback" not in done.stderr
    assert sorted(file.name for file in folder.iterdir()) == ["content", "mkdocs.yml"]


def test_convert_twice_writes_nothing(tmp_path: Path) -> None:
    """The second run finds every page unchanged."""
    write_files(tmp_path, {"in/a.txt": SEED_FORM})
    first = run("broadsheet", "convert", "in", "-o", "out", cwd=tmp_path)
    assert "8 pages written, 0 unchanged" in first.stderr
    before = tree(tmp_path / "out")
    again = run("broadsheet", "convert", "in", "-o", "out", cwd=tmp_path)
    assert "0 pages written, 8 unchanged, 0 removed" in again.stderr
    assert tree(tmp_path / "out") == before


def test_convert_reads_the_options_of_the_site(tmp_path: Path) -> None:
    """Without a folder, and with the site's own, but not for another folder."""
    config = "site_name: T\ndocs_dir: content\ntheme: broadsheet\nplugins: [{broadsheet: {exclude: [b.txt]}}]\n"
    folder = make_site(tmp_path, {"a.txt": SEED_FORM, "b.txt": SEED_FORM}, config)
    write_files(folder, {"other/b.txt": SEED_FORM})
    for source, count in (([], 1), (["content"], 1), (["other"], 1), (["other", "-f", "mkdocs.yml"], 0)):
        done = run("broadsheet", "export", *source, "-q", cwd=folder)
        assert len(done.stdout.splitlines()) == count, (source, done.stderr)


def test_export_gives_a_record_for_each_article(tmp_path: Path) -> None:
    """With every letter of the source in its pieces, and the address of the link."""
    write_files(tmp_path, {"in/a.txt": SEED_FORM, "in/b.txt": "# Other\n\nText.\n"})
    done = run("broadsheet", "export", "in", "--format", "jsonl", "-o", "out.jsonl", cwd=tmp_path)
    assert done.returncode == 0
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["path"] for record in records] == ["a.txt", "b.txt"]
    record = records[0]
    assert (record["title"], record["authors"], record["date"]) == (
        "The sheet that came out on Thursdays", ["Press history desk"], "2016-06-14",
    )  # fmt: skip
    assert [piece["kind"] for piece in record["front"]] == ["title", "byline", "dateline"]
    assert record["aside"][1]["links"] == ["https://www.example.org/corrections"]
    pieces = [*record["front"], *record["body"], *record["aside"]]
    letters = letters_of("\n".join("\n".join([piece["text"], *piece["links"]]) for piece in pieces))
    assert sorted("".join(letters)) == sorted("".join(letters_of(SEED_FORM)))
    assert record["changed"] == []


def test_export_keeps_the_last_file_when_it_fails(tmp_path: Path) -> None:
    """Nothing is written where there is nothing to read."""
    write_files(tmp_path, {"out.jsonl": "last\n"})
    assert run("broadsheet", "export", "nowhere", "-o", "out.jsonl", cwd=tmp_path).returncode == 2
    assert (tmp_path / "out.jsonl").read_text() == "last\n"


@pytest.mark.parametrize("command", ["export", "review"])
def test_the_folder_that_is_missing_is_named(tmp_path: Path, command: str) -> None:
    """Before anything is read."""
    write_files(tmp_path, {"in/a.txt": SEED_FORM})
    done = run("broadsheet", command, "in", "-o", "nowhere/out.jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "broadsheet: there is no folder nowhere\n  → make it, or name a file in another one\n"


def test_export_gives_the_address_that_the_site_has(tmp_path: Path) -> None:
    """A file, or a folder where mkdocs.yml asks for folders."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM})
    place = "2016/06/the-sheet-that-came-out-on-thursdays"
    for setting, wanted in (("", f"{place}.html"), ("use_directory_urls: true\n", f"{place}/")):
        (folder / "mkdocs.yml").write_text(MKDOCS_YML + setting)
        assert json.loads(run("broadsheet", "export", "-q", cwd=folder).stdout)["url"] == wanted


def test_lines_of_an_export_end_alike_on_every_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is written as bytes, so that no system puts in line ends of its own."""
    write_files(tmp_path, {"in/a.txt": SEED_FORM})
    modes: list[str] = []
    real = Path.open

    def note(self: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        modes.append(mode)
        return real(self, mode, *more, **named)

    monkeypatch.setattr(Path, "open", note)
    assert invoke("export", tmp_path / "in", "-o", tmp_path / "out.jsonl").exit_code == 0
    assert {mode for mode in modes if "w" in mode} == {"wb"}
    written = (tmp_path / "out.jsonl").read_bytes()
    assert written.endswith(b"}\n")
    assert b"\r" not in written
    assert invoke("export", tmp_path / "in", "-q").stdout_bytes == written


def test_a_full_disk_is_named_and_the_last_file_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half written is left."""
    write_files(tmp_path, {"in/a.txt": SEED_FORM, "out.jsonl": "last\n"})

    def full(self: Path, to: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(sys, "argv", ["broadsheet", "export", str(tmp_path / "in"), "-o", str(tmp_path / "out.jsonl")])
    said: list[str] = []
    monkeypatch.setattr(click, "echo", lambda text="", **_: said.append(text))
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "No space left" in said[0]
    assert "make room" in said[1]
    assert sorted(tree(tmp_path)) == ["in/a.txt", "out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text() == "last\n"


def test_an_export_goes_to_what_is_no_file(tmp_path: Path) -> None:
    """A pipe or a device is written to, not replaced; a link stays a link."""
    write_files(tmp_path, {"in/a.txt": SEED_FORM, "real.jsonl": "last\n"})
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    assert invoke("export", tmp_path / "in", "-q", "-o", tmp_path / "link.jsonl").exit_code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    written = (tmp_path / "real.jsonl").read_bytes()
    assert json.loads(written)["path"] == "a.txt"
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert invoke("export", tmp_path / "in", "-q", "-o", tmp_path / "pipe").exit_code == 0
        assert os.read(reader, 65536) == written
    finally:
        os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def test_preformatted_text_has_no_markup(tmp_path: Path) -> None:
    """Stars and brackets in a table are exported, counted and summed up as they stand."""
    table = "Year     Copies     Price\n1811     *300*      [2d](https://www.example.org/)\n1812     **450**    3d"
    write_files(tmp_path, {"in/a.txt": f"The Thursday paper\n\nIt printed what came.\n\n{table}\n"})
    done = run("broadsheet", "export", "in", "-q", cwd=tmp_path)
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert record["body"][1:] == [{"kind": "preformatted", "text": table, "links": []}]
    assert record["words"] == 4 + 9


def test_explain_shows_where_each_line_went(tmp_path: Path) -> None:
    """What was recognised, by which rule, and what was changed."""
    write_files(tmp_path, {"a.txt": SEED_FORM})
    done = run("broadsheet", "explain", "a.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert "authors     Press history desk  (byline-desk, line 5, 75%)" in done.stdout
    assert "   3  title         # The sheet that came out on Thursdays" in done.stdout
    assert "  18  notice        To send corrections to the desk write to:" in done.stdout
    assert "  rejoin, lines 10 to 12" in done.stdout
    assert (
        len([line for line in done.stdout.splitlines() if line.startswith("  ") and line[2:4].strip().isdigit()]) == 21
    )


def test_explain_of_what_is_no_article(tmp_path: Path) -> None:
    """The error is that of the finding."""
    write_files(tmp_path, {"a.txt": b"\0\1\2" * 9})
    done = run("broadsheet", "explain", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "the file is not text" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_sample_has_no_findings_but_notes() -> None:
    """The site in this repository builds with exit status 0."""
    done = run("broadsheet", "export", "-v", cwd=ROOT)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", [["convert", "in", "-o", "in/pages"], ["export", "in", "-o", "in/a.txt"]])
def test_nothing_is_written_among_the_articles(tmp_path: Path, command: list[str]) -> None:
    """Where it would be read as an article, or stand on one."""
    write_files(tmp_path, {"in/a.txt": SEED_FORM})
    done = run("broadsheet", *command, cwd=tmp_path)
    assert done.returncode == 2
    assert "lies among the articles" in done.stderr
    assert list(tree(tmp_path)) == ["in/a.txt"]
    assert (tmp_path / "in/a.txt").read_text(encoding="utf-8") == SEED_FORM
