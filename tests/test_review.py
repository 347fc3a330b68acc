"""The review sheet: written, edited in a spreadsheet, read back as corrections."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model import Article, PartialDate
from broadsheet.options import Options
from broadsheet.owner.cells import cell_of, checksum, guarded, unchanged, unguarded, value_of
from broadsheet.owner.corrections import changed_fields
from broadsheet.owner.sheet import Row, Sheet, read_sheet, sheet_text
from broadsheet.pipeline import read_collection
from broadsheet.write.review import review_sheet
from support.sites import make_site, run, tree, write_files

CONFIG = """\
site_name: T
docs_dir: content
theme: broadsheet
plugins: [{broadsheet: {review: sheets/review.csv}}]
"""
ARTICLES: dict[str, str | bytes] = {
    "gas.txt": "The Night the Gas Went Out\n\nBy Ada Lovelace\n3 May 1861\n\nLamps there were lit by hand.\n",
    "mill.txt": "Two Hundred Years of Wet Hands\n\nBy Ada Lovelace and Charles Babbage\nMay 1989\n\nIt made paper.\n",
    "old/rags.txt": "# 1605\n\n10 July 2017\n\nRags were dear, and then they were dearer than that.\n",
    "old/sum.txt": "# =2+2\n\nDie Zeitung war nicht von hier, und der Drucker war es auch nicht.\n",
}

Edit = Callable[[list[dict[str, str]]], None]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose sheet was written by the command."""
    folder = make_site(tmp_path, ARTICLES, CONFIG)
    (folder / "sheets").mkdir()
    done = run("broadsheet", "review", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def remarked(rows: list[dict[str, str]]) -> None:
    """Fill two columns that the owner adds."""
    for number, row in enumerate(rows):
        row.update(remark=f"seen {number}", place="Leeds" if number == 1 else "")


def rows_of(folder: Path) -> list[dict[str, str]]:
    """The rows of the sheet."""
    text = (folder / "sheets/review.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def edit(folder: Path, change: Edit, *, delimiter: str = ",", encoding: str = "utf-8-sig") -> None:
    """Save the sheet as a spreadsheet would, after a change of its rows."""
    rows = rows_of(folder)
    change(rows)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    (folder / "sheets/review.csv").write_bytes(out.getvalue().encode(encoding, "replace"))


def setting(row: int, **cells: str) -> Edit:
    """Write into cells of a row."""
    return lambda rows: rows[row].update(cells)


def read(folder: Path) -> tuple[dict[str, Article], list[str]]:
    """The articles as they are read with the sheet, and what is found in the sheet."""
    options = Options(review=str(folder / "sheets/review.csv"))
    collection = read_collection(folder / "content", options)
    findings = [f"{f.place} {f.id} {f.detail}" for f in collection.findings if f.path == "review.csv"]
    return {entry.article.path: entry.article for entry in collection.entries}, findings


def without(folder: Path) -> dict[str, Article]:
    """The articles as they are read without it."""
    return {entry.article.path: entry.article for entry in read_collection(folder / "content", Options()).entries}


def test_the_sheet_shows_what_was_read(site: Path) -> None:
    """A row for each article by path; how sure each value is, the least of them, and 0 for what was not found."""
    rows = rows_of(site)
    assert [row["path"] for row in rows] == sorted(ARTICLES)
    assert (
        (site / "sheets/review.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,title,authors,date,language,confidence")
    )
    assert (rows[1]["title"], rows[1]["authors"], rows[1]["date"]) == (
        "Two Hundred Years of Wet Hands", "Ada Lovelace; Charles Babbage", "1989-05",
    )  # fmt: skip
    for row, article in zip(rows, without(site).values(), strict=False):
        weights = {e.field: round(100 * e.weight) for e in without(site)[row["path"]].metadata.evidence}
        sure = [weights.get(field, 0) for field in ("title", "authors", "date", "language")]
        assert [int(row[f"{field}_confidence"]) for field in ("title", "authors", "date", "language")] == sure
        assert int(row["confidence"]) == min(sure)
        assert article


def test_a_sheet_that_was_not_edited_changes_nothing(site: Path) -> None:
    """Not a value, and not the evidence for it; written again, it is the same file, byte for byte."""
    assert read(site) == (without(site), [])
    before = without_cache(site)
    assert run("broadsheet", "review", "-q", cwd=site).returncode == 0
    assert without_cache(site) == before


def without_cache(site: Path) -> dict[str, str]:
    """The files of a site; what is noted in the cache of the looks of its texts depends on how old they are."""
    return {name: checksum for name, checksum in tree(site).items() if not name.startswith(".cache/")}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_spreadsheets_save_in_many_ways(site: Path, delimiter: str, encoding: str) -> None:
    """The delimiter and the encoding of the file are told from it."""
    edit(site, setting(0, title="The Night of the Gaß"), delimiter=delimiter, encoding=encoding)
    found, findings = read(site)
    assert found["gas.txt"].metadata.title == "The Night of the Gaß"
    assert findings == []
    assert found | {"gas.txt": None} == without(site) | {"gas.txt": None}


def test_only_cells_that_were_changed_count(site: Path) -> None:
    """The others follow the article, and a better recognition."""
    edit(site, setting(0, authors="Charles Babbage"))
    (site / "content/gas.txt").write_text("The Day the Gas Came Back\n\nBy Ada Lovelace\n4 May 1861\n\nIt did.\n")
    known = read(site)[0]["gas.txt"].metadata
    assert (known.title, known.date) == ("The Day the Gas Came Back", PartialDate(1861, 5, 4))
    assert known.authors == ("Charles Babbage",)
    assert [(e.rule, e.where) for e in known.evidence if e.field == "authors"] == [("review-sheet", "review.csv:2")]


def test_the_sheet_wins_over_sidecar_and_header(site: Path) -> None:
    """It is where everything is looked through at last."""
    (site / "content/gas.yml").write_text("title: By the sidecar\ndate: 1900\n")
    edit(site, setting(0, title="By the sheet"))
    known = read(site)[0]["gas.txt"].metadata
    assert (known.title, known.date) == ("By the sheet", PartialDate(1900))


def test_an_emptied_cell_says_that_there_is_none(site: Path) -> None:
    """No author, no date; a title there must be."""
    edit(site, setting(0, authors="", date=" ", title=""))
    found, findings = read(site)
    known = found["gas.txt"].metadata
    assert (known.authors, known.date, known.title) == ((), None, "The Night the Gas Went Out")
    assert findings == ["review.csv:2:2 sheet-value title: empty"]
    assert not [finding for finding in found["gas.txt"].findings if finding.id == "lost-letters"]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Ada Lovelace; Charles Babbage", ("Ada Lovelace", "Charles Babbage")),
        ("Lovelace, Ada", ("Lovelace, Ada",)),
        ("Ada Lovelace, Charles Babbage", ("Ada Lovelace", "Charles Babbage")),
        ("Simon and Schuster;", ("Simon and Schuster",)),
        ("Lovelace, Ada; Ada Lovelace and Sons", ("Lovelace, Ada", "Ada Lovelace and Sons")),
    ],
)
def test_authors_in_a_cell(cell: str, wanted: tuple[str, ...]) -> None:
    """Semicolons part them; without one, they are read as in a header."""
    assert value_of("authors", cell, None) == wanted


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ("2017-07-10", ["10.07.2017", "10.7.2017", "7/10/2017", "10/07/2017", "07-10-2017", "10.07.17", "7/10/17",
                        "2017/7/10", "10-Jul-17", "10 July 2017", "2017-07-10 00:00:00", "2017-07-10"]),
        ("1987-05", ["May-87", "Mai 87", "1987-05", "May 1987"]),
        ("1605", ["1605", " 1605 "]),
        ("", ["", " "]),
    ],
)  # fmt: skip
def test_dates_that_a_spreadsheet_rewrote_are_unchanged(written: str, saved: list[str]) -> None:
    """In whatever order and form it writes them; another date is another one."""
    recorded = checksum("date", written)
    for cell in saved:
        assert unchanged("date", cell, recorded), cell
    for cell in ("11.07.2017", "7/11/2017", "1988-05", "Jun-87", "1606", "2017-07"):
        assert not unchanged("date", cell, recorded), cell


