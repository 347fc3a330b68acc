"""The owner's word outside of an article: sidecars, folder defaults, and which of them wins."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadsheet.model import Article, PartialDate
from broadsheet.options import Options
from broadsheet.pipeline import read_collection
from broadsheet.recognise.header.fields import authors_of
from broadsheet.recognise.header.keys import KEYS
from support.sites import MKDOCS_YML, ROOT, make_site, run, tree, write_files

ARTICLE = """\
The Night the Gas Went Out

By Ada Lovelace
3 May 1861

The lamps in Fleet Street were lit by hand, and that night nobody came to light them.
"""


def articles(folder: Path, files: dict[str, str], options: Options | None = None) -> dict[str, Article]:
    """The articles that files become, by path."""
    collection = read_collection(write_files(folder, files), options or Options())
    return {entry.article.path: entry.article for entry in collection.entries}


def findings(folder: Path, files: dict[str, str]) -> list[str]:
    """Place and id of what is found."""
    return [f"{f.place} {f.id}" for f in read_collection(write_files(folder, files), Options()).findings]


def test_every_author_of_a_long_field_is_kept() -> None:
    """A field may name some hundred authors; none of them is cut off."""
    names = tuple(f"{first}{second}. Mergenthaler" for first in "ABCDEFGH" for second in "abcdefghij")
    assert authors_of(", ".join(names)) == names


def test_a_sidecar_wins_over_the_text(tmp_path: Path) -> None:
    """Its values are taken, what it does not state is read from the text, and the evidence names file and line."""
    known = articles(
        tmp_path,
        {"gas.txt": ARTICLE, "gas.yml": "# checked\nauthor: Charles Babbage\ntags: [gas, lamps]\nplace: London\n"},
    )["gas.txt"].metadata
    assert known.title == "The Night the Gas Went Out"
    assert known.authors == ("Charles Babbage",)
    assert (known.date, known.topics, known.place) == (PartialDate(1861, 5, 3), ("gas", "lamps"), "London")
    assert [(e.rule, e.where, e.first) for e in known.evidence if e.field == "authors"] == [("sidecar", "gas.yml:2", 0)]


def test_what_a_sidecar_contradicts_is_still_printed(tmp_path: Path) -> None:
    """The line of the byline says something else, so that the page prints it."""
    article = articles(tmp_path, {"gas.txt": ARTICLE, "gas.yml": "author: Charles Babbage\n"})["gas.txt"]
    assert article.metadata.printed == ("By Ada Lovelace",)
    assert not [finding for finding in article.findings if finding.id == "lost-letters"]


def test_a_sidecar_wins_over_the_header(tmp_path: Path) -> None:
    """Of the two, the sidecar is the later word: it corrects without touching the article."""
    header = "---\ntitle: Gas\nauthor: Ada Lovelace\n---\n\nThe lamps were out.\n"
    known = articles(tmp_path, {"gas.txt": header, "gas.yml": "title: No Gas\n"})["gas.txt"].metadata
    assert (known.title, known.authors) == ("No Gas", ("Ada Lovelace",))


def test_values_of_yaml_stay_text(tmp_path: Path) -> None:
    """Neither dates, numbers nor truth values are made of them, and a list stays a list."""
    said = "title: 1605\nlanguage: no\ndate: 1987-05-01\ntopics: [2017-07-10, on, 007]\nplace: Off\n"
    known = articles(tmp_path, {"gas.txt": ARTICLE, "gas.yml": said})["gas.txt"].metadata
    assert (known.title, known.language, known.date) == ("1605", "no", PartialDate(1987, 5, 1))
    assert (known.topics, known.place) == (("2017-07-10", "on", "007"), "Off")


@pytest.mark.parametrize(
    ("said", "place", "detail"),
    [
        ("title: Gas: a history\n", "gas.yml:1:11", "mapping values"),
        ('language: en\ntitle: "Gas\nauthor: Ada Lovelace\n', "gas.yml:2:8", "not closed"),
        ("title: Gas\n\tauthor: Ada Lovelace\n", "gas.yml:2:1", "\\t"),
        ("- Gas\n- Light\n", "gas.yml:1:1", "no keys"),
        ("title: a\x01b\n", "gas.yml:1:9", "special characters"),
    ],
)
def test_wrong_yaml_is_reported_and_the_article_built(tmp_path: Path, said: str, place: str, detail: str) -> None:
    """With file, line, column and what to do; title, authors and date then come from the text."""
    collection = read_collection(write_files(tmp_path, {"gas.txt": ARTICLE, "gas.yml": said}), Options())
    (found,) = [finding for finding in collection.findings if finding.path == "gas.yml"]
    assert (found.place, found.id) == (place, "broken-yaml")
    assert detail in found.detail
    assert "between quotes" in found.kind.remedy
    known = collection.entries[0].article.metadata
    assert (known.authors, known.date) == (("Ada Lovelace",), PartialDate(1861, 5, 3))


def test_a_wrong_value_is_reported_with_its_place(tmp_path: Path) -> None:
    """The other values count; a key that nobody knows is a note."""
    files = {"gas.txt": ARTICLE, "gas.yml": "title: No Gas\ndate:  soon\nauther: Charles Babbage\n"}
    assert findings(tmp_path, files) == ["gas.yml:2:8 header-value", "gas.yml:3 unknown-key"]
    assert articles(tmp_path, files)["gas.txt"].metadata.title == "No Gas"


def test_a_sidecar_that_would_take_long_is_refused(tmp_path: Path) -> None:
    """Aliases that grow to billions of texts, a very large file, one nested deeply, a very long byline."""
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    files = {
        "bomb.txt": ARTICLE, "bomb.yml": bomb,
        "deep.txt": ARTICLE.replace("Gas", "Oil"), "deep.yml": "title: " + "[" * 5000,
        "large.txt": ARTICLE.replace("Gas", "Sun"), "large.yml": f"title: {'x' * 200_000}\n",
        "long.txt": ARTICLE.replace("Gas", "Wax"), "long.yml": f"author: {'a' * 90_000}\n",
    }  # fmt: skip
    found = {
        place.replace(" ", ":").partition(":")[0]: place
        for place in findings(tmp_path, files)
        if "unknown-key" not in place
    }
    assert set(found) == {"deep.yml", "large.yml", "long.yml"}
    assert found["long.yml"] == "long.yml:1:9 header-value"


def test_folder_defaults_fill_what_was_not_found(tmp_path: Path) -> None:
    """In the folder and below it; the nearest folder that states a field gives it; recognition wins."""
    bare = "The Press at Low Wath\n\nIt stood in the cellar.\n"
    found = articles(
        tmp_path,
        {
            "_collection.yml": "publication: The Valley Press\nauthors: Archive desk\nlanguage: en\n",
            "1987/_collection.yml": "authors: [Ada Lovelace, Charles Babbage]\ndate: 1987\n",
            "a.txt": bare,
            "1987/05/b.txt": bare,
            "1987/c.txt": ARTICLE,
        },
    )
    a, b, c = (found[path].metadata for path in ("a.txt", "1987/05/b.txt", "1987/c.txt"))
    assert (a.publication, a.authors, a.date, a.language) == ("The Valley Press", ("Archive desk",), None, "en")
    assert (b.publication, b.authors, b.date) == (
        "The Valley Press", ("Ada Lovelace", "Charles Babbage"), PartialDate(1987),
    )  # fmt: skip
    assert (c.authors, c.date) == (("Ada Lovelace",), PartialDate(1861, 5, 3))
    assert [(e.rule, e.where) for e in b.evidence if e.field == "date"] == [
        ("folder-default", "1987/_collection.yml:2")
    ]


def test_folder_defaults_win_over_the_option_of_the_site(tmp_path: Path) -> None:
    """They are the nearer word."""
    files = {"_collection.yml": "language: nl\n", "a.txt": "Brill\n\nLeiden.\n"}
    assert articles(tmp_path, files, Options(language="en"))["a.txt"].metadata.language == "nl"


def test_a_folder_says_how_its_dates_are_meant(tmp_path: Path) -> None:
    """Day first or month first, in the articles and in their sidecars; without it such a date is not used."""
    text = "The Wath Bridge\n\n03/04/1987\n\nIt was opened at noon.\n"
    found = articles(
        tmp_path,
        {
            "a.txt": text,
            "uk/_collection.yml": "date_order: day-first\n",
            "uk/b.txt": text,
            "us/_collection.yml": "date_order: month-first\n",
            "us/deep/c.txt": text,
            "us/d.txt": ARTICLE,
            "us/d.yml": "date: 03/04/1987\n",
        },
    )
    dates = [found[path].metadata.date for path in ("a.txt", "uk/b.txt", "us/deep/c.txt", "us/d.txt")]
    assert dates == [None, PartialDate(1987, 4, 3), PartialDate(1987, 3, 4), PartialDate(1987, 3, 4)]


def test_wrong_folder_defaults_are_reported_once(tmp_path: Path) -> None:
    """However many articles they concern; a title is none of them."""
    files = {
        "_collection.yml": "title: All of it\ndate_order: year-first\nplace: London\n",
        **{f"{n}.txt": ARTICLE.replace("Gas", f"Gas {n}") for n in range(3)},
    }
    assert findings(tmp_path, files) == ["_collection.yml:1 unknown-key", "_collection.yml:2:13 header-value"]
    assert {article.metadata.place for article in articles(tmp_path, files).values()} == {"London"}


def test_neither_sidecars_nor_defaults_reach_the_site(tmp_path: Path) -> None:
    """Other YAML files do; place and publication stand on the page."""
    folder = make_site(
        tmp_path,
        {
            "gas.txt": ARTICLE,
            "gas.yml": "place: London\npublication: The <Valley> Press\n",
            "_collection.yml": "language: en\n",
            "old/_collection.yml": "language: en\n",
            "data.yml": "a: 1\n",
        },
        MKDOCS_YML,
    )
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert [name for name in tree(folder / "site") if name.endswith(".yml")] == ["data.yml"]
    html = (folder / "site/1861/05/the-night-the-gas-went-out.html").read_text(encoding="utf-8")
    line = html[html.index('<p class="head__line">') : html.index('<div class="prose">')]
    assert line.index("London") < line.index("3 May 1861") < line.index("The &lt;Valley&gt; Press")


def test_the_manual_lists_the_keys() -> None:
    """The table of keys in the page on forms is that of the program."""
    rows = re.findall(r"^\| (\w+) \| (`[^|]+`) \| ", (ROOT / "docs/forms.md").read_text(encoding="utf-8"), re.MULTILINE)
    listed = {key: field for field, keys in rows for key in re.findall(r"`(\w+)`", keys)}
    assert listed == KEYS
