"""The ledger as a file, and what a site shows at the URLs in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, strategies
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from broadsheet.errors import BroadsheetError
from broadsheet.model import Ledger, Line, State
from broadsheet.owner.ledger import read_ledger
from broadsheet.publish.record import Record
from broadsheet.write.folder import MANIFEST
from broadsheet.write.ledger import keep_ledger, ledger_text
from support.handed import pages_handed
from support.search_index import cards
from support.sites import MKDOCS_YML, make_site, run, tree, write_files

SUM = "0f" * 32
HEAD = "url,state,path,sha256\n"
FLOOD = "# The flood\n\n3 June 1988\n\nThe press stood in the cellar.\n"
RAGS = "# The price of rags\n\n1 May 1998\n\nRags were dear that year.\n"
A_URL, B_URL = "1988/06/the-flood.html", "1998/05/the-price-of-rags.html"


def ledger_of(folder: Path) -> dict[str, tuple[str, str]]:
    """State, or where it leads, and path of each URL."""
    lines = read_ledger(folder / "permalinks.csv").lines
    return {line.url: (line.to or str(line.state), line.path) for line in lines}


def options(*lines: str) -> str:
    """A mkdocs.yml with options."""
    return MKDOCS_YML.replace("- broadsheet\n", "".join(["- broadsheet:\n", *(f"      {line}\n" for line in lines)]))


def build(folder: Path, *more: str) -> str:
    """Build a site, and give what was said."""
    done = run("broadsheet", "build", *more, cwd=folder)
    assert done.returncode < 2, done.stderr
    return done.stderr


paths = strategies.text(strategies.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(strategies.lists(paths, unique=True), strategies.sampled_from(list(State)))
def test_any_path_comes_back_as_it_was(names: list[str], state: State) -> None:
    """Commas, quotation marks, line ends of any system, and what a spreadsheet takes for a formula or a number."""
    lines = [Line(f"1811/{n}.html", path, SUM) for n, path in enumerate(names)]
    if lines and state != State.CURRENT:
        moved = state == State.MOVED
        lines.append(Line("1812/a/", "" if moved else "x", "", state, lines[0].url if moved else ""))
    ledger = Ledger(tuple(sorted(lines)))
    text = ledger_text(ledger)
    assert text == "".join(text.splitlines(keepends=True))
    assert read_text(text) == ledger


def read_text(text: str) -> Ledger:
    """Read a ledger that is nowhere."""

    class File(type(Path())):  # type: ignore[misc]
        def exists(self, **_: bool) -> bool:
            return True

        def read_bytes(self) -> bytes:
            return text.encode("utf-8")

    return read_ledger(File("permalinks.csv"))


@pytest.mark.parametrize(
    ("text", "cause", "remedy"),
    [
        ("address,path\n", ":1 does not name the columns", "url,state,path,sha256"),
        (f"{HEAD}a.html,current,a.txt,\n<<<<<<< ours\n", ":3 has the mark of a conflict", "lines of both sides"),
        (f"{HEAD}a.html,current,a.txt\n", ":2 has 3 cells", "give it 4"),
        (f"{HEAD}/a.html,current,a.txt,\n", ":2 names no page (/a.html)", "relative to the site"),
        (f"{HEAD}../a.html,current,a.txt,\n", ":2 names no page", "relative to the site"),
        (f"{HEAD}a.htm,current,a.txt,\n", ":2 names no page", "relative to the site"),
        (f"{HEAD}a.html,gone,a.txt,\n", ":2 has an unknown state (gone)", "withdrawn or moved to URL"),
        (f"{HEAD}a.html,current,,\n", ":2 names no article", "relative to the content folder"),
        (f"{HEAD}a.html,current,a.txt,1E+17\n", ":2 has a checksum that is none", "leave the cell empty"),
        (f"{HEAD}a.html,current,a.txt,\na.html,current,b.txt,\n", ":3 has the URL of line 2", "published first"),
        (f"{HEAD}a.html,current,a.txt,\nA.html,current,b.txt,\n", ":3 has the place of line 2", "another URL"),
        (f"{HEAD}a.html,current,a.txt,\nb.html,current,a.txt,\n", ":3 names the article of line 2", "moved to a.html"),
        (f"{HEAD}a.html,moved to b.html,,\n", ":2 leads to no line", "moved to URL"),
        (f"{HEAD}a.html,moved to b.html,,\nb.html,moved to a.html,,\n", "leads back to itself", "moved to URL"),
        (f'{HEAD}a.html,current,"a.txt,\n', ":2 cannot be read", "quotation marks"),
    ],
)
def test_a_ledger_that_cannot_be_used_is_refused(tmp_path: Path, text: str, cause: str, remedy: str) -> None:
    """With file, line and what to do; nothing is built from it."""
    file = tmp_path / "permalinks.csv"
    file.write_text(text)
    with pytest.raises(BroadsheetError) as error:
        read_ledger(file)
    assert cause in error.value.cause
    assert str(file) in error.value.cause
    assert remedy in error.value.remedy


def test_a_ledger_in_an_old_encoding_is_refused(tmp_path: Path) -> None:
    """The line is named."""
    file = tmp_path / "permalinks.csv"
    file.write_bytes(f"{HEAD}a.html,current,a.txt,\nb.html,current,é.txt,\n".encode("cp1252"))
    with pytest.raises(BroadsheetError, match=r"permalinks\.csv:3 is not UTF-8"):
        read_ledger(file)


def test_what_a_spreadsheet_saved_is_the_same_ledger(tmp_path: Path) -> None:
    """A mark at the beginning, semicolons, other line ends; the file stays as it is while nothing changes."""
    file = tmp_path / "permalinks.csv"
    file.write_bytes(f"\ufeffurl;state;path;sha256\r\na.html;current;a.txt;{SUM}\r\n;;;\r\n".encode())
    ledger = read_ledger(file)
    assert ledger == Ledger((Line("a.html", "a.txt", SUM),))
    assert not keep_ledger(file, ledger, ledger)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert keep_ledger(file, ledger, Ledger((*ledger.lines, Line("b.html", "b.txt", SUM))))
    assert file.read_text(encoding="utf-8") == f"{HEAD}a.html,current,a.txt,{SUM}\nb.html,current,b.txt,{SUM}\n"


def test_a_merge_of_two_edits_counts_once() -> None:
    """Two branches changed one article: each has its line, with a checksum of its own."""
    text = f"{HEAD}a.html,withdrawn,a.txt,\na.html,current,a.txt,{SUM}\na.html,current,a.txt,\n"
    assert read_text(text) == Ledger((Line("a.html", "a.txt", SUM),))


def test_chains_are_shortened() -> None:
    """However many lines lead on, each leads to the last."""
    ledger = read_text(f"{HEAD}a.html,moved to b.html,,\nb.html,moved to c/,,\nc/,withdrawn,a.txt,\n")
    assert [line.to for line in ledger.lines] == ["c/", "c/", ""]


def test_a_ledger_that_somebody_edited_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    """The edit would be lost."""
    file = tmp_path / "permalinks.csv"
    file.write_text(f"{HEAD}a.html,current,a.txt,\n")
    with pytest.raises(BroadsheetError, match="was changed during the build"):
        keep_ledger(file, Ledger(), Ledger((Line("b.html", "b.txt", SUM),)))
    assert file.read_text() == f"{HEAD}a.html,current,a.txt,\n"


def test_without_a_site_the_ledger_lies_among_the_pages(tmp_path: Path) -> None:
    """A title or date that is corrected, and a file that is renamed, keep their URL; what is gone has a page."""
    write_files(tmp_path, {"in/a.txt": FLOOD, "in/b.txt": RAGS})
    assert run("broadsheet", "convert", "in", "-o", "out", cwd=tmp_path).returncode == 0
    assert ledger_of(tmp_path / "out") == {A_URL: ("current", "a.txt"), B_URL: ("current", "b.txt")}
    (tmp_path / "in/a.txt").write_text(FLOOD.replace("The flood", "The great flood").replace("1988", "1989"))
    (tmp_path / "in/b.txt").rename(tmp_path / "in/c.txt")
    assert run("broadsheet", "convert", "in", "-o", "out", cwd=tmp_path).returncode == 0
    assert "The great flood" in (tmp_path / "out/1988/06/the-flood.md").read_text()
    assert ledger_of(tmp_path / "out") == {A_URL: ("current", "a.txt"), B_URL: ("current", "c.txt")}
    (tmp_path / "in/c.txt").unlink()
    done = run("broadsheet", "convert", "in", "-o", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert "c.txt: warning [withdrawn-article] an article that was published is gone" in done.stderr
    assert "withdrawn: true" in (tmp_path / "out/1998/05/the-price-of-rags.md").read_text()
    done = run("broadsheet", "convert", "in", "-o", "out", cwd=tmp_path)
    assert (done.returncode, "0 pages written" in done.stderr) == (0, True), done.stderr
    write_files(tmp_path, {"in/deep/back.txt": RAGS})
    assert run("broadsheet", "convert", "in", "-o", "out", cwd=tmp_path).returncode == 0
    assert ledger_of(tmp_path / "out")[B_URL] == ("current", "deep/back.txt")


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an article that has moved twice, and one that is gone."""
    folder = make_site(tmp_path_factory.mktemp("moved"), {"a.txt": FLOOD, "b.txt": RAGS}, options("moved: redirect"))
    build(folder)
    (folder / "content/b.txt").unlink()
    for title in ("A flood", "The <great> flood"):
        (folder / "content/a.txt").write_text(FLOOD.replace("The flood", title))
        build(folder)
    return folder


