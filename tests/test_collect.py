"""Order and permalinks of a collection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import category, normalize

import pytest
from hypothesis import given, strategies

from broadsheet.collect.index.slug import slug
from broadsheet.collect.permalinks.permalink import assign
from broadsheet.errors import OptionError
from broadsheet.model import Collection, Ledger
from broadsheet.options import Options, from_mapping
from broadsheet.pipeline import read_collection, read_site
from support.rendering import html_of, text_of, words_of
from support.sites import write_files


def collection(folder: Path, **dates: str) -> Collection:
    """A collection of articles by file name, with one title and the dates given."""
    write_files(folder, {f"{name}.txt": f"One title\n\n{date}\n\nText of {name}.\n" for name, date in dates.items()})
    return read_collection(folder, Options())


def test_newest_first_and_undated_last(tmp_path: Path) -> None:
    """A partial date stands after the days that it holds."""
    found = collection(tmp_path, a="10 July 2017", b="May 1987", c="", d="3 May 1987", e="1987")
    assert [entry.article.path for entry in found.entries] == ["a.txt", "d.txt", "b.txt", "e.txt", "c.txt"]
    assert [entry.permalink for entry in found.entries] == [
        "2017/07/one-title", "1987/05/one-title-2", "1987/05/one-title", "1987/one-title", "undated/one-title",
    ]  # fmt: skip


def test_two_articles_on_one_permalink_are_both_kept(tmp_path: Path) -> None:
    """The later path gets a number, and a finding names both."""
    found = collection(tmp_path, b="10 July 2017", a="10 July 2017", c="10 July 2017")
    links = {entry.article.path: entry.permalink for entry in found.entries}
    assert links == {"a.txt": "2017/07/one-title", "b.txt": "2017/07/one-title-2", "c.txt": "2017/07/one-title-3"}
    assert [(f.id, f.path) for f in found.findings] == [("same-permalink", "b.txt"), ("same-permalink", "c.txt")]


def test_the_owners_pages_keep_their_place(tmp_path: Path) -> None:
    """A page of the owner's is neither overwritten by a listing nor by an article."""
    write_files(tmp_path, {"index.md": "# Mine", "2017/07/One-title.md": "# Mine", "2017/README.md": "# Mine"})
    collection(tmp_path, a="10 July 2017")
    pages = {page.path: page.text for page in read_site(tmp_path, Options()).pages}
    assert list(pages) == ["archive/index.md", "on-this-day/index.md", "collection/index.md", "2017/07/one-title-2.md"]
    assert "(../2017/README.md)" in pages["archive/index.md"]


@pytest.mark.parametrize("name", ["One-title.markdown", "one-title.mkd", "one-title/index.md", "one-title.html"])
def test_any_page_of_the_owners_keeps_its_place(tmp_path: Path, name: str) -> None:
    """Whatever its ending is, and whichever of the two forms addresses have."""
    write_files(tmp_path, {f"2017/07/{name}": "# Mine"})
    assert collection(tmp_path, a="10 July 2017").entries[0].permalink == "2017/07/one-title-2"


def test_a_page_of_the_owners_in_a_linked_folder_keeps_its_place(tmp_path: Path) -> None:
    """MkDocs follows such links too."""
    write_files(tmp_path, {"elsewhere/One-title.md": "# Mine"})
    (tmp_path / "content/2017").mkdir(parents=True)
    (tmp_path / "content/2017/07").symlink_to(tmp_path / "elsewhere")
    assert collection(tmp_path / "content", a="10 July 2017").entries[0].permalink == "2017/07/one-title-2"


def test_a_listing_gives_way_to_the_page_that_has_its_address(tmp_path: Path) -> None:
    """With a folder for each page, ``archive.md`` is the index of ``archive``, and the front page leads there."""
    write_files(tmp_path, {"archive.md": "# Mine"})
    collection(tmp_path, a="10 July 2017")
    files = {page.path for page in read_site(tmp_path, Options()).pages}
    folders = {page.path: page.text for page in read_site(tmp_path, Options(), directories=True).pages}
    assert files - folders.keys() == {"archive/index.md"}
    assert "(archive.md)" in folders["index.md"]


def test_many_articles_of_one_title_take_no_longer_than_others(tmp_path: Path) -> None:
    """Each number is tried once: of 2,000 articles, fewer than 10,000 names are looked up."""
    article = collection(tmp_path, a="10 July 2017").entries[0].article
    articles = [replace(article, path=f"{n:05}.txt") for n in range(2000)]
    occupied = Counting(["2017/07/one-title-3"])
    given = assign(articles, Ledger(), Options(), occupied).urls
    assert [given[f"{n:05}.txt"] for n in (0, 1, 2, 1999)] == [
        "2017/07/one-title.html", "2017/07/one-title-2.html",
        "2017/07/one-title-4.html", "2017/07/one-title-2001.html",
    ]  # fmt: skip
    assert occupied.asked < 10_000


