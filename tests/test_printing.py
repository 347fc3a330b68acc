"""Our pages go past MkDocs, and are the same as if they had not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.model import Block, Kind
from broadsheet.options import Options
from broadsheet.pipeline import read_site
from broadsheet.publish.dialect import EXTENSIONS, html_of
from broadsheet.write.body import body_markdown
from broadsheet.write.listings.calendar import month_table
from support.rendering import html_of as by_python_markdown
from support.sites import MKDOCS_YML, ROOT, SEED_FORM, make_site, run, tree, write_files
from test_trace import TEXTS

PIECES = st.sampled_from(
    """press * **late** *not* ***both*** [a](http://b.c/d_e?f=1&g=2) [Moon] [a]_[b] https://h.i/j <k> & &amp; &copy
    \\ _m_ `n` $1 ~~o~~ ==p== # 1986. - + > | :q: ! !!! ’s   é 日本 [TOC] [s]: http://u.v/w) klzzwxh:0000 x .
    <https://l.m/n_o_p?q=_r&s=t_u>""".split(" ")
)
"""Words, and whatever some extension reads as a sign."""
LINES = st.lists(PIECES, min_size=1, max_size=6).map(" ".join) | st.lists(PIECES, min_size=1, max_size=4).map("".join)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from([Kind.PARAGRAPH, Kind.HEADING, Kind.LIST, Kind.QUOTATION, Kind.VERSE, Kind.PREFORMATTED]),
    text=st.lists(LINES.filter(str.strip), min_size=1, max_size=3).map("\n".join),
    first=st.just(1),
    last=st.just(1),
    level=st.integers(0, 2),
    marker=st.sampled_from(["-", "1.", "2.", "a)"]),
).map(lambda block: Block(block.kind, block.text.replace("\n", " "), 1, 1, 2) if block.kind == Kind.HEADING else block)
ASIDES = st.builds(
    Block, kind=st.sampled_from([Kind.NOTICE, Kind.CAPTION]), text=LINES, first=st.just(1), last=st.just(1)
)


def same(markdown: str) -> bool:
    """Whether a text is in the dialect; if it is, it must become the same HTML."""
    rendered = html_of(markdown)
    if rendered is not None:
        assert rendered.html == by_python_markdown(markdown, EXTENSIONS), markdown
    return rendered is not None


@given(blocks=st.lists(BLOCKS, max_size=6), aside=st.lists(ASIDES, max_size=2))
@example(blocks=[Block(Kind.PREFORMATTED, "press\n ", 1, 1)], aside=[])
@settings(max_examples=400, deadline=None)
def test_blocks_of_all_kinds_become_the_same_html(blocks: list[Block], aside: list[Block]) -> None:
    """Letter for letter what Python-Markdown makes of the page's text."""
    same(body_markdown(blocks, aside))


@given(text=TEXTS | st.lists(LINES, max_size=8).map("\n".join) | st.lists(LINES, max_size=5).map("\n\n".join))
@settings(max_examples=400, deadline=None)
def test_free_markdown_is_left_alone(text: str) -> None:
    """Free Markdown becomes the same HTML, or none."""
    same(text)


def test_an_exclamation_mark_before_a_link_is_in_the_dialect() -> None:
    """It is escaped there, since it would make an image; one that stands alone means nothing."""
    assert same("Read it\\![in the press](https://example.org/)! At *once*!")
    assert not same("![a press](https://example.org/a.jpg)")


INSETS, MARKS = st.sampled_from(["", "", "    ", "    ", "        "]), st.sampled_from(["-  ", "1. ", "2. "])
ITEMS = st.builds("{}{} {}".format, INSETS, MARKS, LINES)
ROWS = st.lists(st.sampled_from([" ", "-", "7", "[7](a.md)"]) | PIECES, min_size=1, max_size=3).map(
    lambda cells: f"| {' | '.join(cells)} |"
)
TABLES = st.tuples(ROWS, st.sampled_from(["| - |", "| - | - |", "| - | - | - |"]), st.lists(ROWS, max_size=3)).map(
    lambda parts: "\n".join([*parts[:2], *parts[2]])
)


@given(text=st.lists(st.lists(ITEMS, min_size=1, max_size=7).map("\n".join) | TABLES, max_size=3).map("\n\n".join))
@settings(max_examples=400, deadline=None)
def test_lists_within_lists_and_tables_become_the_same_html(text: str) -> None:
    """Letter for letter, or not at all."""
    same(text)