@pytest.mark.parametrize(("others", "wanted"), [("7/10/2017", (1990, 3, 4)), ("10/7/2017", (1990, 4, 3)), (None, None)])
def test_the_order_of_corrected_dates_is_that_of_the_others(
    site: Path, others: str | None, wanted: tuple[int, int, int] | None
) -> None:
    """What the program made of the dates that nobody touched tells; if nothing does, the cell is reported."""
    edit(site, lambda rows: (rows[2].update(date=others or "2017-07-10"), rows[0].update(date="3/4/1990"))[0])
    found, findings = read(site)
    if wanted:
        assert (found["gas.txt"].metadata.date, findings) == (PartialDate(*wanted), [])
    else:
        assert found["gas.txt"].metadata.date == PartialDate(1861, 5, 3)
        assert findings == ["review.csv:2:4 sheet-value date: 3/4/1990"]


def test_wrong_cells_are_reported_with_their_place(site: Path) -> None:
    """File, line and column; the other corrections count, and the command says what to do."""
    edit(site, lambda rows: (rows[1].update(date="soon"), rows[3].update(date="May-88", title="Two and Two"))[0])
    found, findings = read(site)
    assert findings == ["review.csv:3:4 sheet-value date: soon", "review.csv:5:4 sheet-value date: May-88"]
    assert found["old/sum.txt"].metadata.title == "Two and Two"
    done = run("broadsheet", "check", cwd=site)
    assert done.returncode == 1
    assert "a date as 2017-07-10, 2017-07 or 2017" in done.stdout


