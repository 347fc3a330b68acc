"""The chooser: of all candidates, one for each field, and which lines are thereby spoken for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

from broadsheet.errors import Finding
from broadsheet.layout.shape import Shape, shape_of
from broadsheet.model import Block, Evidence, Kind, Metadata, Source
from broadsheet.options import Options
from broadsheet.recognise.byline import byline_candidates, date_beside_byline, signature_candidates
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.date import date_candidates, read_date
from broadsheet.recognise.furniture import page_furniture
from broadsheet.recognise.header import Header, read_header
from broadsheet.recognise.language import language_of
from broadsheet.recognise.notice import notice_lines
from broadsheet.recognise.stated import NOTHING, Stated, by_field
from broadsheet.recognise.title import title_candidates
from broadsheet.trace import Note

_HEAD = 9
"""Lines that are not empty, from the top, among which headline, byline and date are looked for."""
_SHORT = 40
"""A shorter line between headline and date is no text: a handle, a section, a place."""
_FOOT = 6
"""Lines from the end, the last of which may be a signature."""
_TEXT_LINES = 200
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 320
"""A longer line after the headline is the article's text; the head ends before it."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised in a source."""

    metadata: Metadata
    front: tuple[Block, ...]
    aside: tuple[Block, ...]
    rest: tuple[tuple[int, str], ...]
    """The lines that are left for the body, empty ones included, with their numbers; those taken are missing."""
    over: frozenset[int]
    """Lines missing in `rest` over which the text goes on: page furniture."""
    shape: Shape
    """How the lines of the file are broken."""
    findings: tuple[Finding, ...]


def recognise(source: Source, options: Options, note: Note, stated: Stated = NOTHING) -> Recognised:
    """
    Tell headline, authors, date, language and notices of a source from its text; never raises.

    What the owner says is `stated` for what stands outside of the article; each field has one value, of the first
    that gives it: what is stated over the article, its header, its text, what is stated under it, the options.
    """
    header = read_header(source.path, source.lines, stated.date_order)
    start = header.last if header else 0
    pages = page_furniture(source.lines)
    shape = shape_of(line for number, line in enumerate(source.lines, 1) if number not in pages.over)
    lines = _head(source.lines, start, pages.over)
    common = _common_words(source.lines, lines)
    titled = _states_title(header, stated)
    read = _choose(
        [
            *_head_candidates(lines, shape, pages.head, common, titled, stated.date_order),
            *signature_candidates(_foot(source.lines, pages.over), common),
        ]
    )
    chosen = read | _choose(list(header.candidates) if header else []) | by_field(stated.over)
    if "language" not in chosen and (shown := _language(source, start)):
        chosen["language"] = shown
    findings = [*stated.findings, *(header.findings if header else ()), *_doubts(source.path, lines, chosen)]
    chosen = _site_default(options) | by_field(stated.under) | chosen
    if "title" not in chosen:
        chosen["title"] = _named_by_file(source.path)
        findings.append(Finding(source.path, 0, 0, "no-title"))
    printed = _printed(read, chosen)
    front = _front(source, header, printed, note)
    taken = {n for block in front for n in range(block.first, block.last + 1)} | pages.over
    aside = _aside(source, taken)
    taken |= {n for block in aside for n in range(block.first, block.last + 1)}
    aside += tuple(_as_printed(source, Kind.FURNITURE, first, last) for first, last in pages.spans)
    rest = tuple((n, line) for n, line in enumerate(source.lines, 1) if n not in taken)
    return Recognised(_metadata(chosen, printed, front), front, aside, rest, pages.over, shape, tuple(findings))


def _head(lines: Sequence[str], start: int, over: frozenset[int]) -> list[Line]:
    head: list[Line] = []
    for number, line in enumerate(lines[start:], start + 1):
        if number not in over and (text := line.strip()):
            head.append(Line(number, text, line, breaks=line.endswith("  ")))
            if len(head) == _HEAD or (len(head) > 1 and len(text) > _LONGEST):
                break
    return head


def _foot(lines: Sequence[str], over: frozenset[int]) -> list[Line]:
    """The last lines that are not empty, notices left out."""
    notices = {n for first, last in notice_lines(lines) for n in range(first, last + 1)}
    foot: list[Line] = []
    for number in range(len(lines), 0, -1):
        if number not in over and number not in notices and (text := lines[number - 1].strip()):
            foot.append(Line(number, text, lines[number - 1]))
            if len(foot) == _FOOT:
                break
    return foot[::-1]


def _common_words(source_lines: Sequence[str], head: list[Line]) -> frozenset[str]:
    """The words that the text has in lower case: no names."""
    start = head[1].number if len(head) > 1 else 0
    words = (word for line in source_lines[start : start + _TEXT_LINES] for word in _WORD.findall(line))
    return frozenset(word for word in words if word[0].islower())


def _states_title(header: Header | None, stated: Stated) -> bool:
    return any(c.field == "title" for c in (*(header.candidates if header else ()), *stated.over))


