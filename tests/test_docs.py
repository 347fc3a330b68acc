"""The manual says what the program does."""

from __future__ import annotations

import doctest
import importlib
import json
import pkgutil
import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import broadsheet
from broadsheet.cli import COMMANDS
from broadsheet.cli import broadsheet as command_line
from broadsheet.errors import KINDS
from broadsheet.model import PartialDate
from broadsheet.options import Options
from broadsheet.pipeline import read_site

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
MANUAL = sorted(DOCS.glob("*.md"))
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(broadsheet.__path__, "broadsheet.")
    if not module.name.endswith("__main__")
)

_FENCE = re.compile(r"^( *)(`{3,})(\w*)[^\n]*\n(.*?)^\1\2[ ]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_DATE_ROW = re.compile(r"^\| `(?P<line>[^`]+)` \| (?P<date>\d{3}[\dX](?:-\d\d){0,2}~?|not used) \|$", re.MULTILINE)
_PAPER_ROW = re.compile(r"^\| `(?P<line>[^`]+)` \| (?P<paper>[^|`]+) \|$", re.MULTILINE)
_PLACE_ROW = re.compile(r"^\| `(?P<line>[^`]+)` \| (?P<place>[^|`]+) \|(?: (?P<agency>[^|`]+))? \|$", re.MULTILINE)


def blocks(text: str) -> list[tuple[str, str]]:
    """The fenced blocks of a page: what each is said to be, and what stands in it."""
    return [(match[3], match[4]) for match in _FENCE.finditer(text)]


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next of its level or higher."""
    level = len(heading) - len(heading.lstrip("#"))
    prose = _FENCE.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), text)
    start = re.search(rf"^{re.escape(heading)}$", prose, re.MULTILINE)
    if start is None:
        return ""
    end = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE).search(prose, start.end())
    return text[start.end() : end.start() if end else None]


def links(text: str) -> list[str]:
    """Where the links of a page lead, those in code left out."""
    return _LINK.findall(_CODE.sub("", _FENCE.sub("", text)))


def examples() -> list[tuple[str, list[str]]]:
    """The articles in the page on forms, each with the lines that it is said to give."""
    page = (DOCS / "forms.md").read_text(encoding="utf-8")
    bare = section(page, "## The text")
    found: list[tuple[str, list[str]]] = []
    for form, text in blocks(page):
        if form == "text":
            found.append((f"Trial\n\n{text}" if text in bare else text, []))
        elif form in ("markdown", "yaml") and found:
            found[-1][1].extend(text.splitlines())
    return found


def page_of(text: str, folder: Path) -> str:
    """The page that an article becomes."""
    (folder / "example.txt").write_text(text, encoding="utf-8")
    return next(page.text for page in read_site(folder, Options()).pages if page.source)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_stands_in_the_manual(name: str) -> None:
    """The help of each command stands word for word in the page on commands."""
    shown = CliRunner().invoke(command_line, [*name.split(), "--help"], terminal_width=100)
    assert shown.exit_code == 0
    assert shown.output in [text for _, text in blocks((DOCS / "commands.md").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("name", [field.name for field in fields(Options)])
def test_options_stand_in_the_manual(name: str) -> None:
    """The table of options has a row for each, with the default as it would be written in mkdocs.yml."""
    default = json.dumps(getattr(Options(), name))
    rows = (DOCS / "options.md").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if row.startswith(f"| `{name}` | `{default}` | ")]


def test_the_manual_has_no_other_options() -> None:
    """The table of options names none that does not exist."""
    text = section((DOCS / "options.md").read_text(encoding="utf-8"), "## The options")
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == [field.name for field in fields(Options)]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: str(kind.id))
def test_findings_stand_in_the_manual(kind: broadsheet.errors.FindingKind) -> None:
    """Each kind of finding has a section with its weight, and an example with the words that are printed."""
    text = section((DOCS / "findings.md").read_text(encoding="utf-8"), f"## {kind.id}")
    assert f"**{kind.severity.capitalize()}.**" in text
    printed = "".join(block for _, block in blocks(text))
    assert f": {kind.severity} [{kind.id}] {kind.cause}" in printed
    assert f"  → {kind.remedy}\n" in printed


def test_the_manual_has_no_other_findings() -> None:
    """The page on findings describes none that does not exist, and keeps their order."""
    text = (DOCS / "findings.md").read_text(encoding="utf-8")
    assert list(re.findall(r"^## ([a-z-]+)$", text, re.MULTILINE)) == list(KINDS)


@pytest.mark.parametrize("page", [*MANUAL, ROOT / "README.md"], ids=lambda page: str(page.name))
def test_links_lead_somewhere(page: Path) -> None:
    """Every link from the manual and the README into the project leads to a file, or a folder, that exists."""
    for target in links(page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            file = page.parent / path if path else page
            assert file.exists(), target
            if anchor and file.suffix == ".md":
                assert anchor in anchors(file), target


def anchors(page: Path) -> set[str]:
    """The names by which links lead to the headings of a page."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", MANUAL, ids=lambda page: str(page.name))
def test_data_in_the_manual_parses(page: Path) -> None:
    """Every block that is said to be YAML or JSON is."""
    for form, text in blocks(page.read_text(encoding="utf-8")):
        if form == "yaml":
            assert list(yaml.safe_load_all(text))
        elif form == "json":
            json.loads(text)


@pytest.mark.parametrize("page", MANUAL, ids=lambda page: str(page.name))
def test_pages_of_the_manual_have_one_title(page: Path) -> None:
    """A page of the manual begins with its title and has no other."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    assert text.startswith("# ")
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


def test_every_page_of_the_manual_is_listed() -> None:
    """The first page of the manual leads to all others."""
    listed = links((DOCS / "index.md").read_text(encoding="utf-8"))
    assert sorted([*listed, "index.md"]) == [page.name for page in MANUAL]


@pytest.mark.parametrize(("text", "wanted"), examples())
def test_examples_of_forms(text: str, wanted: list[str], tmp_path: Path) -> None:
    """Each example of the page on forms becomes what stands below it: these lines, in this order."""
    assert wanted
    lines = iter(page_of(text, tmp_path).splitlines())
    for line in wanted:
        assert line in lines, line


@pytest.mark.parametrize(
    ("line", "date"), _DATE_ROW.findall((DOCS / "forms.md").read_text(encoding="utf-8")), ids=lambda value: str(value)
)
def test_date_forms(line: str, date: str, tmp_path: Path) -> None:
    """Each line in the table of dates is read as the date beside it, or left in the text."""
    exact = PartialDate.from_iso(date)
    head, _, body = page_of(f"Trial\n\n{line}\n\nText.\n", tmp_path).partition("\n---\n")
    written = [given.removeprefix("date: ").strip('"') for given in head.splitlines() if given.startswith("date: ")]
    assert written == ([str(exact)] if exact else [])
    assert (line in body) == (exact is None)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    _PLACE_ROW.findall(section((DOCS / "forms.md").read_text(encoding="utf-8"), "### Datelines")),
    ids=lambda value: str(value),
)
def test_dateline_forms(line: str, place: str, agency: str, tmp_path: Path) -> None:
    """Each line in the table of datelines gives the place and the agency beside it, and stays in the text."""
    page = page_of(f"Trial\n\n{line}\n", tmp_path)
    assert f'place: "{place}"\n' in page
    assert (f'agencies: ["{agency}"]\n' in page) == bool(agency)
    assert line.split(" ")[-1] in page.partition("\n---\n")[2]


@pytest.mark.parametrize(
    ("line", "paper"),
    _PAPER_ROW.findall(section((DOCS / "forms.md").read_text(encoding="utf-8"), "### Publication")),
    ids=lambda value: str(value),
)
def test_publication_forms(line: str, paper: str, tmp_path: Path) -> None:
    """Each line in the table of publications gives the one beside it."""
    assert f'publication: "{paper}"\n' in page_of(f"Trial\n\nThe first sheet came off.\n\n{line}\n", tmp_path)


def escapes() -> list[tuple[str, str]]:
    """The texts in the table of escapes, each with what it is said to be in the page."""
    table = section((DOCS / "pages.md").read_text(encoding="utf-8"), "### Escapes")
    rows = [row.split(" | ") for row in table.splitlines() if row.startswith("| `")]
    return [pair for row in rows for pair in zip(*(re.findall("`([^`]+)`", cell) for cell in row[:2]), strict=True)]


@pytest.mark.parametrize(("text", "written"), escapes())
def test_escapes(text: str, written: str, tmp_path: Path) -> None:
    """Each text in the table of escapes stands in the page as the table says."""
    assert written in page_of(f"Trial\n\n{text}\n\nMore text.\n", tmp_path).splitlines()


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    """The examples in a module's docstrings give what they say."""
    runner = doctest.DocTestRunner()
    for test in doctest.DocTestFinder().find(importlib.import_module(name)):
        runner.run(test)
    assert not runner.failures
