"""Who wrote it: lines that begin with "By", and bare names under the headline or beside the date."""

from __future__ import annotations

import re
from itertools import compress

from broadsheet.layout.sentence import ends_sentence
from broadsheet.model import Kind
from broadsheet.recognise.bylines.authorship import (
    MARKS,
    Common,
    byline,
    is_dateline,
    is_plausible,
    is_publisher,
    stands_alone,
)
from broadsheet.recognise.bylines.correspondents import FIRST as FIRST_OF_OFFICES
from broadsheet.recognise.bylines.correspondents import office
from broadsheet.recognise.bylines.elsewhere import PUBLISHER, below_publisher, in_standfirst, names_in_lines
from broadsheet.recognise.bylines.name_lists import lists_joined
from broadsheet.recognise.bylines.name_parts import begins_as_phrase, split_names
from broadsheet.recognise.bylines.names import (
    PARTICLES,
    is_body,
    is_full_name,
    is_institution,
    is_marks,
    is_name,
    is_organisation,
    is_uncased,
    may_be_institution,
)
from broadsheet.recognise.bylines.words import FIRST, is_weak, leads_to_desks, opening
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.dates.date import read_date
from broadsheet.recognise.lexicon.places import is_place
from broadsheet.recognise.lexicon.plain_words import may_begin
from broadsheet.recognise.lexicon.sections import SECTIONS

_NOT_A_NAME = re.compile(r"(?:the|an?|der|die|das|ein|eine|le|la|les|los|las|il|gli|det|den)\s", re.IGNORECASE)
"""What begins so is a heading or a subtitle, unless it is a desk."""
_BESIDE = re.compile(r"[|•·–—]|\s-\s|\s(?:on|am|vom|le|el|em|il|op|den|dnia|dne|pada)\s")
"""What parts a name from the date on its line; after a comma it may as well be a place."""
_MARKUP = "#*_ \u200e\u200f\u202a\u202b\u202c"
"""Marks of headings and of bold type, and those that tell which way a line runs."""
_AT = re.compile(r"(?:à|in|en|em|at|w|v|в)\s", re.IGNORECASE)
"""Before a place."""
_BY_ALONE = 5
"""Between brackets a byline begins with no more than "by" in one of the languages; "Reporting by" begins a note."""
_LONGEST = 120
_FIRST = FIRST | FIRST_OF_OFFICES
"""The words that a byline or an office may begin with; most lines begin with another."""
_STREET = re.compile(r"\d{1,4}\w?,?\s+[^\W\d_]|[^\W\d_]+(?:straße|strasse|str\.|weg)\s+\d")
_MOST_SAID = 5
"""Small words that a byline has at most: "editor of the Sun"."""


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
    short = [len(line.text) <= (3 * _LONGEST if line.last else _LONGEST) for line in lines]
    desks = may_be_institution("\n".join([line.text for line in compress(lines, short)]))
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        after = lines[at + 1] if at + 1 < len(lines) else None
        candidate = _on_line(line, before, after, desks=desks) if short[at] else None
        if candidate and candidate.rule == "byline-after-date" and not _are_alone(candidate, common):
            candidate = None
        if candidate is None and headed and at == 0:
            candidate = _under_headline(line, after, common)
        if candidate:
            found.append(candidate)
    if headed and (several := names_in_lines(lines, common)):
        found.append(several)
    found += in_standfirst(lines)
    if found and all(candidate.weight < PUBLISHER for candidate in found):
        found += below_publisher(lines, found[0], common)
    return found


def _on_line(line: Line, before: Line | None, after: Line | None, *, desks: bool) -> Candidate | None:
    """What a line says of its own, between its neighbours; `desks`: whether any line may name a desk."""
    led = may_begin(line.text, _FIRST)
    found = (led and _office(line)) or ((led or line.numbered) and _with_by(line, before))
    return found or _bare(line, before, after, desks=desks)


def _are_alone(candidate: Candidate, common: Common) -> bool:
    """Whether none of the names is made of words of the text, as a heading below the date is."""
    return isinstance(candidate.value, tuple) and all(stands_alone(name, common) for name in candidate.value)


def _office(line: Line) -> Candidate | None:
    """A line such as "From Our Own Correspondent"."""
    name = office(line.text)
    return byline(line, (name,), "byline-correspondent", 0.8) if name else None


def _with_by(line: Line, before: Line | None) -> Candidate | None:
    if len(line.text) > _LONGEST:
        return None
    text = line.text.strip(_MARKUP) if line.text[0] in _MARKUP else line.text
    if text[:1] == "(" and text[-1] == ")" and opening(text[1:]) <= _BY_ALONE:
        text = text[1:-1]
    end = opening(text)
    dated = read_date(text) if line.numbered else None
    if dated:
        rest = dated.rest if not end or len(dated.rest) > end else text.partition(",")[0]  # by the paper, and the date
        text, end = rest, end or opening(rest)
    if not end or _is_said(line, before):
        return None
    names = split_names(text)
    if not names or not all(is_plausible(name) for name in names):
        return None
    if len(names) == 1 and _is_word(names[0], text):
        return None
    if len(names) > 1 and all(len(name.split()) == 1 and not is_uncased(name) for name in names):
        return None
    if is_weak(text, end) and not all(_is_sure(name, desk=leads_to_desks(text, end)) for name in names):
        return None
    found = byline(line, names, "byline-by", 0.9)
    return found._replace(text=line.text.strip(_MARKUP)) if line.text[0] in "#*_" else found


