"""What stands in many articles of one source is set aside, and shown as what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadsheet.model import Article
from broadsheet.options import Options
from broadsheet.pipeline import read_collection
from support.sites import make_site, run, write_files

PLACES = "Mainz Venice Strasbourg Basel Paris Lyon Antwerp Leiden London Oxford".split()
ABOVE = "The Valley Press | Home | Archive | Prices\n\n"
INSIDE = "Our type is cast in the valley, and it may be had by the pound at the press.\n\n"
BELOW = "The Valley Press has been printed at the old mill since the flood.\n"


def text_of(place: str) -> str:
    """An article of its own about a place."""
    return f"""\
The Presses of {place}

By Archive desk

In {place} the first sheet was printed within a few years of the Bible of 42 lines.

Background

The press of {place} stood near the water, since paper came by boat from the mill.

"""


def articles(folder: Path, files: dict[str, str]) -> list[Article]:
    """The articles of a folder with these files, by path."""
    read = read_collection(write_files(folder, files), Options())
    assert not [finding for finding in read.findings if finding.id == "lost-letters"]
    return sorted((entry.article for entry in read.entries), key=lambda article: article.path)


def aside(article: Article) -> list[str]:
    """What was set aside as boilerplate."""
    return [block.text for block in article.aside if block.kind == "boilerplate"]


def body(article: Article) -> list[str]:
    """The pieces of the text."""
    return [block.text for block in article.body]


def test_lines_above_the_headline(tmp_path: Path) -> None:
    """The name of the site is no headline where one follows; the byline that all articles share stays a byline."""
    for read, place in zip(
        articles(tmp_path, {f"{place}.txt": ABOVE + text_of(place) for place in sorted(PLACES)}),
        sorted(PLACES),
        strict=True,
    ):
        assert aside(read) == [ABOVE.strip()]
        assert read.metadata.title == f"The Presses of {place}"
        assert read.metadata.authors == ("Archive desk",)
        assert "Background" in body(read)


def test_sentences_inside_and_below(tmp_path: Path) -> None:
    """A sentence that repeats is set aside, wherever it stands; a heading that repeats is not."""
    files = {f"{p}.txt": text_of(p).replace("Background\n\n", f"Background\n\n{INSIDE}") + BELOW for p in PLACES}
    for read in articles(tmp_path, files):
        assert aside(read) == [INSIDE.strip(), BELOW.strip()]
        assert len(body(read)) == 3
        assert body(read)[1] == "Background"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "Archive desk\n"),
        ("", "At the press\n"),
        ("", "And so to print:\n"),
        ("Letters from the Valley\n\nBy Archive desk\n\n10 July 2017\n\n", ""),
        ("Letters from the Valley\n\n", ""),
    ],
)
def test_what_repeats_and_is_the_article(tmp_path: Path, above: str, below: str) -> None:
    """Signatures, short lines, lines that lead on, and the name of a column above the text or byline stay."""
    text = {p: text_of(p) if not above else text_of(p).split("\n\n", 2)[2] for p in PLACES}
    for read in articles(tmp_path, {f"{p}.txt": above + text[p] + below for p in PLACES}):
        assert aside(read) == []
        assert not above or read.metadata.title == "Letters from the Valley"


def test_copies_are_no_boilerplate(tmp_path: Path) -> None:
    """An article that stands six times in the collection is six articles, not boilerplate six times."""
    files = {f"{p}.txt": text_of(p) for p in PLACES} | {f"copy-{n}.txt": text_of("Mainz") for n in range(6)}
    assert [aside(read) for read in articles(tmp_path, files)] == [[]] * 16


def test_few_articles_show_no_habit(tmp_path: Path) -> None:
    """What stands in four articles may be a series."""
    assert [aside(read) for read in articles(tmp_path, {f"{p}.txt": text_of(p) + BELOW for p in PLACES[:4]})] == [
        []
    ] * 4


def test_each_source_has_its_own(tmp_path: Path) -> None:
    """What repeats in one folder is set aside there; of a large collection it is too small a part to be seen."""
    few = {f"press/{p}.txt": text_of(p) + BELOW for p in PLACES[:6]}
    many = {f"others/{p}-{n}.txt": text_of(f"{p} {n}") for p in PLACES for n in range(40)}
    read = articles(tmp_path, few | many)
    assert [aside(article) for article in read] == [[]] * 400 + [[BELOW.strip()]] * 6


def test_older_encodings(tmp_path: Path) -> None:
    """Lines are compared by their bytes, in any encoding."""
    below = "Die Talpresse druckt in der alten Mühle, gleich über dem Fluß.\n"
    files = {f"{p}.txt": (text_of(p) + below).encode("cp1252" if p < "M" else "utf-16") for p in PLACES}
    write_files(tmp_path, files)
    read = read_collection(tmp_path, Options())
    assert [aside(entry.article) for entry in read.entries] == [[below.strip()]] * 10


def test_the_owner_turns_it_off(tmp_path: Path) -> None:
    """With the option off, every line of the text stays where it is."""
    read = read_collection(
        write_files(tmp_path, {f"{p}.txt": text_of(p) + BELOW for p in PLACES}), Options(boilerplate=False)
    )
    assert [body(entry.article)[-1] for entry in read.entries] == [BELOW.strip()] * 10


def test_containers_are_sources(tmp_path: Path) -> None:
    """The records of a container are surveyed as files are."""
    records = [json.dumps({"id": place, "text": text_of(place) + BELOW}) for place in PLACES]
    write_files(tmp_path, {"archive.jsonl": "\n".join(records)})
    read = read_collection(tmp_path / "archive.jsonl", Options())
    assert [aside(entry.article) for entry in read.entries] == [[BELOW.strip()]] * 10


def test_explain_knows_it_too(tmp_path: Path) -> None:
    """One article is explained as the build reads it, beside the others of its source."""
    site = make_site(tmp_path, {f"{place}.txt": text_of(place) + BELOW for place in PLACES})
    said = json.loads(run("broadsheet", "explain", "--json", "content/Mainz.txt", cwd=site).stdout)
    assert [(line["group"], line["kind"]) for line in said["lines"] if line["text"] == BELOW.strip()] == [
        ("aside", "boilerplate")
    ]
