"""Which files are articles, and how their bytes are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.options import Options
from broadsheet.read import find_articles, read_source
from broadsheet.read.decode import decode
from support.sites import write_files

GERMAN = "Die Zeitung erschien täglich außer sonntags; der „Hausvater“ kostete fünf Groschen – für Übersee zehn."
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_encodings_and_line_ends_give_the_same_lines(tmp_path: Path, encoding: str, end: str) -> None:
    """However a text was saved, the same lines are read."""
    lines = ["Ein Titel", "", GERMAN, "", "Schluß."]
    (tmp_path / "a.txt").write_bytes(end.join(lines).encode(encoding))
    assert list(read_source(tmp_path, "a.txt", Options()).lines) == lines


def test_a_stated_encoding_is_no_finding(tmp_path: Path) -> None:
    """UTF-8 and byte order marks say it themselves; an assumed encoding is noted."""
    write_files(tmp_path, {"a.txt": GERMAN, "b.txt": GERMAN.encode("cp1252")})
    assert not read_source(tmp_path, "a.txt", Options()).findings
    assert [f.id for f in read_source(tmp_path, "b.txt", Options()).findings] == ["assumed-encoding"]


def test_utf_8_with_a_bad_byte_stays_utf_8(tmp_path: Path) -> None:
    """The bad byte is reported with its line and column; the rest is read as it is."""
    write_files(tmp_path, {"a.txt": f"{GERMAN}\nzwei ".encode() + b"\xff Zeilen"})
    source = read_source(tmp_path, "a.txt", Options())
    assert (source.encoding, source.lines) == ("utf-8", (GERMAN, "zwei \ufffd Zeilen"))
    assert [(f.id, f.line, f.column) for f in source.findings] == [("bad-bytes", 2, 6)]


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"\x7fELF\x02\x01\x01\0" + bytes(40)]
)
def test_binary_is_not_text(data: bytes) -> None:
    """Pictures and programs give no text."""
    assert decode(data) is None


def test_which_files_are_articles(tmp_path: Path) -> None:
    """Text files in any folder, but neither hidden ones nor those with a meaning of their own."""
    names = [
        "a.txt",
        "b/c d.txt",
        "b/é.txt",
        ".hidden.txt",
        ".git/x.txt",
        "robots.txt",
        "b/README.txt",
        "page.md",
        "p.png",
    ]
    write_files(tmp_path, dict.fromkeys(names, "text"))
    assert find_articles(tmp_path, Options()) == ["a.txt", "b/c d.txt", "b/é.txt"]
    assert find_articles(tmp_path, Options(articles=("*.txt",), exclude=())) == ["a.txt", "robots.txt"]
    assert find_articles(tmp_path, Options(exclude=("b/**",))) == ["a.txt", "robots.txt"]


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    """A folder that holds a link to itself is read once."""
    write_files(tmp_path, {"a/b.txt": "text"})
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a")
    assert find_articles(tmp_path, Options()) == ["a/b.txt"]
