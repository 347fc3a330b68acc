"""The chooser: of all candidates, one for each field, and which lines are thereby spoken for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

from broadsheet.errors import Finding
from broadsheet.inline import in_full
from broadsheet.layout.shape import Shape, shape_of
from broadsheet.model import Block, Evidence, Kind, Metadata, Repeated, Source
from broadsheet.options import Options
from broadsheet.recognise.asides import among
from broadsheet.recognise.boilerplate import above_headline, boilerplate
from broadsheet.recognise.byline_elsewhere import SIGNATURE, signature_candidates
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.date import read_date
from broadsheet.recognise.date_order import usual_order
from broadsheet.recognise.dateline import dateline_candidates
from broadsheet.recognise.furniture import page_furniture
from broadsheet.recognise.head import common_words, foot_of, head_candidates, head_of
from broadsheet.recognise.header import Header, read_header
from broadsheet.recognise.headline_case import display_form, is_in_capitals
from broadsheet.recognise.language import language_of
from broadsheet.recognise.publication import publication_candidates
from broadsheet.recognise.set_aside import as_printed, left_over, set_aside
from broadsheet.recognise.sign_off import agency_candidates
from broadsheet.recognise.spans import numbers_in
from broadsheet.recognise.standfirst import standfirst_candidate
from broadsheet.recognise.stated import NOTHING, Stated, by_field
from broadsheet.trace import Note

NOT_SURVEYED = Repeated()
"""Of an article that is read by itself: no line is known to repeat."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised in a source."""

    metadata: Metadata
    front: tuple[Block, ...]
    aside: tuple[Block, ...]
    rest: tuple[tuple[int, str], ...]
    """The lines that are left for the body, empty ones included, with their numbers; those taken are missing."""
    over: frozenset[int]
    """Lines missing in `rest` over which the text goes on: page furniture, captions, prompts."""
    shape: Shape
    """How the lines of the file are broken."""
    findings: tuple[Finding, ...]


def recognise(
    source: Source, options: Options, note: Note, stated: Stated = NOTHING, repeated: Repeated = NOT_SURVEYED
) -> Recognised:
    """
    Tell headline, authors, date and language of a source, and what is set aside, from its text; never raises.

    What the owner says is `stated` for what stands outside of the article; each field has one value, of the first
    that gives it: what is stated over the article, its header, its text, what is stated under it, the options.
    `repeated`: the lines that stand in many articles of the same source.
    """
    header = read_header(source.path, source.lines, stated.date_order)
    pages = page_furniture(source.lines)
    shape = shape_of(line for number, line in enumerate(source.lines, 1) if number not in pages.over)
    found = among(source.lines, shape, pages.over | (header.lines if header else frozenset()))
    start, spoken = max(header.last if header else 0, found.head), pages.over | found.lines
    titled, shown = _stated_title(header, stated), _language(source, start)
    known = () if titled else above_headline(source, start, spoken, repeated)
    known += boilerplate(source, shape, spoken | numbers_in(known), repeated)
    unseen = spoken | numbers_in(known)
    lines = head_of(source.lines, start, unseen)
    common = common_words(source.lines, lines)
    order = stated.date_order or usual_order(_stated_language(header, stated) or (str(shown.value) if shown else None))
    read = _choose(head_candidates(lines, shape, pages.head, common, titled, order))
    if "authors" not in read or read["authors"].weight < SIGNATURE:
        read = _choose([*read.values(), *signature_candidates(foot_of(source.lines, shape, unseen), common)])
    if standfirst := standfirst_candidate(read, source.lines, unseen):
        read["description"] = standfirst
    spans = ((c.first, c.last) for c in read.values() if c.kind != Kind.PARAGRAPH)
    held = numbers_in(spans) | unseen | set(range(1, start + 1))
    sent = [
        *dateline_candidates(source.lines, held, common, str(shown.value) if shown else None),
        *agency_candidates(read.get("authors"), source.lines),
        *publication_candidates(read, source.lines, [line.number for line in lines]),
    ]
    read = _choose([*read.values(), *(c for c in sent if c.field != "date" or "date" not in read)])
    chosen = read | _choose(list(header.candidates) if header else []) | by_field(stated.over)
    if "language" not in chosen and shown:
        chosen["language"] = shown
    findings = [*stated.findings, *(header.findings if header else ()), *_doubts(source.path, lines, chosen, order)]
    chosen = _site_default(options) | by_field(stated.under) | chosen
    if "title" not in chosen:
        chosen["title"] = _named_by_file(source.path)
        findings.append(Finding(source.path, 0, 0, "no-title"))
    printed = _printed(read, chosen)
    chosen |= _shown_title(chosen, source, str(chosen["language"].value) if "language" in chosen else None)
    front = _front(source, header, printed, note)
    taken = numbers_in((block.first, block.last) for block in front) | spoken
    aside = set_aside(source, shape, taken, found, chosen.get("authors"), known)
    taken |= numbers_in((block.first, block.last) for block in aside)
    aside += tuple(as_printed(source, Kind.FURNITURE, span) for span in pages.spans)
    aside = tuple(sorted(aside, key=lambda block: block.first))
    over = pages.over | found.over
    rest = left_over(source, taken | over, found.parting - over)
    return Recognised(_metadata(chosen, printed, front), front, aside, rest, over, shape, tuple(findings))


