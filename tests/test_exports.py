"""The collection as data and as books: each form says what the others say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from ebooklib import epub as reader
from pyarrow import parquet

from broadsheet.cli import broadsheet as command_line
from broadsheet.errors import BroadsheetError
from broadsheet.inline import plain
from broadsheet.model import Collection
from broadsheet.options import Options
from broadsheet.pipeline import read_site
from broadsheet.write.book import Book, epub
from broadsheet.write.citations import Imprint
from broadsheet.write.data import Selection
from broadsheet.write.data.columns import COLUMNS
from support.rendering import text_of
from support.sites import ROOT, make_site, run, tree, write_files

IMPRINT = Imprint("The Broadsheet", "https://archive.example.org/paper/")


def export(*arguments: object) -> Result:
    """Export the articles of this repository."""
    return CliRunner().invoke(command_line, ["export", str(ROOT / "content"), *map(str, arguments)])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles of this repository in every form of data."""
    folder = tmp_path_factory.mktemp("data") / "package"
    forms = ("jsonl", "csv", "parquet", "bibtex", "ris", "csl-json")
    done = export("--package", "-o", folder, *(part for form in forms for part in ("--format", form)))
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def records(package: Path) -> list[dict[str, Any]]:
    """The records of JSONL."""
    return [json.loads(line) for line in (package / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


def test_csv_says_what_jsonl_says(package: Path, records: list[dict[str, Any]]) -> None:
    """Read by the schema of the package: lists are JSON, numbers are numbers, what is empty is missing."""
    described = json.loads((package / "datapackage.json").read_bytes())["resources"]
    fields = {field["name"]: field for field in described[1]["schema"]["fields"]}
    convert: dict[str, Callable[[str], Any]] = {"string": str, "array": json.loads, "integer": int}
    csv.field_size_limit(10_000_000)
    with (package / "articles.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            {
                name: None if cell in fields[name].get("missingValues", [""]) else convert[fields[name]["type"]](cell)
                for name, cell in row.items()
            }
            for row in csv.DictReader(file)
        ]
    assert rows == records


def test_parquet_says_what_jsonl_says(package: Path, records: list[dict[str, Any]]) -> None:
    """Lists are lists there, and pieces have their keys; a marker that a piece has not is null."""
    rows = parquet.read_table(package / "articles.parquet").to_pylist()
    for row in rows:
        for piece in (*row["front"], *row["body"], *row["aside"]):
            if piece["marker"] is None:
                del piece["marker"]
    assert rows == records


def test_the_package_describes_its_files(package: Path, records: list[dict[str, Any]]) -> None:
    """Size and SHA-256 of each, and every column of the tables in its order."""
    described = json.loads((package / "datapackage.json").read_bytes())
    assert {one["path"] for one in described["resources"]} == set(tree(package)) - {"datapackage.json"}
    for one in described["resources"]:
        data = (package / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        if "schema" in one:
            assert [field["name"] for field in one["schema"]["fields"]] == list(records[0]) == list(COLUMNS)


def test_records_have_the_checksums_of_source_and_page(records: list[dict[str, Any]], tmp_path: Path) -> None:
    """Of the file that the article was read from, and of the page that `convert` writes."""
    assert {one["path"]: one["sha256"] for one in records} == tree(ROOT / "content")
    shutil.copy(ROOT / "permalinks.csv", tmp_path)
    assert run("broadsheet", "convert", ROOT / "content", "-q", "-o", "pages", cwd=tmp_path).returncode == 0
    pages = tree(tmp_path / "pages")
    assert all(one["page_sha256"] in pages.values() for one in records)


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet", "bib", "ris", "csl.json"])
def test_the_ending_of_a_file_says_its_form(package: Path, tmp_path: Path, ending: str) -> None:
    """Where no form is named."""
    done = export("-o", tmp_path / f"archive.{ending}")
    assert done.exit_code == 0, done.output
    assert (tmp_path / f"archive.{ending}").read_bytes() == (package / f"articles.{ending}").read_bytes()


def test_a_site_publishes_its_data(tmp_path: Path) -> None:
    """Below `data/`, where the option asks for it; a folder of the owner's is not written over."""
    config = (
        "site_name: Mine\ndocs_dir: content\ntheme:\n  name: broadsheet\n"
        "plugins:\n  - broadsheet:\n      data: [csv, ris]\n"
    )
    folder = make_site(tmp_path, {"a.txt": "Ink\n\nThe press ran.\n"}, config)
    assert run("mkdocs", "build", "--strict", cwd=folder).returncode == 0
    assert set(tree(folder / "site" / "data")) == {"articles.csv", "articles.ris", "datapackage.json"}
    write_files(folder / "content", {"data/mine.csv": "a,b\n"})
    done = run("mkdocs", "build", cwd=folder)
    assert done.returncode == 1
    assert "data/mine.csv is there already" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["--package"], "a package is a folder"),
        (["--package", "-o", "out", "--format", "epub"], "a package is a folder"),
        (["-o", "out", "--format", "csv", "--format", "ris"], "one file has one form"),
        (["-o", "."], ". is a folder"),
        (["--year", "1066"], "no article is of this selection"),
        (["--format", "epub", "-o", "b.epub", "--cover", __file__], "is no picture"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], wrong: str) -> None:
    """Before a file is written."""
    done = export(*arguments)
    assert isinstance(done.exception, BroadsheetError)
    assert wrong in str(done.exception)


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(years=(2019,)), lambda one: (one["date"] or "").startswith("2019")),
        (Selection(authors=("Archive desk",)), lambda one: "Archive desk" in one["authors"]),
        (Selection(languages=("de", "fr")), lambda one: one["language"] in ("de", "fr")),
        (
            Selection(paths=("printing", "sahafa/bulaq-press.txt")),
            lambda one: one["path"].startswith(("print", "sahafa/b")),
        ),
        (
            Selection(years=(2019,), languages=("ar",)),
            lambda one: one["date"][:4] == "2019" and one["language"] == "ar",
        ),
    ],
    ids=lambda value: value.label if isinstance(value, Selection) else "",
)
def test_a_part_can_be_chosen(
    records: list[dict[str, Any]], selection: Selection, wanted: Callable[[dict[str, Any]], bool]
) -> None:
    """By year, author, language and path, and by several at once."""
    found = selection.of(read_site(ROOT / "content", Options()).collection)
    paths = {one["path"] for one in records if one["date"] is not None and wanted(one)}
    undated = {one["path"] for one in records if one["date"] is None and selection.years == () and wanted(one)}
    assert {entry.article.path for entry in found.entries} == paths | undated
    assert paths


