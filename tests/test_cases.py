"""
What is read out of an article, case by case, as data in ``cases/``.

A case is a title, an input and what is expected, each ended by a line that is a single full stop.  Cases are parted
by lines of ``=``.  ``<U+00AD>`` stands for the character of that code point, where it could not be seen or would not
survive an editor.  A title that begins with ``KNOWN FAILURE:`` marks what is not yet so; when it is, the test fails
until the mark is taken off.

What is expected:

- in files of the body, each block in order, as ``kind: text``; lines that are kept are joined by `` / ``;
- in files of the front, lines such as ``title: …``, ``date: none``, ``front byline: …``, ``body paragraph: …``: of
  those that begin with the same word, all or none are named;
- in ``inline.txt``, the Markdown of the page's body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from functools import partial
from pathlib import Path

import pytest

from broadsheet.errors import UnreadableError
from broadsheet.model import Article, Block, Kind
from broadsheet.options import Options
from broadsheet.pipeline.article import read_article
from broadsheet.read import read_source
from broadsheet.trace import replay, text_lines
from broadsheet.write.body import body_markdown

FOLDER = Path(__file__).parent / "cases"
NAME = "file-name.txt"
"""Of every input; where no title is recognised, the title is `file name`."""
OPTIONS = Options()

_PARTED = re.compile(r"={10,}")
_ESCAPED = re.compile(r"<U\+([0-9A-F]{4,6})>")
_KNOWN = "KNOWN FAILURE: "


class DiffersError(AssertionError):
    """An article is not what its case expects; of all failures only this, or none being read at all, may be known."""


@dataclass(frozen=True, slots=True)
class Case:
    """One input, and what is expected of it."""

    file: Path
    line: int
    """Of its title."""
    title: str
    given: str
    expected: list[str]
    known_failure: bool

    @property
    def place(self) -> str:
        """``file:line``."""
        return f"{self.file.name}:{self.line}"


def cases_of(file: Path) -> Iterator[Case]:
    """Read the cases of a file; raises `ValueError` at one that is not of the form."""
    lines = enumerate(file.read_text(encoding="utf-8").split("\n"), 1)
    for number, line in lines:
        if not line.strip() or _PARTED.fullmatch(line):
            continue
        title, given, expected = [line, *_until_stop(file, number, lines)], [], []
        if len(title) > 1:
            raise ValueError(f"{file.name}:{number}: a title of more than one line, or no full stop after it")
        given = list(_until_stop(file, number, lines))
        expected = list(_until_stop(file, number, lines))
        yield Case(
            file=file,
            line=number,
            title=line.removeprefix(_KNOWN),
            given=_unescaped("\n".join(given) + "\n"),
            expected=[_unescaped(line) for line in expected],
            known_failure=line.startswith(_KNOWN),
        )


def _until_stop(file: Path, start: int, lines: Iterator[tuple[int, str]]) -> Iterator[str]:
    """The lines up to one that is a single full stop."""
    for _, line in lines:
        if line == ".":
            return
        yield line
    raise ValueError(f"{file.name}:{start}: the case is not ended")


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def body_form(article: Article, expected: Sequence[str]) -> list[str]:
    """Each block of the body."""
    return [_block(block) for block in article.body]


def markdown_form(article: Article, expected: Sequence[str]) -> list[str]:
    """The Markdown of the page's body."""
    return body_markdown(article.body, article.aside).split("\n")


def front_form(article: Article, expected: Sequence[str]) -> list[str]:
    """What is known of an article, of the sorts that are expected, in a fixed order."""
    known = article.metadata
    values: dict[str, Iterable[str]] = {
        "title": [f"title: {known.title}"],
        "headline": [f"headline: {known.headline or 'none'}"],
        "authors": [f"authors: {'; '.join(known.authors) or 'none'}"],
        "date": [f"date: {known.date or 'none'}"],
        "place": [f"place: {known.place or 'none'}"],
        "agencies": [f"agencies: {'; '.join(known.agencies) or 'none'}"],
        "publication": [f"publication: {known.publication or 'none'}"],
        "language": [f"language: {known.language or 'none'}"],
        "description": [f"description: {known.description or 'none'}"],
        "topics": [f"topics: {'; '.join(known.topics) or 'none'}"],
        "printed": [f"printed: {line}" for line in known.printed] or ["printed: none"],
        "front": [f"front {_block(block)}" for block in article.front] or ["front: none"],
        "body": [f"body {_block(block)}" for block in article.body] or ["body: none"],
        "aside": [f"aside {_block(block)}" for block in article.aside] or ["aside: none"],
        "finding": [_finding(finding.id, finding.line) for finding in article.findings] or ["finding: none"],
    }
    asked = {line.replace(":", " ").split()[0] for line in expected if line.strip()}
    if unknown := asked - values.keys():
        raise ValueError(f"nothing is called {', '.join(sorted(unknown))}")
    return [line for name, lines in values.items() if name in asked for line in lines]


def _finding(name: str, line: int) -> str:
    return f"finding: {name}, line {line}" if line else f"finding: {name}"


def _block(block: Block) -> str:
    """Its kind, with the level of a heading or an item and the marker of an item or a note, and its text."""
    kind = str(block.kind)
    if block.kind == Kind.HEADING:
        kind += f" {block.level}"
    elif block.kind == Kind.LIST:
        kind += f" {block.level} {block.marker}"
    elif block.kind == Kind.NOTE:
        return f"{kind}: {block.printed}"
    return f"{kind}: {' / '.join(block.text.split(chr(10)))}"


FORMS: dict[str, Callable[[Article, Sequence[str]], list[str]]] = {
    "paragraphs": body_form,
    "structure": body_form,
    "inline": markdown_form,
}
"""How the expected of a file is written; `front_form`, where it is not named."""

_KNOWN_MARK = partial(pytest.mark.xfail, raises=(DiffersError, UnreadableError), strict=True)

CASES = [
    pytest.param(
        case,
        id=case.place,
        marks=_KNOWN_MARK(reason=case.title) if case.known_failure else (),
    )
    for file in sorted(FOLDER.glob("*.txt"))
    for case in cases_of(file)
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case, tmp_path: Path) -> None:
    """An article is read as its case expects; its steps lead from its source to its blocks, and no letter is lost."""
    (tmp_path / NAME).write_text(case.given, encoding="utf-8", newline="")
    article = read_article(tmp_path, NAME, OPTIONS)
    source = read_source(tmp_path, NAME, OPTIONS)

    blocks = text_lines("\n".join(block.text for block in article.blocks))
    assert replay(source.decoded, article.steps) == blocks, f"{case.place}: the steps do not lead to the blocks"
    lost = [str(finding) for finding in article.findings if finding.id == "lost-letters"]
    assert not lost, f"{case.place}: {lost}"

    found = FORMS.get(case.file.stem, front_form)(article, case.expected)
    if found != case.expected:
        difference = unified_diff(case.expected, found, "expected", "found", lineterm="", n=99)
        raise DiffersError("\n".join([f"tests/cases/{case.place}: {case.title}", *difference]))


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.name)
def test_titles_differ(file: Path) -> None:
    """Each case of a file states a behaviour of its own."""
    titles = [case.title for case in cases_of(file)]
    assert len(titles) == len(set(titles)), f"{file.name}: two cases have the same title"