def _stated_title(header: Header | None, stated: Stated) -> str:
    """The headline that the header or the owner gives, else nothing."""
    candidates = (*stated.over, *(header.candidates if header else ()))
    return next((str(c.value) for c in candidates if c.field == "title" and c.value), "")


def _stated_language(header: Header | None, stated: Stated) -> str | None:
    candidates = (*stated.over, *(header.candidates if header else ()), *stated.under)
    return next((str(c.value) for c in candidates if c.field == "language" and c.value), None)


def _choose(candidates: list[Candidate]) -> dict[str, Candidate]:
    chosen: dict[str, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.first)):
        chosen.setdefault(candidate.field, candidate)
    return chosen


def _doubts(path: str, lines: list[Line], chosen: dict[str, Candidate], order: str | None) -> list[Finding]:
    """A dateline that may be read in two ways, where no other gave the date."""
    if "date" in chosen:
        return []
    for line in lines[:4]:
        dated = read_date(line.text, order)
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


def _shown_title(chosen: dict[str, Candidate], source: Source, language: str | None) -> dict[str, Candidate]:
    """A title that the text prints in capitals as pages show it, and as it is printed; none where the owner gave it."""
    title = chosen["title"]
    if title.kind != Kind.TITLE or not is_in_capitals(str(title.value)):
        return {}
    shown = display_form(str(title.value), source.lines[title.last :], language)
    if shown is None:
        return {}
    return {"title": replace(title, value=shown), "headline": replace(title, field="headline")}


def _printed(read: dict[str, Candidate], chosen: dict[str, Candidate]) -> list[Candidate]:
    """
    What stands in the head, title first; where a header says otherwise, the line says more than the value.

    A title that the header gives has taken no line of the text from the body, unless it stands there too; then the
    standfirst stays there as well.
    """
    found: list[Candidate] = []
    for field in ("title", "authors", "date", "description"):
        candidate, value = read.get(field), chosen.get(field)
        if candidate is None or value is None or candidate.first == 0 or candidate.kind == Kind.PARAGRAPH:
            continue
        if candidate.kind == Kind.STANDFIRST:  # the page prints it in any case
            found += [candidate] if any(c.field == "title" for c in found) else []
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


def _metadata(chosen: dict[str, Candidate], printed: list[Candidate], front: tuple[Block, ...]) -> Metadata:
    values: dict[str, Any] = {field: c.value for field, c in chosen.items() if c.value is not None}
    more = {c.first for c in printed if c.says_more}
    evidence = tuple(
        Evidence(c.field, _as_text(c), c.first, c.last, c.rule, c.weight, c.where) for _, c in sorted(chosen.items())
    )
    says_more = tuple(in_full(b.text) for b in front if b.first in more and b.kind != Kind.HEADER)
    return Metadata(**values, printed=says_more, evidence=evidence)


def _as_text(candidate: Candidate) -> str:
    value = candidate.value
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")