def _head_candidates(
    lines: list[Line], shape: Shape, running_head: str, common: frozenset[str], titled: bool, order: str | None
) -> list[Candidate]:
    """
    Title first; byline and date after it, with no more than two other lines between.

    `titled`: whether a header gives the title, so that the byline may be the first line.
    """
    titles = title_candidates(lines, shape, running_head)
    best = max(titles, key=lambda c: c.weight, default=None)
    numbers = range(best.first, best.last + 1) if best else range(0)
    others = [line for line in lines if line.number not in numbers]
    found = [*date_candidates(others, order), *byline_candidates(others, headed=best is not None, common=common)]
    at = {line.number: line for line in lines}
    for candidate in [c for c in found if c.field == "authors"]:
        if beside := date_beside_byline(candidate, at[candidate.first], order):
            found.append(beside)
    near = _near(found, others)
    if titled and lines and not any(c.field == "authors" for c in near):
        near += [c for c in byline_candidates(lines[:2], headed=True, common=common) if c.first == lines[0].number]
    return [*titles, *near]


def _near(found: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Those that no more than two longer lines of another sort part from the top, and those that begin with "By"."""
    held, gap = {c.first for c in found}, 0
    near = set()
    for line in lines:
        gap = 0 if line.number in held else gap + (len(line.text) >= _SHORT)
        if gap > 2:
            break
        near.add(line.number)
    return [c for c in found if c.first in near or c.rule == "byline-by"]


def _choose(candidates: list[Candidate]) -> dict[str, Candidate]:
    chosen: dict[str, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.first)):
        chosen.setdefault(candidate.field, candidate)
    return chosen


def _doubts(path: str, lines: list[Line], chosen: dict[str, Candidate]) -> list[Finding]:
    """A dateline that may be read in two ways, where no other gave the date."""
    if "date" in chosen:
        return []
    for line in lines[:4]:
        dated = read_date(line.text)
        if dated and dated.date is None:
            return [Finding(path, line.number, 0, "ambiguous-date", line.text)]
    return []


def _language(source: Source, start: int) -> Candidate | None:
    text = "\n".join(source.lines[start : start + 400])
    if found := language_of(text):
        return Candidate("language", found[0], 0, 0, "language-words", found[1])
    return None


def _site_default(options: Options) -> dict[str, Candidate]:
    if options.language is None:
        return {}
    return {"language": Candidate("language", options.language, 0, 0, "site-language", 0.5)}


def _named_by_file(path: str) -> Candidate:
    """The file's name as words; its letters are composed, as those of text are: macOS gives each accent apart."""
    name = " ".join(PurePosixPath(normalize("NFC", path)).stem.replace("_", " ").replace("-", " ").split())
    return Candidate("title", name or path, 0, 0, "file-name", 0.1)


def _printed(read: dict[str, Candidate], chosen: dict[str, Candidate]) -> list[Candidate]:
    """
    What stands in the head, title first; where a header says otherwise, the line says more than the value.

    A title that the header gives has taken no line of the text from the body, unless it stands there too.
    """
    found = []
    for field in ("title", "authors", "date"):
        candidate, value = read.get(field), chosen.get(field)
        if candidate is None or value is None or candidate.first == 0:
            continue
        same = _as_text(candidate).casefold() == _as_text(value).casefold()
        if same or field != "title":
            found.append(replace(candidate, says_more=candidate.says_more or not same))
    return found


def _front(source: Source, header: Header | None, printed: list[Candidate], note: Note) -> tuple[Block, ...]:
    """A block for each span of lines that gave a value."""
    blocks: dict[int, Block] = {}
    if header:
        text = "\n".join(source.lines[header.first - 1 : header.last])
        blocks[header.first] = Block(Kind.HEADER, text, header.first, header.last)
    for candidate in printed:
        if candidate.first in blocks:
            continue
        before = "\n".join(line.strip() for line in source.lines[candidate.first - 1 : candidate.last])
        after = before if candidate.text is None else candidate.text
        note(candidate.rule, candidate.first, candidate.last, before, after)
        blocks[candidate.first] = Block(candidate.kind, after, candidate.first, candidate.last)
    return tuple(blocks[first] for first in sorted(blocks))


def _aside(source: Source, taken: set[int]) -> tuple[Block, ...]:
    found = notice_lines(["" if n in taken else line for n, line in enumerate(source.lines, 1)])
    return tuple(_as_printed(source, Kind.NOTICE, first, last) for first, last in found)


def _as_printed(source: Source, kind: Kind, first: int, last: int) -> Block:
    return Block(
        kind, "\n".join(text for line in source.lines[first - 1 : last] if (text := line.strip())), first, last
    )


def _metadata(chosen: dict[str, Candidate], printed: list[Candidate], front: tuple[Block, ...]) -> Metadata:
    values: dict[str, Any] = {field: c.value for field, c in chosen.items() if c.value is not None}
    more = {c.first for c in printed if c.says_more}
    evidence = tuple(
        Evidence(c.field, _as_text(c), c.first, c.last, c.rule, c.weight, c.where) for _, c in sorted(chosen.items())
    )
    says_more = tuple(" ".join(b.text.split()) for b in front if b.first in more and b.kind != Kind.HEADER)
    return Metadata(**values, printed=says_more, evidence=evidence)


def _as_text(candidate: Candidate) -> str:
    value = candidate.value
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")
