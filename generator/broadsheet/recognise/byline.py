"""Who wrote it: lines that begin with "By", and bare names under the headline or beside the date."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import replace
from functools import lru_cache

from broadsheet.layout.sentence import ends_sentence
from broadsheet.model import Kind
from broadsheet.recognise.byline_words import is_weak, leads_to_desks, opening
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.correspondents import office
from broadsheet.recognise.date import read_date
from broadsheet.recognise.name_lists import lists_joined
from broadsheet.recognise.name_parts import says_more_than_names, split_names, without_credits
from broadsheet.recognise.names import (
    PARTICLES,
    is_body,
    is_full_name,
    is_institution,
    is_marks,
    is_name,
    is_organisation,
    is_uncased,
)
from broadsheet.recognise.newspapers import is_newspaper
from broadsheet.recognise.places import is_place
from broadsheet.recognise.sections import SECTIONS

Common = Callable[[], Set[str]]
"""Gives the words that a text has in lower case."""

_NOT_A_NAME = re.compile(r"(?:the|an?|der|die|das|ein|eine|le|la|les|los|las|il|gli|det|den)\s", re.IGNORECASE)
"""What begins so is a heading or a subtitle, unless it is a desk."""
_WORDS_TOO = PARTICLES | frozenset(
    "mark will bill rob sue pat rose grace hope frank jack may art don dick drew chase hunter faith joy dean".split()
)
"""Names that are words too."""
_BESIDE = re.compile(r"[|•·–—]|\s-\s|\s(?:on|am|vom|le|el|em|il|op|den|dnia|dne|pada)\s")
"""What parts a name from the date on its line; after a comma it may as well be a place."""
_MARKUP = "#* \u200e\u200f\u202a\u202b\u202c"
"""Marks of headings and of bold type, and those that tell which way a line runs."""
_AT = re.compile(r"(?:à|in|en|em|at|w|v|в)\s", re.IGNORECASE)
"""Before a place."""
_MARKS = re.compile(r"\s?[;,]\s?")
_LONGEST = 120
_STREET = re.compile(r"\d{1,4}\w?,?\s+[^\W\d_]|[^\W\d_]+(?:straße|strasse|str\.|weg)\s+\d")
_PARAGRAPH = 60
"""The paragraph before a signature is no shorter."""
_MOST_SAID = 5
"""Small words that a byline has at most: "editor of the Sun"."""
_LAST_WORDS = re.compile(r"[.!?…][\"”“»’]*\s+(?P<said>[^.!?…]{6,60})\.?$")
_STANDFIRST = 4
_PUBLISHER = 0.49
"""Surer than a paper or an agency in the place of a byline, and less so than a signature."""
SIGNATURE = 0.5
"""How sure a signature is; it is looked for only where no byline is as sure."""
_NEAR = 4
"""So many of the last lines may be signed by a desk; notices follow it."""
_SIGNED = 6
"""A text of fewer lines has no signature."""


def byline_candidates(lines: list[Line], *, headed: bool = False, common: Common = frozenset) -> list[Candidate]:
    """
    The lines of a head, after the headline, that name the authors.

    With "By" a line speaks for itself, and so does a desk ("Archive desk", "Redaktion Kultur") or an agency.  A bare
    name counts next to a date, or as the first line under the headline (`headed`), if none of its words is among those
    that the text has in lower case (`common`).  Left alone: a section of the paper ("Politics"), a single word with no
    date after it, a place before the date on its line, phrases that begin with an article, sentences.
    """
    found = []
    lines = lists_joined(lines)
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        after = lines[at + 1] if at + 1 < len(lines) else None
        candidate = _office(line) or _with_by(line, before) or _bare(line, before, after)
        if candidate is None and headed and at == 0:
            candidate = _under_headline(line, after, common)
        if candidate:
            found.append(candidate)
    if headed and (several := _names_above_date(lines, common)):
        found.append(several)
    found += _in_standfirst(lines)
    if found and all(candidate.weight < _PUBLISHER for candidate in found):
        found += _below_publisher(lines, found[0], common)
    return found


def _in_standfirst(lines: list[Line]) -> list[Candidate]:
    """Who wrote it, said in the last words of a standfirst: "… is open again. A review by Ada Lovelace"."""
    for line in lines[:_STANDFIRST]:
        if 2 * _PARAGRAPH // 3 < len(line.text) <= 3 * _LONGEST and (last := _LAST_WORDS.search(line.text)):
            names = split_names(last["said"]) if opening(last["said"]) else ()
            if names and all(map(is_full_name, names)):
                return [replace(_candidate(line, names, "byline-in-standfirst", 0.6), kind=Kind.PARAGRAPH)]
    return []


def _below_publisher(lines: list[Line], publisher: Candidate, common: Common) -> list[Candidate]:
    """
    Several names that stand by themselves below that of a paper or an agency, which does not tell who wrote.

    Left alone: a single name, which may head a section.
    """
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        apart = before.number < line.number - 1 and (line.last or line.number) < after.number - 1
        if apart and line.number > publisher.last and len(line.text) <= _LONGEST and not line.text.isupper():
            names = split_names(line.text)
            if len(names) > 1 and all(_stands_alone(name, common) and not _is_desk(name) for name in names):
                return [_candidate(line, names, "byline-below-publisher", _PUBLISHER)]
    return []


def _is_desk(name: str) -> bool:
    return _is_publisher(name) or is_institution(name) or is_place(name) or name.casefold() in SECTIONS


def _names_above_date(lines: list[Line], common: Common) -> Candidate | None:
    """Several lines right under the headline, each a name, down to the date."""
    for at, line in enumerate(lines):
        if at > 1 and _is_dateline(line):
            names = tuple(dict.fromkeys(above.text for above in lines[:at]))
            whole = Line(lines[0].number, "; ".join(names), last=lines[at - 1].number)
            return _candidate(whole, names, "byline-names-above-date", 0.82)
        if not is_full_name(line.text) or not _stands_alone(line.text, common):
            return None
    return None


def _office(line: Line) -> Candidate | None:
    """A line such as "From Our Own Correspondent"."""
    name = office(line.text)
    return _candidate(line, (name,), "byline-correspondent", 0.8) if name else None


@lru_cache(maxsize=256)  # title and byline are looked for on the same lines, several times
def _with_by(line: Line, before: Line | None) -> Candidate | None:
    if len(line.text) > _LONGEST or _is_said(line, before):
        return None
    text = line.text.strip(_MARKUP) if line.text[0] in _MARKUP else line.text
    end = opening(text)
    dated = read_date(text)
    if dated:
        text, end = dated.rest, end or opening(dated.rest)
    if not end:
        return None
    names = split_names(text)
    if not names or not all(_plausible(name) for name in names):
        return None
    if len(names) == 1 and _is_word(names[0], text):
        return None
    if len(names) > 1 and all(len(name.split()) == 1 and not is_uncased(name) for name in names):
        return None
    if is_weak(text, end) and not all(_is_sure(name, desk=leads_to_desks(text, end)) for name in names):
        return None
    found = _candidate(line, names, "byline-by", 0.9)
    return replace(found, text=line.text.strip(_MARKUP)) if line.text[0] in "#*" else found


def _is_word(name: str, text: str) -> bool:
    """Whether what stands after "by" is a common noun, as in "By the river"; desks may be written so."""
    small = len(name.split()) == 1 and name not in text and name.lower() in text
    return small and not (is_institution(name) or is_organisation(name))


def _is_sure(name: str, *, desk: bool) -> bool:
    return is_institution(name) or is_organisation(name) or (is_full_name(name) and not desk)


def _is_said(line: Line, before: Line | None) -> bool:
    """Whether "by" goes on a sentence: the line before is open, or many words of the line are no names."""
    goes_on = line.text[0].islower() and before is not None and before.text[-1] in ",;–—"
    said = [word for word in line.text.split()[1:] if word[0].islower() and word.strip(".,;") not in PARTICLES]
    return goes_on or len(said) > _MOST_SAID


@lru_cache(maxsize=256)
def _bare(line: Line, before: Line | None, after: Line | None) -> Candidate | None:
    if len(line.text) > (3 * _LONGEST if line.last else _LONGEST):
        return None
    if ends_sentence(line.text) and not is_name(line.text):
        return None
    dated = read_date(line.text)
    names = split_names(dated.rest if dated else line.text)
    if not names or line.text.casefold() in SECTIONS:
        return None
    if all(is_institution(name) or is_organisation(name) for name in names) and any(map(is_institution, names)):
        return _candidate(line, names, "byline-desk", 0.75)
    if line.joins(after) and after and _is_dated(after) and _is_signature(line.text, names):
        return _candidate(line, names, "byline-hard-break", 0.85)
    if not all(_plausible(name) for name in names) or (_NOT_A_NAME.match(names[0]) and not line.breaks):
        return None
    single = not all(len(name.split()) > 1 or is_uncased(name) or is_organisation(name) for name in names)
    if dated:
        beside = _BESIDE.search(line.text) and not single and not (_AT.match(names[0]) or all(map(is_place, names)))
        return _candidate(line, names, "byline-and-date", 0.8) if beside else None
    touching = after is not None and after.number == line.number + 1 and not is_place(line.text)
    if after and _is_dateline(after) and (not single or touching):
        return _candidate(line, names, "byline-before-date", 0.48 if single or all(map(_is_publisher, names)) else 0.8)
    if before and before.number == line.number - 1 and _is_dateline(before) and not single:
        return _candidate(line, names, "byline-after-date", 0.65)
    return None


def _under_headline(line: Line, after: Line | None, common: Common) -> Candidate | None:
    """The first line under a headline, if it is a name, or a word before the date."""
    longest = 3 * _LONGEST if line.last else _LONGEST
    if len(line.text) > longest or line.text.casefold() in SECTIONS or read_date(line.text):
        return None
    if ends_sentence(line.text):
        return None
    if is_marks(line.text):
        return _candidate(line, tuple(_MARKS.split(line.text)), "byline-agency", 0.45)
    names = split_names(line.text)
    if not names:
        return None
    if all(map(_is_publisher, names)) and (all(map(is_organisation, names)) or not _NOT_A_NAME.match(line.text)):
        return _candidate(line, names, "byline-agency", 0.45)
    if is_body(line.text):
        return _candidate(line, (line.text,), "byline-agency", 0.45)
    article = _NOT_A_NAME.match(line.text) is not None or is_place(line.text)
    if all(_stands_alone(name, common) for name in names) and not article and after and _is_alone(line, after):
        return _candidate(line, names, "byline-under-headline", 0.55)
    if after and _is_dateline(after) and _is_signature(line.text, names) and not is_place(line.text):
        return _candidate(line, names, "byline-before-date", 0.48)
    return None


def _is_alone(line: Line, after: Line) -> bool:
    """Whether a name is not the first line of an address or a table."""
    address = after.number == line.number + 1 and _STREET.match(after.text) and not _is_dateline(after)
    return not address and not re.search(r"\S\s{2,}\S|\t", line.text)


def signature_candidates(lines: list[Line], common: Common = frozenset) -> list[Candidate]:
    """
    The last line of a text, if it is nothing but names or their marks: a signature; of a desk also one of the last.

    Credits may follow ("ada, kml; Foto: Archive desk").  Left alone: names with a word that the text has in lower
    case, a line after one that ends no sentence, or after a short paragraph.
    """
    if len(lines) < _SIGNED:
        return []
    for at in range(len(lines) - 1, len(lines) - _NEAR, -1):
        line = lines[at]
        if len(line.text) > _LONGEST or not _ends_paragraph(lines[:at]):
            continue
        said = without_credits(line.text)
        if at == len(lines) - 1 and is_marks(said):
            return [_candidate(line, tuple(_MARKS.split(said)), "byline-signature", SIGNATURE)]
        names = split_names(line.text) if len(line.text) <= _LONGEST // 2 else ()
        last = at == len(lines) - 1 and all(_stands_alone(name, common) and not is_organisation(name) for name in names)
        if names and (last or all(map(is_institution, names))):
            return [_candidate(line, names, "byline-signature", SIGNATURE)]
    return []


def _ends_paragraph(lines: list[Line]) -> bool:
    """Whether the last of some lines ends a paragraph of some length."""
    length, number = 0, lines[-1].number
    for line in reversed(lines):
        if line.number != number or length >= _PARAGRAPH:
            break
        length, number = length + len(line.text), number - 1
    return ends_sentence(lines[-1].text) and length >= _PARAGRAPH


def _stands_alone(name: str, common: Common) -> bool:
    """Whether a bare name is one without anything beside it that shows it."""
    words = {word.strip("'’.-").casefold() for word in name.split()}
    return is_organisation(name) or is_institution(name) or (is_full_name(name) and not words & common() - _WORDS_TOO)


def _is_signature(text: str, names: tuple[str, ...]) -> bool:
    """Whether a line right before the date may be the signature: a few words that are no sentence and no subtitle."""
    words = len(text.split())
    few = words <= (2 if _NOT_A_NAME.match(text) else 3 * len(names))
    return few and text[-1] not in ".!?:…" and not any(c.isdigit() for c in text)


def _is_publisher(name: str) -> bool:
    """Whether a name is that of an agency or a paper, which persons named elsewhere wrote for."""
    return is_organisation(name) or (is_newspaper(name) and is_name(name))


def _plausible(name: str) -> bool:
    return is_name(name) or is_institution(name) or _is_publisher(name)


def _is_dated(line: Line) -> bool:
    return read_date(line.text) is not None


def _is_dateline(line: Line) -> bool:
    dated = read_date(line.text)
    return dated is not None and not any(c.isalnum() for c in dated.rest)


def _candidate(line: Line, names: tuple[str, ...], rule: str, weight: float) -> Candidate:
    said = sum(map(str.isalnum, "".join(names)))
    bare = sum(map(str.isalnum, line.text[opening(line.text) :]))
    more = says_more_than_names(line.text) or bare > said + 4 * len(names)
    last = line.last or line.number
    return Candidate("authors", names, line.number, last, rule, weight, Kind.BYLINE, says_more=more)


def date_beside_byline(byline: Candidate, line: Line, order: str | None = None) -> Candidate | None:
    """The date that stands on the byline's own line, if one does."""
    dated = read_date(line.text, order)
    if dated is None or dated.date is None:
        return None
    return Candidate("date", dated.date, byline.first, byline.last, f"{dated.rule}-in-byline", 0.85, Kind.BYLINE,
                     says_more=dated.clock)  # fmt: skip
