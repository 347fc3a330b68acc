"""Containers: one file with many articles goes the same way as a folder of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from broadsheet.errors import Finding, OptionError
from broadsheet.model import Article, Item, PartialDate
from broadsheet.options import Options, from_mapping
from broadsheet.pipeline import read_collection
from broadsheet.read import items
from support.sites import SEED_FORM, make_site, run, tree, write_files

FIELDS = {"text": "body", "title": "headline", "authors": "byline", "date": "published", "topics": "meta.subjects"}
RECORDS: list[dict[str, Any]] = [
    {"body": "The lamps were out.", "headline": "Gas", "byline": "By Ada Lovelace", "published": "1861-05-03"},
    {"body": SEED_FORM, "meta": {"subjects": ["presses", "post"]}},
    {"body": "It made paper.\n\nA lot of it.", "headline": "The Mill", "byline": ["Ada Lovelace", "Charles Babbage"],
     "published": 1989, "place": "Leeds"},
]  # fmt: skip


def lines(*records: object) -> str:
    """Records as JSON Lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def rows(*records: dict[str, str], delimiter: str = ",") -> str:
    """Records as CSV."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(records[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def read(folder: Path, name: str, data: str | bytes, **options: Any) -> tuple[dict[str, Article], list[str]]:
    """The articles of one container, and what is found in it."""
    write_files(folder, {name: data})
    collection = read_collection(folder, Options(articles=(name,), **options))
    findings = [f"{f.place} {f.id} {f.detail}".strip() for f in collection.findings]
    return {entry.article.path: entry.article for entry in collection.entries}, findings


@pytest.mark.parametrize("name", ["archive.jsonl", "old/archive.jsonl.gz"])
def test_records_are_articles(tmp_path: Path, name: str) -> None:
    """What a record states wins over its text; what it does not state is read from the text."""
    data = lines(*RECORDS).encode("utf-8")
    found, findings = read(tmp_path, name, gzip.compress(data) if name.endswith("gz") else data, fields=FIELDS)
    assert sorted(found) == [f"{name}/00000{n}" for n in (1, 2, 3)]
    assert findings == []
    gas, sheet, mill = (found[path].metadata for path in sorted(found))
    assert (gas.title, gas.authors, gas.date) == ("Gas", ("Ada Lovelace",), PartialDate(1861, 5, 3))
    assert (sheet.title, sheet.authors, sheet.topics) == (
        "The sheet that came out on Thursdays", ("Press history desk",), ("presses", "post"),
    )  # fmt: skip
    assert (mill.authors, mill.date, mill.place) == (("Ada Lovelace", "Charles Babbage"), PartialDate(1989), "Leeds")
    assert [(e.rule, e.where) for e in gas.evidence if e.field == "title"] == [("record", f"{name}:1")]
    assert len(found[f"{name}/000003"].body) == 2


def test_a_record_is_read_as_a_file_with_its_text_would_be(tmp_path: Path) -> None:
    """The same blocks, the same changes."""
    found, _ = read(tmp_path / "a", "archive.jsonl", lines({"text": SEED_FORM}))
    files, _ = read(tmp_path / "b", "a.txt", SEED_FORM)
    record, file = found["archive.jsonl/000001"], files["a.txt"]
    assert (record.body, record.front, record.aside, record.steps) == (file.body, file.front, file.aside, file.steps)
    assert (record.sha256, record.metadata) == (file.sha256, file.metadata)


def test_keys_of_headers_are_known_without_fields(tmp_path: Path) -> None:
    """The key that is called as the field comes before its other names."""
    record = {
        "text": "It rained.",
        "subject": "No",
        "title": "Rain",
        "author": "Ada Lovelace",
        "date": "1987-05-01T09:00",
    }
    known = read(tmp_path, "a.jsonl", lines(record))[0]["a.jsonl/000001"].metadata
    assert (known.title, known.authors, known.date) == ("Rain", ("Ada Lovelace",), PartialDate(1987, 5, 1))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_rows_are_articles(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """A row is called after the line on which it begins, however many lines its text has."""
    text = rows(
        {"headline": "Gas", "body": "The “lamps” were out;\n\nnobody, in Zürich, came.", "published": "3 May 1861"},
        {"headline": "The Mill", "body": "It made paper.", "published": ""},
        delimiter=delimiter,
    )
    found, findings = read(tmp_path, "a.csv", text.encode(encoding), fields=FIELDS)
    assert {path: article.metadata.title for path, article in found.items()} == {
        "a.csv/000002": "Gas", "a.csv/000005": "The Mill",
    }  # fmt: skip
    assert [block.text for block in found["a.csv/000002"].body] == ["The “lamps” were out;", "nobody, in Zürich, came."]
    assert found["a.csv/000002"].metadata.date == PartialDate(1861, 5, 3)
    assert findings == (["a.csv assumed-encoding cp1252"] if encoding == "cp1252" else [])


def test_members_of_a_zip_file_are_read_as_files(tmp_path: Path) -> None:
    """With sidecars and folder defaults, inside and around it; hidden and excluded ones are not read."""
    data = packed(
        {
            "1988/flood.txt": "# The Flood\n\nThe river rose.\n",
            "1988/flood.yml": "author: Ada Lovelace\n",
            "1988/_collection.yml": "date: 1988\n",
            "mill.txt": "# The Mill\n\nIt made paper.\n",
            "scan.txt": b"\0\1\2" * 9,
            "README.txt": "Read me.",
            "__MACOSX/mill.txt": "x",
            ".hidden/a.txt": "x",
            "picture.png": b"\x89PNG",
        }
    )
    write_files(tmp_path, {"_collection.yml": "place: Leeds\n"})
    found, findings = read(tmp_path, "a.zip", data)
    assert sorted(found) == ["a.zip/1988/flood.txt", "a.zip/mill.txt"]
    known = found["a.zip/1988/flood.txt"].metadata
    assert (known.authors, known.date, known.place) == (("Ada Lovelace",), PartialDate(1988), "Leeds")
    assert {e.field: e.where for e in known.evidence if e.where} == {
        "authors": "a.zip/1988/flood.yml:1", "date": "a.zip/1988/_collection.yml:1", "place": "_collection.yml:1",
    }  # fmt: skip
    assert findings == ["a.zip/scan.txt binary-file"]


def test_bad_records_are_reported_with_their_line_and_the_rest_is_built(tmp_path: Path) -> None:
    """File and line; of broken JSON, the column too."""
    data = b"\n".join(
        [
            b'{"text": "Good one."}', b'{"text": "cut', b"[1, 2]", b'{"headline": "No text"}', b'{"text": 7}',
            b'{"text": " "}', b'{"text": "\xff"}', b"", b'{"text": "# Two\\n\\n03/04/1811\\n\\nGood."}',
            b'{"text": "Good three.", "title": "Three", "date": "soon"}',
        ]
    )  # fmt: skip
    found, findings = read(tmp_path, "a.jsonl", data)
    assert sorted(found) == ["a.jsonl/000001", "a.jsonl/000009", "a.jsonl/000010"]
    assert [" ".join(finding.split()[:2]) for finding in findings] == [
        "a.jsonl:2:10 bad-record", "a.jsonl:3 bad-record", "a.jsonl:4 bad-record", "a.jsonl:5 bad-record",
        "a.jsonl:6 empty-file", "a.jsonl:7 bad-record", "a.jsonl:9 ambiguous-date", "a.jsonl:10 header-value",
    ]  # fmt: skip
    assert "a.jsonl:4 bad-record no text under text, body, content" in findings
    assert "a.jsonl:9 ambiguous-date line 3 of its text: 03/04/1811" in findings


def test_a_container_that_ends_too_early(tmp_path: Path) -> None:
    """What could be read is there, and an error says so."""
    data = gzip.compress(lines(*({"text": f"Number {n}: {hash(n)}"} for n in range(5000))).encode())
    found, findings = read(tmp_path, "a.jsonl.gz", data[: len(data) // 2])
    assert 500 < len(found) < 5000
    assert [finding.split()[:2] for finding in findings if "no-title" not in finding] == [
        ["a.jsonl.gz", "broken-container"]
    ]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.zip"])
def test_a_container_that_is_none(tmp_path: Path, name: str) -> None:
    """Text in the place of a packed file."""
    assert [finding.split()[1] for finding in read(tmp_path, name, "plain text")[1]] == ["broken-container"]


def test_a_csv_that_is_cut_inside_a_cell(tmp_path: Path) -> None:
    """A quotation mark that is never closed does not swallow memory; rows with too many cells are reported."""
    found, findings = read(
        tmp_path, "a.csv", 'title,text\nA,One.\nB,Two.,more\nC,"Three' + "x" * 3_000_000, max_megabytes=1
    )
    assert sorted(found) == ["a.csv/000002"]
    assert findings[0] == "a.csv:3 bad-record 3 cells for 2 columns"
    assert findings[1].startswith("a.csv:4 ")
    assert len(findings) == 2


def test_records_that_are_too_large(tmp_path: Path) -> None:
    """A long line, a long text, a member that unpacks to more than is allowed."""
    data = lines({"text": "x" * 7_000_000}, {"text": "y " * 700_000}, {"text": "Good."})
    found, findings = read(tmp_path, "a.jsonl", data, max_megabytes=1)
    assert sorted(found) == ["a.jsonl/000003"]
    assert [finding.split()[:2] for finding in findings][:2] == [
        ["a.jsonl:1", "large-file"],
        ["a.jsonl:2", "large-file"],
    ]
    found, findings = read(
        tmp_path, "a.zip", packed({"a.txt": b"\n" * 50_000_000, "b.txt": "# B\n\nGood."}), max_megabytes=1
    )
    assert (sorted(found), findings) == (["a.zip/b.txt"], ["a.zip/a.txt large-file over 1 MB"])


def test_ids_name_records(tmp_path: Path) -> None:
    """Where the option says so; a second record of one id is told apart by its line, one without is called after it."""
    data = lines(
        {"text": "# A\n\nOne.", "key": "gas 1"}, {"text": "# B\n\nTwo.", "key": "gas 1"}, {"text": "# C\n\nThree."}
    )
    found, _ = read(tmp_path, "a.jsonl", data, fields={"id": "key"})
    assert {path: article.metadata.title for path, article in found.items()} == {
        "a.jsonl/gas-1": "A", "a.jsonl/gas-1-000002": "B", "a.jsonl/000003": "C",
    }  # fmt: skip


def test_on_all_cores_the_result_is_the_same(tmp_path: Path) -> None:
    """Some thousand records, in batches: each there once, in order, as one process reads them."""
    count = 3000
    records = [
        {"text": f"The {n}th sheet came off at noon.", "title": f"Sheet {n}", "date": "1987-05-01"}
        for n in range(count)
    ]
    found, findings = read(tmp_path, "a.jsonl", lines(*records))
    assert (len(found), findings) == (count, [])
    assert {found[f"a.jsonl/{n + 1:06}"].metadata.title for n in range(count)} == {f"Sheet {n}" for n in range(count)}


def test_a_large_container_is_never_in_memory(tmp_path: Path) -> None:
    """Forty thousand records of a kilobyte take no more than a few of them do."""
    file = tmp_path / "a.jsonl.gz"
    with gzip.open(file, "wt", encoding="utf-8", compresslevel=1) as stream:
        for n in range(40_000):
            stream.write(json.dumps({"text": f"{n} " * 200}) + "\n")
    tracemalloc.start()
    try:
        number = sum(1 for item in items(tmp_path, ["a.jsonl.gz"], Options()) if isinstance(item, Item))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert number == 40_000
    assert peak < 3_000_000


def test_the_site_of_a_container(tmp_path: Path) -> None:
    """Its articles have pages with its name as their source, without a link to edit them; it is not copied."""
    config = """\
