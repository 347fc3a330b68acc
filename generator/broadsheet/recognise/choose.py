"""The chooser: of all candidates, one for each field, and which lines are thereby spoken for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from unicodedata import normalize

from broadsheet.abreast import Run
from broadsheet.errors import Finding
from broadsheet.inline import in_full
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Evidence, Kind, Metadata, Repeated, Source
from broadsheet.model.repeated import NOT_SURVEYED
from broadsheet.options import Options
from broadsheet.recognise.asides import Below
from broadsheet.recognise.bylines.authorship import Common
from broadsheet.recognise.bylines.elsewhere import SIGNATURE, date_at_end, signature_candidates
from broadsheet.recognise.bylines.sign_off import agency_candidates
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.datelines.dateline import dateline_candidates
from broadsheet.recognise.datelines.publication import publication_candidates
from broadsheet.recognise.dates.date import date_candidates, read_date
from broadsheet.recognise.dates.order import usual_order
from broadsheet.recognise.front import front_of, printed_in_head
from broadsheet.recognise.head import common_words, foot_of, head_candidates, head_of
from broadsheet.recognise.header.header import Header
from broadsheet.recognise.header.stated import NOTHING, Stated, by_field
from broadsheet.recognise.headlines.display import display_form
from broadsheet.recognise.headlines.standfirst import standfirst_candidate
from broadsheet.recognise.language import language_of
from broadsheet.recognise.repeats import repeats
from broadsheet.recognise.set_aside import as_printed, left_over, set_aside, with_furniture
from broadsheet.recognise.spans import numbers_in
from broadsheet.recognise.told_apart import ToldApart, tell_apart
from broadsheet.trace import Note


class Recognised(NamedTuple):
    """What was recognised in a source."""

    metadata: Metadata
    front: tuple[Block, ...]
    aside: tuple[Block, ...]
    rest: tuple[tuple[int, str], ...]
    """The lines that are left for the body, empty ones included, with their numbers; those taken are missing."""
    over: frozenset[int]
    """Lines missing in `rest` over which the text goes on: page furniture, captions, prompts."""
    parted: frozenset[int]
    """Lines that are empty in `rest`, since what stands on them was set aside and parts the text."""
    shape: Shape
    """How the lines of the file are broken."""
    findings: tuple[Finding, ...]


def recognise(
    source: Source, options: Options, note: Note, stated: Stated = NOTHING, repeated: Repeated = NOT_SURVEYED
) -> Run[Recognised]:
    """
    Tell headline, authors, date and language of a source, and what is set aside, from its text; never raises.

    What the owner says is `stated` for what stands outside of the article; each field has one value, of the first
    that gives it: what is stated over the article, its header, its text, what is stated under it, the options.
    `repeated`: the lines that stand in many articles of the same source.
    """
    told = yield from tell_apart(source, stated, repeated)
    yield
    shown = _language(source, told.start)
    language = str(shown.value) if shown else None
    order = stated.date_order or usual_order(_stated_language(told.header, stated) or language)
    yield
    head = head_of(source.lines, told.start, told.unseen)
    common = common_words(source.lines, head)
    below = Below(source.lines, told.shape)

    @cache
    def foot() -> list[Line]:
        return foot_of(source.lines, below, told.unseen | numbers_in([(1, told.start)]))

    read = yield from _read_head(source, told, head, common, foot, order)
    yield
    read = yield from _with_origin(read, source, told, head, common, language)
    yield
    if "date" not in read and (dated := date_at_end(foot(), order)):
        read = _choose([*read.values(), *dated])
    chosen = read | _choose(list(told.header.candidates) if told.header else []) | by_field(stated.over)
    if "language" not in chosen and shown:
        chosen["language"] = shown
    findings = [*stated.findings, *(told.header.findings if told.header else ())]
    findings += _doubts(source.path, head, chosen, order)
    chosen = _site_default(options) | by_field(stated.under) | chosen
    if "title" not in chosen:
        chosen["title"] = _named_by_file(source.path)
        findings.append(Finding(source.path, 0, 0, "no-title"))
    printed = printed_in_head(read, chosen)
    yield
    printed += _updates(head, printed, order)
    yield
    chosen |= _shown_title(chosen, source, str(chosen["language"].value) if "language" in chosen else None)
    yield
    front = front_of(source, told.header, printed, note)
    taken = numbers_in((block.first, block.last) for block in front) | told.spoken
    authors = _names(chosen.get("authors"))
    yield
    again = frozenset(repeats(source.lines, front, taken, authors))
    taken |= again
    yield
    aside = set_aside(source, told, below, taken, authors)
    yield
    aside += tuple(as_printed(source, Kind.FURNITURE, (number, number)) for number in sorted(again))
    taken |= numbers_in((block.first, block.last) for block in aside)
    over = told.pages.over | told.found.over
    parting = told.found.parting - over
    rest, parted = left_over(source, taken | over, parting), parting & told.found.lines
    yield
    known = _metadata(chosen, printed, front)
    aside = with_furniture(aside, source, told)
    return Recognised(known, front, aside, rest, over, parted, told.shape, tuple(findings))


def _read_head(
    source: Source, told: ToldApart, head: list[Line], common: Common, foot: Callable[[], list[Line]], order: str | None
) -> Run[dict[str, Candidate]]:
    """What the head says; where it has no sure byline, the last line may sign; then the standfirst between them."""
    found = yield from head_candidates(head, told.shape, told.pages.head, common, told.titled, order)
    read = _choose(found)
    yield
    unsigned = "authors" not in read or read["authors"].weight < SIGNATURE
    if unsigned and (signed := signature_candidates(foot(), common)):
        read = _choose([*read.values(), *signed])
    if standfirst := standfirst_candidate(read, source.lines, told.unseen):
        read["description"] = standfirst
    return read


def _with_origin(
    read: dict[str, Candidate],
    source: Source,
    told: ToldApart,
    head: list[Line],
    common: Common,
    language: str | None,
) -> Run[dict[str, Candidate]]:
    """With the place, the agencies and the paper that a text comes from; and the day, where the head has none."""
    spans = ((c.first, c.last) for c in read.values() if c.kind != Kind.PARAGRAPH)
    held = numbers_in(spans) | told.unseen | set(range(1, told.start + 1))
    sent = dateline_candidates(source.lines, held, common, language)
    yield
    sent += [
        *agency_candidates(read.get("authors"), source.lines),
        *publication_candidates(read, source.lines, [line.number for line in head]),
    ]
    more = [c for c in sent if c.field != "date" or "date" not in read]
    return _choose([*read.values(), *more]) if more else read


def _updates(head: list[Line], printed: list[Candidate], order: str | None) -> list[Candidate]:
    """The lines of a head that say when the article was updated, beside the one of its date."""
    if not any(c.field == "date" for c in printed):
        return []
    held = numbers_in((c.first, c.last) for c in printed)
    found = (c for c in date_candidates(head, order) if c.rule.endswith("-updated") and c.first not in held)
    return [c._replace(says_more=True) for c in found]


def _stated_language(header: Header | None, stated: Stated) -> str | None:
    candidates = (*stated.over, *(header.candidates if header else ()), *stated.under)
    return next((str(c.value) for c in candidates if c.field == "language" and c.value), None)


def _names(authors: Candidate | None) -> tuple[str, ...]:
    return authors.value if authors and isinstance(authors.value, tuple) else ()


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
        dated = read_date(line.text, order) if line.numbered else None
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
    if title.kind != Kind.TITLE:
        return {}
    shown = display_form(str(title.value), source.lines[title.last :], language)
    if shown is None:
        return {}
    return {"title": title._replace(value=shown), "headline": title._replace(field="headline")}


def _metadata(chosen: dict[str, Candidate], printed: list[Candidate], front: tuple[Block, ...]) -> Metadata:
    values: dict[str, Any] = {field: c.value for field, c in chosen.items() if c.value is not None}
    more = {c.first for c in printed if c.says_more}
    evidence = tuple(
        Evidence(c.field, c.as_text, c.first, c.last, c.rule, c.weight, c.where) for _, c in sorted(chosen.items())
    )
    says_more = tuple(in_full(b.text) for b in front if b.first in more and b.kind != Kind.HEADER)
    return Metadata(**values, printed=says_more, evidence=evidence)