@given(st.text())
def test_any_text_survives_its_guard(text: str) -> None:
    """What stands before it in the cell is taken off again, whatever it is."""
    assert unguarded(guarded(text)) == text


@given(
    st.lists(
        st.tuples(
            st.text(min_size=1).map(lambda t: " ".join(t.split())).filter(bool),
            st.lists(st.text(min_size=1).map(lambda t: " ".join(t.replace(";", ",").split())).filter(bool)),
        ),
        max_size=5,
    )
)
def test_any_values_survive_the_file(
    tmp_path_factory: pytest.TempPathFactory, values: list[tuple[str, list[str]]]
) -> None:
    """Signs, quotation marks, commas and letters of any script are unchanged after writing and reading."""
    file = tmp_path_factory.mktemp("sheet") / "review.csv"
    cells = [{"title": cell_of("title", title), "authors": cell_of("authors", tuple(names))} for title, names in values]
    rows = tuple(
        Row(0, {"path": f"{n}.txt", **c, "as_read": " ".join(f"{k}={checksum(k, v)}" for k, v in c.items())})
        for n, c in enumerate(cells)
    )
    file.write_text(sheet_text(Sheet(rows=rows)), encoding="utf-8", newline="")
    again = read_sheet(file).rows
    assert len(again) == len(rows)
    assert [changed_fields(row) for row in again] == [[] for _ in rows]


@pytest.mark.parametrize("sign", "=+-@＝")
def test_formulas_are_neutralised(tmp_path: Path, sign: str) -> None:
    """A headline that a spreadsheet would run stands behind an apostrophe, and comes back as it was."""
    write_files(tmp_path, {"a.txt": f"# {sign}HYPERLINK(1)\n\nText.\n"})
    (entry,) = read_collection(tmp_path, Options()).entries
    (row,) = review_sheet([entry.article], Sheet()).rows
    assert row.cells["title"] == f"'{sign}HYPERLINK(1)"
    assert value_of("title", row.cells["title"], None) == f"{sign}HYPERLINK(1)"