class Counting(set[str]):
    """A set that counts how often it is asked."""

    asked = 0

    def __contains__(self, name: object) -> bool:
        self.asked += 1
        return super().__contains__(name)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("US bombers’ “drill” near North Korea", "us-bombers-drill-near-north-korea"),
        ("Straße, Ærø & Łódź", "strasse-aero-lodz"),
        ("Don't: 1,000 O’Shaughnessys", "dont-1000-oshaughnessys"),
        ("???", "article"),
        ("Москва", "moskva"),
        ("word " * 40, "word-" * 15 + "word"),
        ("x" * 300, "x" * 80),
    ],
)
def test_slugs(title: str, wanted: str) -> None:
    """Lower-case ASCII, at most 80 characters, cut at a word."""
    assert slug(title) == wanted


@given(strategies.text(), strategies.sampled_from(["ascii", "unicode"]))
def test_any_title_gives_a_safe_slug(title: str, form: str) -> None:
    """On every file system: letters, marks and digits of one case, composed, of a length that fits."""
    made = slug(title, form)
    assert 0 < len(made) <= 80
    assert len(made.encode("utf-8")) <= 230
    assert normalize("NFC", made) == made
    assert all(sign == "-" or category(sign)[0] in "LMN" for sign in made)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert form == "unicode" or made.isascii()


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Москва: город", "москва-город"),
        ("می‌خواهم", "میخواهم"),
        ("ש" * 80 + "\u05c1", "ש" * 79),
        ("क" * 90, "क" * 76),
        ("𠀀" * 90, "𠀀" * 57),
    ],
)
def test_slugs_in_their_script(title: str, wanted: str) -> None:
    """Joiners go; nothing is cut between a letter and its marks, nor longer than a file's name may be."""
    assert slug(title, "unicode") == wanted


@pytest.mark.parametrize(
    ("pattern", "remedy"),
    [
        ("{year}/{title}.html", "there is no field {title}"),
        ("{year}/{month}.html", "put {slug} or {stem}"),
        ("{year}/{slug}", "let it end in .html"),
        ("/{slug}.html", "no / before it"),
        ("{year}//{slug}.html", "letters, digits"),
        ("../{slug}.html", "letters, digits"),
        ("a./{slug}.html", "letters, digits"),
        ("{year/{slug}.html", "letters, digits"),
        ("a b/{slug}.html", "letters, digits"),
        ("{slug}?{year}.html", "letters, digits"),
        ("{slug}/all.html", "put a field into its last part"),
    ],
)
def test_a_wrong_pattern_is_refused(pattern: str, remedy: str) -> None:
    """With what is wrong in it."""
    with pytest.raises(OptionError) as error:
        Options(permalink=pattern)
    assert remedy in error.value.remedy


@pytest.mark.parametrize("name", ["slugs", "moved", "withdrawn"])
def test_a_word_that_an_option_does_not_know_is_refused(name: str) -> None:
    """With those that it knows."""
    with pytest.raises(OptionError, match=f"option {name} is 'maybe': give .* or "):
        from_mapping({name: "maybe"})


@pytest.mark.parametrize("title", ["Index", "CON", "com1"])
def test_names_with_a_meaning_are_not_used(tmp_path: Path, title: str) -> None:
    """``index`` is a folder's page, ``con`` a device of Windows."""
    write_files(tmp_path, {"a.txt": f"# {title}\n\n1987\n\nText.\n"})
    assert read_collection(tmp_path, Options()).entries[0].permalink == f"1987/{title.lower()}-2"


def test_many_files_are_read_by_several_processes_to_the_same_result(tmp_path: Path) -> None:
    """The pool changes neither order nor content."""
    write_files(tmp_path, {f"{n:03}.txt": f"# Title {n}\n\n{1 + n % 28} May 1987\n\nText {n}.\n" for n in range(300)})
    several = read_site(tmp_path, Options())
    names = [entry.article.path for entry in several.collection.entries]
    assert len(names) == len(set(names)) == 300
    again = read_site(tmp_path, Options())
    assert several.collection == again.collection
    assert [(page.path, page.text) for page in several.pages] == [(page.path, page.text) for page in again.pages]


def test_listings_show_text_as_it_is(tmp_path: Path) -> None:
    """A summary that begins like a list, and a headline with a bracket, print as they stand and link."""
    text = "1986. A great year for the paper, and for those who set it.\n"
    write_files(
        tmp_path,
        {"a.txt": f"# Odd ] [bracket\n\n1 May 1987\n\n# {text}\n\n{text}", "b.txt": f"# B\n\n2 May 1987\n\n{text}"},
    )
    front = html_of(read_site(tmp_path, Options()).pages[0].text.partition("\n---\n")[2])
    assert words_of(text_of(front)).count("1986.") == 2
    assert "Odd ] [bracket" in text_of(front)
    assert 'href="1987/05/odd-bracket.md"' in front


def test_titles_of_one_day_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    """As a reader counts, not letter by letter."""
    files = {f"{n}.txt": f"# Sheet {n}\n\n14 July 1889\n\nIt was printed on one side.\n" for n in (10, 2, 1)}
    collection = read_collection(write_files(tmp_path, files), Options())
    assert [entry.article.metadata.title for entry in collection.entries] == ["Sheet 1", "Sheet 2", "Sheet 10"]