site_name: T
docs_dir: content
repo_url: https://code.example.org/archive/
edit_uri: edit/main/content/
theme: broadsheet
plugins:
  - broadsheet:
      articles: ["**/*.txt", "old/archive.jsonl", "**/*.zip"]
      fields: {text: body, title: headline, authors: byline, date: published}
"""
    files: dict[str, str | bytes] = {
        "a.txt": SEED_FORM,
        "old/archive.jsonl": lines(RECORDS[0]),
        "b.zip": packed({"x/b.txt": "# Zipped\n\nText.\n"}),
        "b.yml": "colour: red\n",
    }
    folder = make_site(tmp_path, files, config)
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert not [name for name in tree(folder / "site") if "archive.jsonl" in name or name.endswith(".zip")]
    assert (folder / "site/b.yml").exists(), "a container has no sidecar"
    html = (folder / "site/1861/05/gas.html").read_text(encoding="utf-8")
    assert "Source: <bdi>archive.jsonl/000001</bdi>" in html
    assert 'rel="edit"' not in html
    assert "Source: <bdi>b.zip/x/b.txt</bdi>" in (folder / "site/undated/zipped.html").read_text(encoding="utf-8")
    done = run("broadsheet", "export", "-q", cwd=folder)
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == [
        "a.txt", "b.zip/x/b.txt", "old/archive.jsonl/000001",
    ]  # fmt: skip


def test_explain_and_review_know_records(tmp_path: Path) -> None:
    """By the path that findings and pages give them."""
    plugin = "plugins: [{broadsheet: {articles: [a.jsonl], review: r.csv}}]"
    config = f"site_name: T\ndocs_dir: content\ntheme: broadsheet\n{plugin}\n"
    folder = make_site(tmp_path, {"a.jsonl": lines({"text": "It rained.", "title": "Rain"})}, config)
    assert run("broadsheet", "review", cwd=folder).returncode == 0
    sheet = (folder / "r.csv").read_text(encoding="utf-8-sig")
    (folder / "r.csv").write_text(
        sheet.replace("a.jsonl/000001,Rain", "a.jsonl/000001,Snow"), encoding="utf-8", newline=""
    )
    done = run("broadsheet", "explain", "content/a.jsonl/000001", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "title       Snow  (review-sheet, r.csv:2, 100%)" in done.stdout
    for name in ("content/a.jsonl", "content/a.jsonl/000002"):
        done = run("broadsheet", "explain", name, cwd=folder)
        assert (done.returncode, "is no article of its container" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize("name", ["archive.jsonl", "letters.zip"])
def test_a_container_in_the_place_of_a_folder(tmp_path: Path, name: str) -> None:
    """It alone is read, and the defaults beside it; the output may lie beside it, but not on it."""
    record = {"text": "It rained.", "title": "Rain"}
    data = packed({"a.txt": "# Rain\n\nIt rained.\n"}) if name.endswith("zip") else lines(record).encode()
    files: dict[str, str | bytes] = {
        name: data,
        "a.txt": SEED_FORM,
        "undated/rain.md": "# Mine",
        "_collection.yml": "place: Leeds\n",
    }
    write_files(tmp_path, files)
    before = tree(tmp_path)
    done = run("broadsheet", "convert", name, "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out/undated/rain.md").read_text(encoding="utf-8")
    assert 'place: "Leeds"' in page
    assert sorted(tree(tmp_path / "out")) == [
        ".broadsheet.json", "archive/index.md", "collection/index.md", "index.md", "permalinks.csv", "places/index.md",
        "undated/index.md", "undated/rain.md",
    ]  # fmt: skip
    done = run("broadsheet", "export", name, "-o", "out.jsonl", cwd=tmp_path)
    (path,) = [json.loads(line)["path"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert run("broadsheet", "explain", path, cwd=tmp_path).stdout.startswith("Recognised\n")
    assert run("broadsheet", "review", name, "-o", "sheet.csv", cwd=tmp_path).returncode == 0
    assert run("broadsheet", "check", name, cwd=tmp_path).stdout.endswith("\n1 article; no findings.\n")
    done = run("broadsheet", "export", name, "-o", name, cwd=tmp_path)
    assert (done.returncode, f"{name} lies among the articles" in done.stderr) == (2, True)
    assert {path: text for path, text in tree(tmp_path).items() if path in before} == before


def test_a_container_in_a_site_is_read_by_its_options(tmp_path: Path) -> None:
    """Even if they leave it out; what is written must not lie among the articles of the site."""
    plugin = "plugins: [{broadsheet: {fields: {text: t}}}]"
    config = f"site_name: T\ndocs_dir: content\ntheme: broadsheet\nexclude_docs: x/\n{plugin}\n"
    folder = make_site(tmp_path, {"x/a.jsonl": lines({"t": "It rained.", "title": "Rain"}), "y.txt": SEED_FORM}, config)
    done = run("broadsheet", "export", "content/x/a.jsonl", cwd=folder)
    assert (done.returncode, json.loads(done.stdout)["title"]) == (0, "Rain")
    for given in ("content/x/a.jsonl", "content/x"):
        done = run("broadsheet", "convert", given, "-o", "content/out", cwd=folder)
        assert (done.returncode, "content/out lies among the articles" in done.stderr) == (2, True)
    assert run("broadsheet", "convert", "content/x/a.jsonl", "-o", "out", cwd=folder).returncode == 0


def test_a_file_that_is_no_container_is_no_folder(tmp_path: Path) -> None:
    """The error names the endings of those that are."""
    write_files(tmp_path, {"a.txt": SEED_FORM})
    done = run("broadsheet", "convert", "a.txt", "-o", "out", cwd=tmp_path)
    assert (done.returncode, done.stderr.splitlines()) == (2, [
        "broadsheet: a.txt is no folder and no container",
        "  → name a folder, or a file that ends in .jsonl, .jsonl.gz, .csv, .zip",
    ])  # fmt: skip


def test_a_finding_takes_the_place_of_an_item(tmp_path: Path) -> None:
    """The stream goes on after it."""
    write_files(tmp_path, {"a.jsonl": '{"text": "A"}\nx\n{"text": "B"}\n'})
    kinds = [type(item) for item in items(tmp_path, ["a.jsonl"], Options())]
    assert kinds == [Item, Finding, Item]


@pytest.mark.parametrize("given", [{"titel": "headline"}, "body", {"text": 3}, ["text"]])
def test_wrong_fields_are_refused(given: object) -> None:
    """With the name of the option."""
    with pytest.raises(OptionError, match="fields"):
        from_mapping({"fields": given})