@pytest.mark.parametrize(("module", "form", "extra"), [("pyarrow", "parquet", "parquet"), ("ebooklib", "epub", "epub")])
def test_what_is_not_installed_is_said(tmp_path: Path, module: str, form: str, extra: str) -> None:
    """With the command that installs it."""
    (tmp_path / f"{module}.py").write_text("raise ImportError\n")
    write_files(tmp_path / "in", {"a.txt": "Ink\n\nThe press ran.\n"})
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = run("broadsheet", "export", "in", "--format", form, "-o", "out", cwd=tmp_path, PYTHONPATH=path)
    assert done.returncode == 2
    assert f'pip install "broadsheet[{extra}]"' in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def collection() -> Collection:
    """The articles of this repository."""
    return read_site(ROOT / "content", Options()).collection


@pytest.fixture(scope="module")
def book(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """They as a book."""
    file = tmp_path_factory.mktemp("book") / "book.epub"
    file.write_bytes(epub(collection, Book("The Broadsheet & all", IMPRINT)))
    return file


def test_a_book_holds_every_article(collection: Collection, book: Path) -> None:
    """A chapter each, in the order of time, with every letter of its text; the contents lead to all."""
    read = reader.read_epub(str(book))
    chapters = [read.get_item_with_id(name) for name, _ in read.spine if str(name).startswith("c0")]
    wanted = [entry for entry in reversed(collection.entries) if entry.article.metadata.date]
    titles = [ElementTree.fromstring(one.content).findtext(".//{*}h1") for one in chapters]
    assert titles[: len(wanted)] == [entry.article.metadata.title for entry in wanted]
    assert len(chapters) == len(collection.entries)
    texts = {title: _letters(text_of(one.content.decode())) for title, one in zip(titles, chapters, strict=True)}
    for entry in collection.entries:
        letters = _letters("".join(plain(block.nodes) for block in entry.article.body))
        assert letters in texts[entry.article.metadata.title]
    assert sum(len(part[1]) if isinstance(part, tuple) else 1 for part in read.toc) == len(chapters)


def _letters(text: str) -> str:
    """Numbers left out: those of a list are its marks."""
    return "".join(filter(str.isalpha, text))


def test_a_book_says_what_it_is(collection: Collection, book: Path) -> None:
    """Title, language, publisher, date and those who wrote it, in Dublin Core; a cover, and the typeface."""
    read = reader.read_epub(str(book))
    assert read.get_metadata("DC", "title") == [("The Broadsheet & all", {})]
    assert read.get_metadata("DC", "language") == [("en", {})]
    assert read.get_metadata("DC", "publisher") == [("The Broadsheet", {})]
    assert read.get_metadata("DC", "date") == [("2019-03-11", {})]
    assert {name for name, _ in read.get_metadata("DC", "contributor")} == {a.name for a in collection.authors}
    kinds = {item.media_type for item in read.get_items()}
    assert {"font/woff2", "image/svg+xml", "text/css", "application/xhtml+xml"} <= kinds
    parts = [part[0].title for part in read.toc]
    assert parts == ["2015", "2016", "2017", "2018", "2019", "Undated"]


def test_a_book_is_the_same_each_time(collection: Collection, book: Path) -> None:
    """No time of its making is in it; and readers find its type where the format has it."""
    assert epub(collection, Book("The Broadsheet & all", IMPRINT)) == book.read_bytes()
    with zipfile.ZipFile(io.BytesIO(book.read_bytes())) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_epubcheck_finds_nothing(collection: Collection, tmp_path: Path) -> None:
    """A book of the sample, and one of text that XML could break, with a cover of the owner's: every part is XML."""
    hard = "Ink & <paper>\n\nBy Ada Lovelace\n\n“A&nbsp;B” <b>bold</b> a\x0bb\n\n| a | b |\n\n* one\n* two\n\n> said\n"
    made = read_site(
        write_files(tmp_path / "in", {"a.txt": hard, "b.txt": "Öl\n\nhttps://example.org/a?b=c&d=e\n"}), Options()
    )
    files = [tmp_path / "sample.epub", tmp_path / "hard.epub"]
    (tmp_path / "cover.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    files[0].write_bytes(epub(collection, Book("The Broadsheet", IMPRINT)))
    files[1].write_bytes(epub(made.collection, Book("Hard", Imprint("<&>"), cover=tmp_path / "cover.svg")))
    for file in files:
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xhtml", ".opf", ".ncx", ".svg", ".xml"))]
            assert len([ElementTree.fromstring(archive.read(name)) for name in names]) > 5
        checker = _epubcheck()
        assert checker or not os.environ.get("CI"), "CI is to have epubcheck"
        if checker:
            done = subprocess.run([*checker, file], capture_output=True, text=True, timeout=120, check=False)
            assert "0 fatals / 0 errors / 0 warnings" in done.stdout, done.stdout + done.stderr


def _epubcheck() -> list[str] | None:
    """How epubcheck is called, where it is installed."""
    jar = Path("/usr/share/java/epubcheck.jar")
    java = shutil.which("java")
    return [java, "-jar", str(jar)] if java and jar.exists() else None