def _is_word(name: str, text: str) -> bool:
    """Whether what stands after "by" is a common noun, as in "By the river"; desks may be written so."""
    small = len(name.split()) == 1 and name not in text and name.lower() in text
    return small and not (is_institution(name) or is_organisation(name))


def _is_sure(name: str, *, desk: bool) -> bool:
    return is_institution(name) or is_organisation(name) or (is_full_name(name) and not desk)


def _is_said(line: Line, before: Line | None) -> bool:
    """Whether "by" goes on a sentence: the line before is open, or many words of the line are no names."""
    goes_on = line.text[0].islower() and before is not None and _is_open(before, line)
    said = [word for word in line.text.split()[1:] if word[0].islower() and word.strip(".,;") not in PARTICLES]
    return goes_on or len(said) > _MOST_SAID


def _is_open(before: Line, line: Line) -> bool:
    """Whether a line in small letters goes on the one before: after a comma, or to the end of its sentence."""
    inside = before.number == line.number - 1 and line.text.endswith(".") and not ends_sentence(before.text)
    return before.text[-1] in ",;–—" or inside


def _bare(line: Line, before: Line | None, after: Line | None, *, desks: bool) -> Candidate | None:
    dated = read_date(line.text) if line.numbered else None
    dated_after = after is not None and is_dateline(after)
    dated_before = before is not None and before.number == line.number - 1 and is_dateline(before)
    tied = line.joins(after) and after is not None and _is_dated(after)
    if not (dated or dated_after or dated_before or tied or (desks and may_be_institution(line.text))):
        return None
    if ends_sentence(line.text) and not is_name(line.text):
        return None
    text = dated.rest if dated else line.text
    names = split_names(text)
    if not names or line.text.casefold() in SECTIONS or begins_as_phrase(text, names):
        return None
    if all(is_institution(name) or is_organisation(name) for name in names) and any(map(is_institution, names)):
        return byline(line, names, "byline-desk", 0.75)
    if tied and _is_signature(line.text, names):
        return byline(line, names, "byline-hard-break", 0.85)
    if not all(is_plausible(name) for name in names) or (_NOT_A_NAME.match(names[0]) and not line.breaks):
        return None
    single = not all(len(name.split()) > 1 or is_uncased(name) or is_organisation(name) for name in names)
    if dated:
        beside = _BESIDE.search(line.text) and not single and not (_AT.match(names[0]) or all(map(is_place, names)))
        return byline(line, names, "byline-and-date", 0.8) if beside else None
    touching = after is not None and after.number == line.number + 1 and not is_place(line.text)
    if dated_after and (not single or touching):
        return byline(line, names, "byline-before-date", 0.48 if single or all(map(is_publisher, names)) else 0.8)
    if dated_before and not single:
        return byline(line, names, "byline-after-date", 0.65)
    return None


def _under_headline(line: Line, after: Line | None, common: Common) -> Candidate | None:
    """The first line under a headline, if it is a name, or a word before the date."""
    longest = 3 * _LONGEST if line.last else _LONGEST
    if len(line.text) > longest or line.text.casefold() in SECTIONS or _is_dated(line):
        return None
    if ends_sentence(line.text):
        return None
    if is_marks(line.text):
        return byline(line, tuple(MARKS.split(line.text)), "byline-agency", 0.45)
    names = split_names(line.text)
    if not names:
        return None
    if all(map(is_publisher, names)) and (all(map(is_organisation, names)) or not _NOT_A_NAME.match(line.text)):
        return byline(line, names, "byline-agency", 0.45)
    if is_body(line.text):
        return byline(line, (line.text,), "byline-agency", 0.45)
    article = _NOT_A_NAME.match(line.text) is not None or is_place(line.text)
    if all(stands_alone(name, common) for name in names) and not article and after and _is_alone(line, after):
        return byline(line, names, "byline-under-headline", 0.55)
    if after and is_dateline(after) and _is_signature(line.text, names) and not is_place(line.text):
        return byline(line, names, "byline-before-date", 0.48)
    return None


def _is_alone(line: Line, after: Line) -> bool:
    """Whether a name is not the first line of an address or a table."""
    address = after.number == line.number + 1 and _STREET.match(after.text) and not is_dateline(after)
    return not address and not re.search(r"\S\s{2,}\S|\t", line.text)


def _is_signature(text: str, names: tuple[str, ...]) -> bool:
    """Whether a line right before the date may be the signature: a few words that are no sentence and no subtitle."""
    words = len(text.split())
    few = words <= (2 if _NOT_A_NAME.match(text) else 3 * len(names))
    return few and text[-1] not in ".!?:…" and not any(c.isdigit() for c in text)


def _is_dated(line: Line) -> bool:
    return line.numbered and read_date(line.text) is not None


def date_beside_byline(names: Candidate, line: Line, order: str | None = None) -> Candidate | None:
    """The date that stands on the byline's own line, if one does."""
    dated = read_date(line.text, order)
    if dated is None or dated.date is None:
        return None
    return Candidate("date", dated.date, names.first, names.last, f"{dated.rule}-in-byline", 0.85, Kind.BYLINE,
                     says_more=dated.clock)  # fmt: skip