def test_numbers_stay_as_they_are(site: Path) -> None:
    """A headline that is a number is guarded, so that no zero or full stop of it is lost."""
    assert [row["title"] for row in rows_of(site)][2:] == ["'1605", "'=2+2"]


def test_letters_that_a_program_did_not_know_are_no_corrections(tmp_path: Path) -> None:
    """Saved in an old encoding, a sheet has question marks for them: a warning, and no value is replaced by them."""
    folder = make_site(tmp_path, {"a.txt": "# Летопись “Zürich”\n\n10 июля 2017\n\nТекст статьи.\n"}, CONFIG)
    (folder / "sheets").mkdir()
    assert run("broadsheet", "review", cwd=folder).returncode == 0
    edit(folder, lambda rows: None, encoding="cp1252")
    assert b"????" in (folder / "sheets/review.csv").read_bytes()
    found, findings = read(folder)
    assert found == without(folder)
    assert findings == ["review.csv sheet-encoding cp1252"]


def test_a_renamed_article_keeps_its_corrections(site: Path) -> None:
    """It is known by its checksum; an edited one by its path; two that changed names, too."""
    edit(site, lambda rows: (rows[0].update(title="A"), rows[1].update(title="B"))[0])
    content = site / "content"
    (content / "gas.txt").rename(content / "light.txt")
    assert read(site)[0]["light.txt"].metadata.title == "A"
    (content / "mill.txt").rename(content / "gas.txt")
    (content / "light.txt").rename(content / "mill.txt")
    found, findings = read(site)
    assert (found["mill.txt"].metadata.title, found["gas.txt"].metadata.title, findings) == ("A", "B", [])
    assert run("broadsheet", "review", "-q", cwd=site).returncode == 0
    found, findings = read(site)
    assert (found["mill.txt"].metadata.title, found["gas.txt"].metadata.title, findings) == ("A", "B", [])


def test_rows_of_articles_that_are_gone_are_notes(site: Path) -> None:
    """If they are corrected; and they stay in the sheet when it is written anew."""
    edit(site, setting(0, title="A"))
    (site / "content/gas.txt").unlink()
    (site / "content/mill.txt").unlink()
    assert read(site)[1] == ["review.csv:2:1 sheet-row gas.txt"]
    assert run("broadsheet", "review", "-q", cwd=site).returncode == 0
    assert [(row["path"], row["title"]) for row in rows_of(site)][-1] == ("gas.txt", "A")
    assert len(rows_of(site)) == 3


def test_writing_again_keeps_what_the_owner_did(site: Path) -> None:
    """Corrections and columns of the owner's own stay; the other cells are written anew."""
    edit(
        site,
        remarked,
        delimiter=";",
    )
    rows_before = (site / "sheets/review.csv").read_text(encoding="utf-8-sig")
    text = rows_before.replace("The Night the Gas Went Out", "Gas!")
    (site / "sheets/review.csv").write_text(text, encoding="utf-8-sig", newline="")
    write_files(
        site / "content",
        {"mill.txt": "# The Mill\n\nBy Ada Lovelace\n\nIt made paper.\n", "new.txt": "# New\n\nText.\n"},
    )
    for _ in range(2):
        done = run("broadsheet", "review", cwd=site)
        assert "5 articles written to" in done.stderr
        assert "with 2 corrected cells" in done.stderr
        found, findings = read(site)
        assert findings == []
        assert (found["gas.txt"].metadata.title, found["mill.txt"].metadata.title) == ("Gas!", "The Mill")
        assert found["mill.txt"].metadata.place == "Leeds"
    sheet = read_sheet(site / "sheets/review.csv")
    assert sheet.delimiter == ";"
    assert [row.cells.get("remark") for row in sheet.rows] == ["seen 0", "seen 1", "", "seen 2", "seen 3"]