def test_a_page_leads_to_what_has_moved(moved: Path) -> None:
    """From disk and on a server, with no step between; the link can be seen."""
    assert ledger_of(moved) == {
        A_URL: ("1988/06/the-great-flood.html", ""),
        "1988/06/a-flood.html": ("1988/06/the-great-flood.html", ""),
        "1988/06/the-great-flood.html": ("current", "a.txt"),
        B_URL: ("withdrawn", "b.txt"),
    }
    for url in (A_URL, "1988/06/a-flood.html"):
        html = (moved / "site" / url).read_text(encoding="utf-8")
        assert '<meta http-equiv="refresh" content="0; url=the-great-flood.html">' in html
        assert 'rel="canonical" href="https://archive.example.org/1988/06/the-great-flood.html"' in html
        assert '<a href="the-great-flood.html">The &lt;great&gt; flood</a>' in html
        assert "<title>The &lt;great&gt; flood</title>" in html


def test_a_page_says_that_an_article_was_withdrawn(moved: Path) -> None:
    """In the frame of the site."""
    html = (moved / "site" / B_URL).read_text(encoding="utf-8")
    assert "has been withdrawn" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "Archive" in html


def test_signposts_are_in_no_list(moved: Path) -> None:
    """Neither in listings nor in search nor in the sitemap."""
    assert [card[0] for card in cards(moved / "site")] == ["1988/06/the-great-flood.html"]
    sitemap = (moved / "site/sitemap.xml").read_text()
    assert "the-great-flood.html" in sitemap
    assert not re.search("the-flood|a-flood|rags", sitemap)
    for name in ("index.html", "archive/index.html", "1988/index.html"):
        assert not re.search("the-flood|a-flood|rags", (moved / "site" / name).read_text())
    assert not (moved / "site/1998/index.html").exists()


