"""Forms of names, and which of them are one author."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadsheet.collect.authors.authors import Authors, authors_of
from broadsheet.collect.authors.name_forms import abbreviates, name_form
from broadsheet.model import Article
from broadsheet.options import Options
from broadsheet.owner.authors import SaidAuthor, read_authors
from broadsheet.pipeline import read_collection
from support.sites import write_files


def articles(folder: Path, *bylines: str) -> list[Article]:
    """Articles with these authors, a to z; several are parted by semicolons."""
    files = {}
    for letter, byline in zip("abcdefgh", bylines, strict=False):
        header = f"title: Sheet {letter}\nauthors: {json.dumps(byline.split('; '), ensure_ascii=False)}"
        files[f"{letter}.txt"] = f"---\n{header}\n---\n\nText.\n"
    return sorted(
        (e.article for e in read_collection(write_files(folder, files), Options()).entries), key=lambda a: a.path
    )


def wrote(found: Authors) -> dict[str, list[str]]:
    """The articles of each author."""
    return {author.name: [path.removesuffix(".txt") for path in author.articles] for author in found.known}


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Mary Wollstonecraft", "MARY WOLLSTONECRAFT"),
        ("Mary Wollstonecraft", "Wollstonecraft, Mary"),
        ("José Saramago", "Jose Saramago"),
        ("J. R. R. Tolkien", "J.R.R. Tolkien"),
        ("J. R. R. Tolkien", "JRR Tolkien"),
        ("Martin Luther King Jr.", "Martin Luther King, Jr"),
        ("Ludwig van Beethoven", "Ludwig Van Beethoven"),
        ("Émile Zola", "Zola, Emile"),
        ("Archive desk", "ARCHIVE DESK"),
    ],
)
def test_forms_of_one_name(name: str, same: str) -> None:
    """Case, accents, full stops and order make no other name."""
    assert name_form(name) == name_form(same)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("M. Wollstonecraft", "Mary Wollstonecraft"),
        ("Mary Evans", "Mary A. Evans"),
        ("M. A. Evans", "Mary Ann Evans"),
        ("M. Evans", "Mary Ann Evans"),
        ("Mary A. Evans", "Mary Ann Evans"),
        ("L. van Beethoven", "Ludwig van Beethoven"),
    ],
)
def test_shorter_forms(short: str, full: str) -> None:
    """Initials stand for names, and may be left out; never the other way round."""
    assert abbreviates(name_form(short), name_form(full))
    assert not abbreviates(name_form(full), name_form(short))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A. Evans", "Mary Ann Evans"),
        ("Mary Evans", "Mary Ann Evans"),
        ("Evans", "Mary Ann Evans"),
        ("Mary Evans", "Mark Evans"),
        ("M. Evans", "Mary Evans Jr"),
        ("L. Beethoven", "Ludwig van Beethoven"),
        ("Archive desk", "Archive staff"),
        ("魯迅", "鲁迅"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    """A middle name that is written out, another suffix or particle, may be another person's."""
    assert name_form(one) != name_form(other)
    assert not abbreviates(name_form(one), name_form(other))
    assert not abbreviates(name_form(other), name_form(one))


def test_forms_are_merged(tmp_path: Path) -> None:
    """Each author has one name, the commonest that is written out; articles keep the order of their bylines."""
    found = authors_of(
        articles(tmp_path, "Ada Lovelace", "A. Lovelace; Charles Babbage", "ADA LOVELACE", "Lovelace, Ada")
    )
    assert wrote(found) == {"Charles Babbage": ["b"], "Ada Lovelace": ["a", "b", "c", "d"]}
    assert found.by_article["b.txt"] == ("Ada Lovelace", "Charles Babbage")
    babbage, lovelace = found.known
    assert lovelace.forms == ("A. Lovelace", "ADA LOVELACE", "Ada Lovelace", "Lovelace, Ada")
    assert lovelace.beside == (("Charles Babbage", 1),)
    assert (babbage.permalink, babbage.sort) == ("authors/charles-babbage", "babbage, charles")


def test_a_form_of_two_authors_stays_apart(tmp_path: Path) -> None:
    """And a finding names both."""
    found = authors_of(articles(tmp_path, "Mary Shelley", "Mark Shelley", "M. Shelley", "P. B. Shelley"))
    assert wrote(found) == {"M. Shelley": ["c"], "Mark Shelley": ["b"], "Mary Shelley": ["a"], "P. B. Shelley": ["d"]}
    assert [(f.path, f.id, f.detail) for f in found.findings] == [
        ("c.txt", "ambiguous-author", "M. Shelley: Mark Shelley, Mary Shelley")
    ]


def test_the_owner_merges_renames_and_splits(tmp_path: Path) -> None:
    """What the owner says comes before every rule."""
    said = (
        SaidAuthor("George Eliot", also=("Mary Ann Evans",), note="A pen name."),
        SaidAuthor("M. Shelley"),
        SaidAuthor("Alexandre Dumas fils", also=("Alexandre Dumas",), articles=("b.txt",)),
        SaidAuthor("Alexandre Dumas père", also=("Alexandre Dumas",)),
    )
    given = articles(
        tmp_path, "Mary Ann Evans", "Alexandre Dumas", "Alexandre Dumas", "Mary Shelley", "M. Shelley", "M. A. Evans"
    )
    found = authors_of(given, said)
    assert wrote(found) == {
        "George Eliot": ["a", "f"],
        "Alexandre Dumas fils": ["b"],
        "Alexandre Dumas père": ["c"],
        "Mary Shelley": ["d"],
        "M. Shelley": ["e"],
    }
    assert {author.name: author.note for author in found.known}["George Eliot"] == "A pen name."
    assert not found.findings


def test_two_names_never_share_a_page(tmp_path: Path) -> None:
    """Names that are alike in ASCII get numbers."""
    found = authors_of(articles(tmp_path, "鲁迅", "Lu Xun"))
    assert sorted(author.permalink for author in found.known) == ["authors/lu-xun", "authors/luxun"]
    found = authors_of(articles(tmp_path, "Ünal Öz", "Unal Oz-", "Unal-Oz"))
    assert len({author.permalink for author in found.known}) == len(found.known)


def test_the_owners_list_is_read(tmp_path: Path) -> None:
    """What is wrong in it is found with its place; the rest counts."""
    file = tmp_path / "authors.yml"
    file.write_text(
        """\
George Eliot:
  also: [Mary Ann Evans, Marian Evans]
  note: >
    The name under which
    the novels came out.
  portait: eliot.jpg
Alexandre Dumas:
  portrait: lost.jpg
Mary Shelley: a novelist
Ada Lovelace:
  also: {first: Ada}
Currer Bell:
  also: Marian Evans
""",
        encoding="utf-8",
    )
    said, findings = read_authors(tmp_path)
    assert said[0] == SaidAuthor(
        "George Eliot", ("Mary Ann Evans", "Marian Evans"), note="The name under which the novels came out.\n"
    )
    assert [author.name for author in said] == ["George Eliot", "Alexandre Dumas", "Ada Lovelace", "Currer Bell"]
    assert sorted(f"{f.place} {f.id} {f.detail}" for f in findings) == [
        "authors.yml:11:9 author-rule also: a list of texts",
        "authors.yml:13 author-rule Marian Evans: stands at two authors",
        "authors.yml:6 unknown-key portait",
        "authors.yml:8:13 author-rule portrait: no file lost.jpg",
        "authors.yml:9:15 author-rule Mary Shelley: needs keys",
    ]