def test_a_correction_stays_when_recognition_comes_to_agree(site: Path) -> None:
    """It was the owner's word, and is still there should recognition change its mind."""
    edit(site, setting(0, title="Gas!"))
    original = (site / "content/gas.txt").read_text()
    (site / "content/gas.txt").write_text(original.replace("The Night the Gas Went Out", "Gas!"))
    assert run("broadsheet", "review", "-q", cwd=site).returncode == 0
    (site / "content/gas.txt").write_text(original)
    assert read(site)[0]["gas.txt"].metadata.title == "Gas!"


def test_the_site_is_built_with_the_sheet(site: Path) -> None:
    """By both programs; explain names its line; the sheet is not copied."""
    edit(site, setting(0, title="Gas & Light", date="1861-05-04"))
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    assert "Gas &amp; Light" in (site / "site/1861/05/gas-light.html").read_text(encoding="utf-8")
    assert not [name for name in tree(site / "site") if name.endswith(".csv")]
    done = run("broadsheet", "explain", "content/gas.txt", cwd=site)
    assert "title       Gas & Light  (review-sheet, review.csv:2, 100%)" in done.stdout


@pytest.mark.parametrize("text", [None, "", "a,b\n1,2\n", "\x00\x01\x02"])
def test_a_sheet_that_is_none_is_reported(site: Path, text: str | None) -> None:
    """The site is built without it, and the file is not overwritten."""
    file = site / "sheets/review.csv"
    file.unlink()
    if text is not None:
        file.write_text(text)
    found, findings = read(site)
    assert found == without(site)
    assert [finding.split()[:2] for finding in findings] == [["review.csv", "broken-sheet"]]
    if text is not None:
        assert run("broadsheet", "review", cwd=site).returncode == 2
        assert file.read_text() == text


def test_where_the_sheet_goes(tmp_path: Path) -> None:
    """Named by the option or by -o; never among the articles; with semicolons on demand."""
    folder = make_site(tmp_path, ARTICLES, CONFIG.replace("{broadsheet: {review: sheets/review.csv}}", "broadsheet"))
    assert "no sheet is named" in run("broadsheet", "review", cwd=folder).stderr
    assert run("broadsheet", "review", "-o", "content/review.csv", cwd=folder).returncode == 2
    done = run("broadsheet", "review", "-o", "r.csv", "--delimiter", "semicolon", cwd=folder)
    assert done.returncode == 0
    assert "name it in mkdocs.yml by the option `review`" in done.stderr
    assert (folder / "r.csv").read_text(encoding="utf-8-sig").startswith("path;title;")


def test_two_rows_for_one_article(site: Path) -> None:
    """The first one counts, the other is a note."""

    def double(rows: list[dict[str, str]]) -> None:
        rows[0]["title"] = "A"
        rows.append({**rows[0], "title": "B"})

    edit(site, double)
    found, findings = read(site)
    assert found["gas.txt"].metadata.title == "A"
    assert findings == ["review.csv:6:1 sheet-row gas.txt has a row in line 2"]


def test_lines_in_a_cell_are_counted(site: Path) -> None:
    """A finding names the line of the file on which the row begins."""
    edit(site, lambda rows: (rows[0].update(title="Two\nlines"), rows[1].update(date="soon"))[0])
    found, findings = read(site)
    assert found["gas.txt"].metadata.title == "Two lines"
    assert findings == ["review.csv:4:4 sheet-value date: soon"]


def test_columns_may_stand_in_any_order(site: Path) -> None:
    """They are known by their names."""
    rows = rows_of(site)
    columns = list(reversed(rows[0]))
    rows[0]["title"] = "A"
    text = sheet_text(Sheet(columns=tuple(columns), rows=tuple(Row(0, row) for row in rows)))
    (site / "sheets/review.csv").write_text(text, encoding="utf-8", newline="")
    assert read(site)[0]["gas.txt"].metadata.title == "A"