def test_what_listings_write_is_in_the_dialect() -> None:
    """A calendar, whose table MkDocs would take long for, and lists on several levels."""
    assert same(month_table(2027, 2, {10: "[10](https://example.org/a_b_c.html)"}, "fr"))
    assert same(
        'So<sup><a href="#note-1" id="mark-1">&#91;1]</a></sup> says [it](https://e.org), <https://e.org/a_b_c>.'
    )
    assert same("-   One\n    1.  Two *a*\n        -   Three\n    2.  Four\n-   Five\n\nText.")


def test_a_picture_in_a_note_of_the_owners_is_one() -> None:
    """It is left to Python-Markdown."""
    assert html_of("The desk.\n\n![The room](https://example.org/room.jpg)") is None


def test_the_sample_is_in_the_dialect() -> None:
    """All of its articles, and most of what the tests have as cases, need no Python-Markdown."""
    entries = read_site(ROOT / "content", Options()).collection.entries
    assert all(same(body_markdown(entry.article.body, entry.article.aside)) for entry in entries)


def test_cases_become_the_same_html(tmp_path: Path) -> None:
    """Every case of the tests."""
    files = {}
    for file in sorted((ROOT / "tests" / "cases").glob("*.txt")):
        for number, case in enumerate(file.read_text(encoding="utf-8").split("\n.\n")[1::3]):
            files[f"{file.stem}-{number}.txt"] = case
    entries = read_site(write_files(tmp_path, files), Options()).collection.entries
    told = [same(body_markdown(entry.article.body, entry.article.aside)) for entry in entries]
    assert sum(told) > 0.95 * len(told) > 500


SHEET = "# Sheet {0}\n\nPress history desk\n\n3 May 1911\n\n## On *it*\n\nNo {0}.\n"
HOOK = """\
def on_page_content(html, **_):
    return html
"""
ABOUT = """\
# About

See [the sheet](2016/06/the-sheet-that-came-out-on-thursdays.md),
[the year](2016/index.md#june) and [all](archive/index.md).
"""


def files() -> dict[str, str | bytes]:
    """The sample, a page of the owner's, and a day with more articles than a listing has on one page."""
    content = ROOT / "content"
    found = {file.relative_to(content).as_posix(): file.read_bytes() for file in content.rglob("*") if file.is_file()}
    many = {f"many/{number:03}.txt": SHEET.format(number) for number in range(120)}
    return {**found, **many, "seed.txt": SEED_FORM, "about.md": ABOUT}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with pages of all kinds, whose URLs are known: they stay where they are, whatever is set later."""
    made = make_site(tmp_path_factory.mktemp("printed"), files(), MKDOCS_YML.replace("  - material/search\n", ""))
    assert run("broadsheet", "build", cwd=made).returncode == 0
    return made


@pytest.mark.parametrize("more", ["", "use_directory_urls: true\n"], ids=["files", "folders"])
def test_printed_pages_are_those_of_mkdocs(folder: Path, more: str) -> None:
    """With several processes, with one, and with a hook that looks at each page, the site is the same to the byte."""
    config = (folder / "mkdocs.yml").read_text() + more
    trees = {}
    for name, added, command in (
        ("past MkDocs", "", ("broadsheet", "build")),
        ("past MkDocs, one process", "", ("mkdocs", "build", "--strict")),
        ("through MkDocs", "hooks: [hook.py]\n", ("mkdocs", "build", "--strict")),
    ):
        write_files(folder, {"hook.py": HOOK, "mkdocs.yml.new": config + added})
        done = run(*command, "-f", "mkdocs.yml.new", cwd=folder)
        assert done.returncode == 0, done.stderr
        trees[name] = tree(folder / "site")
    first, *others = trees.values()
    assert all(other == first for other in others)
    assert len(first) > 200


def test_a_link_of_the_owners_into_a_printed_page_is_looked_up(folder: Path) -> None:
    """MkDocs says where a place in a page of ours is missing, as it does for its own."""
    write_files(folder / "content", {"wrong.md": "# Wrong\n\n[a place](2016/index.md#nowhere)\n"})
    done = run("mkdocs", "build", cwd=folder)
    (folder / "content" / "wrong.md").unlink()
    assert "does not contain an anchor '#nowhere'" in done.stderr