def test_both_front_doors_give_the_same_signposts(moved: Path, tmp_path: Path) -> None:
    """Byte for byte, and neither writes the ledger where nothing is new."""
    before = (moved / "permalinks.csv").read_bytes()
    config = load_config(str(moved / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    handed = pages_handed(files)
    assert run("broadsheet", "convert", "-o", tmp_path / "out", cwd=moved).returncode == 0
    written = {n: (tmp_path / "out" / n).read_bytes().decode() for n in tree(tmp_path / "out") if n != MANIFEST}
    assert written == handed
    assert 'moved: "1988/06/the-great-flood.html"' in written["1988/06/the-flood.md"]
    assert (moved / "permalinks.csv").read_bytes() == before


def test_withdrawn_pages_can_be_left_out(tmp_path: Path) -> None:
    """The URL stays taken all the same."""
    folder = make_site(tmp_path, {"a.txt": FLOOD, "b.txt": RAGS}, options("withdrawn: nothing"))
    build(folder)
    (folder / "content/b.txt").unlink()
    build(folder)
    write_files(folder, {"content/c.txt": RAGS + "\nOthers.\n"})
    said = build(folder, "-v")
    assert "c.txt: note [shared-permalink]" in said
    assert f"({B_URL} is that of b.txt, which is gone; it gets 1998/05/the-price-of-rags-2.html)" in said
    assert not (folder / "site" / B_URL).exists()


def test_each_way_to_publish_writes_the_ledger_and_no_other(tmp_path: Path) -> None:
    """``mkdocs build`` writes it; what only reads does not, nor a build that ends ill."""
    folder = make_site(tmp_path, {"a.txt": FLOOD})
    file = folder / "permalinks.csv"
    for command in (["check"], ["export", "-q"], ["review", "-o", "r.csv"], ["explain", "content/a.txt"]):
        assert run("broadsheet", *command, cwd=folder).returncode == 0
    assert not file.exists()
    assert run("mkdocs", "build", cwd=folder).returncode == 0
    assert ledger_of(folder) == {A_URL: ("current", "a.txt")}
    (folder / "content/a.txt").unlink()
    write_files(folder, {"content/b.txt": RAGS})
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 1
    assert "[withdrawn-article]" in done.stderr
    assert run("broadsheet", "build", "--strict", cwd=folder).returncode == 2
    assert ledger_of(folder) == {A_URL: ("current", "a.txt")}
    assert run("mkdocs", "build", cwd=folder).returncode == 0
    assert ledger_of(folder) == {A_URL: ("withdrawn", "a.txt"), B_URL: ("current", "b.txt")}


def test_a_preview_does_not_write_the_ledger(tmp_path: Path) -> None:
    """Nothing is published by it; a build of the same pages does."""
    after = Ledger((Line(A_URL, "a.txt", SUM),))
    for command, written in (("serve", False), ("build", True), ("gh-deploy", True)):
        record, file = Record(), tmp_path / f"{command}.csv"
        record.start(command)
        record.read(file)
        record.end(well=True)
        record.keep(after)
        assert file.exists() == written


def test_a_build_with_a_broken_ledger_is_refused(tmp_path: Path) -> None:
    """By every command that gives URLs; the ledger stays as it is."""
    folder = make_site(tmp_path, {"a.txt": FLOOD})
    (folder / "permalinks.csv").write_text(f"{HEAD}a.html,lost,a.txt,\n")
    for command in (["build"], ["convert", "-o", "out"], ["check"], ["export"]):
        done = run("broadsheet", *command, cwd=folder)
        assert done.returncode == 2
        assert "permalinks.csv:2 has an unknown state (lost)" in done.stderr
        assert "Traceback" not in done.stderr
    assert not (folder / "site").exists()


def test_the_form_of_addresses_may_change(tmp_path: Path) -> None:
    """What was published stays, by its own address, or leads to the new one, as the owner chooses."""
    folder = make_site(tmp_path, {"a.txt": FLOOD})
    build(folder)
    directories = "use_directory_urls: true\n"
    (folder / "mkdocs.yml").write_text(MKDOCS_YML + directories)
    write_files(folder, {"content/b.txt": RAGS})
    build(folder)
    assert set(ledger_of(folder)) == {A_URL, "1998/05/the-price-of-rags/"}
    listing = (folder / "site/index.html").read_text()
    assert {A_URL, "1998/05/the-price-of-rags/"} <= set(re.findall('href="([^"]*)"', listing))
    assert (folder / "site" / A_URL).is_file()
    (folder / "mkdocs.yml").write_text(options("moved: redirect") + directories)
    build(folder)
    assert ledger_of(folder)[A_URL] == ("1988/06/the-flood/", "")
    assert 'content="0; url=the-flood/"' in (folder / "site" / A_URL).read_text()
    (folder / "mkdocs.yml").write_text(MKDOCS_YML)
    build(folder)
    assert 'content="0; url=the-flood/index.html"' in (folder / "site" / A_URL).read_text()


def test_a_part_of_the_content_has_the_urls_of_the_whole(tmp_path: Path) -> None:
    """It is read by the ledger of the site, which stays as it is."""
    folder = make_site(tmp_path, {"x/a.txt": FLOOD, "b.txt": FLOOD + "\nMore.\n"})
    build(folder)
    before = (folder / "permalinks.csv").read_bytes()
    done = run("broadsheet", "export", "content/x", "-q", cwd=folder)
    numbered = A_URL.replace(".html", "-2.html")
    assert json.loads(done.stdout)["url"] == numbered
    assert run("broadsheet", "convert", "content/x", "-o", "out", cwd=folder).returncode == 0
    assert (folder / "out" / numbered.replace(".html", ".md")).is_file()
    assert "permalinks.csv" not in tree(folder / "out")
    assert (folder / "permalinks.csv").read_bytes() == before


def test_records_keep_their_urls_when_lines_are_added_above(tmp_path: Path) -> None:
    """Each record has another name then, and the same text."""
    records = [json.dumps({"text": f"# Letter\n\n3 June 1988\n\nLetter number {n}.\n"}) for n in range(4)]
    write_files(tmp_path, {"in/a.jsonl": "\n".join(records[1:])})
    convert = ("broadsheet", "convert", "in/a.jsonl", "-o", "out")
    run(*convert, cwd=tmp_path)
    before = {page: (tmp_path / "out" / page).read_text().rpartition("---")[2] for page in tree(tmp_path / "out")}
    write_files(tmp_path, {"in/a.jsonl": "\n".join(records)})
    run(*convert, cwd=tmp_path)
    letters = [page for page in before if "letter" in page]
    assert len(letters) == 3
    for page in letters:
        assert (tmp_path / "out" / page).read_text().rpartition("---")[2] == before[page]
    assert "Letter number 0" in (tmp_path / "out/1988/06/letter-4.md").read_text()


def test_the_owner_says_where_a_url_leads(tmp_path: Path) -> None:
    """The URL of a copy that was deleted leads to the article that is left; a page of the owner's own stands at it."""
    folder = make_site(tmp_path, {"a.txt": FLOOD, "copy.txt": FLOOD})
    build(folder)
    (folder / "content/copy.txt").unlink()
    copy = A_URL.replace(".html", "-2.html")
    text = (folder / "permalinks.csv").read_text()
    (folder / "permalinks.csv").write_text(text.replace(f"{copy},current", f"{copy},moved to {A_URL}"))
    build(folder)
    assert 'url=the-flood.html"' in (folder / "site" / copy).read_text()
    write_files(folder, {"content/1988/06/the-flood-2.md": "# Mine\n"})
    build(folder)
    assert "Mine" in (folder / "site" / copy).read_text()
