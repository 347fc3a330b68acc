"""The page on permalinks says what is so."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from broadsheet.cli import broadsheet as command_line
from broadsheet.collect.index.slug import slug
from broadsheet.collect.permalinks.pattern import wanted
from broadsheet.errors import BroadsheetError
from broadsheet.model import State
from broadsheet.options import PERMALINK_FIELDS, Options
from broadsheet.owner.ledger import COLUMNS, read_ledger
from broadsheet.write.ledger import ledger_text
from support.articles import article
from support.sites import make_site

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "permalinks.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The tables below a heading, without their heads; what is code without its marks."""
    text = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    cells = [
        [cell.strip().strip("`") for cell in line[1:-1].split(" | ")] for line in text.splitlines() if "| " in line
    ]
    heads = [at - 1 for at, row in enumerate(cells) if set(row) == {"---"}]
    return [row for at, row in enumerate(cells) if at not in heads and at - 1 not in heads]


def ledgers(form: str) -> list[str]:
    """The examples of ledgers."""
    return re.findall(rf"^```{form}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("row", [row for row in rows("The pattern") if len(row) == 3], ids=lambda row: str(row[0]))
def test_patterns(row: list[str]) -> None:
    """Each pattern of the table gives the URLs beside it."""
    flood = article("letters/flood.txt", "The Night the River Came In", "1988-06-03")
    undated = replace(flood, metadata=replace(flood.metadata, date=None))
    options = Options(permalink=row[0])
    assert [wanted(flood, options), wanted(undated, options)] == row[1:]


def test_fields_of_patterns() -> None:
    """The table of fields has them all, and no other."""
    named = [name for row in rows("The pattern") if len(row) == 2 for name in re.findall(r"\{(\w+)\}", row[0])]
    assert sorted(named) == sorted(PERMALINK_FIELDS)


@pytest.mark.parametrize("row", rows("Slugs"), ids=lambda row: str(row[1]))
def test_slugs(row: list[str]) -> None:
    """Each title of the table has the slugs beside it."""
    title, *wanted_slugs = row
    assert [slug(title, "ascii"), slug(title, "unicode")] == wanted_slugs


def test_columns() -> None:
    """The table of columns has them all, in order."""
    assert tuple(row[0] for row in rows("Editing it")) == COLUMNS


def test_ledgers(tmp_path: Path) -> None:
    """The first example is as it is written; the resolved conflict is read."""
    first, resolved = ledgers("csv")
    file = tmp_path / "permalinks.csv"
    file.write_text(first, encoding="utf-8")
    ledger = read_ledger(file)
    assert ledger_text(ledger) == first
    assert [line.state for line in ledger.lines] == [State.CURRENT, State.MOVED, State.CURRENT, State.WITHDRAWN]
    file.write_text(resolved, encoding="utf-8")
    assert [line.path for line in read_ledger(file).lines] == ["gas.txt", "rags.txt"]


def test_a_conflict(tmp_path: Path) -> None:
    """It is refused while its marks are there; without them it is the resolved example."""
    (conflict,) = ledgers("csv-conflict")
    file = tmp_path / "permalinks.csv"
    file.write_text(conflict, encoding="utf-8")
    with pytest.raises(BroadsheetError, match=r"permalinks\.csv:2 has the mark of a conflict"):
        read_ledger(file)
    assert re.sub(r"^(?:<{7}|={7}|>{7}).*\n", "", conflict, flags=re.MULTILINE) == ledgers("csv")[1]


def test_the_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of a broken ledger prints what the page says."""
    said = PAGE.partition("$ broadsheet build\n")[2].partition("```")[0]
    make_site(tmp_path, {"a.txt": "# A\n"})
    monkeypatch.chdir(tmp_path)
    Path("permalinks.csv").write_text("url,state,path,sha256\na.html,current,a.txt,\nb.html,lost,b.txt,\n")
    error = CliRunner().invoke(command_line, ["check"]).exception
    assert isinstance(error, BroadsheetError)
    assert f"broadsheet: {error.cause}\n  → {error.remedy}\n".replace(f"{tmp_path}/", "") == said
