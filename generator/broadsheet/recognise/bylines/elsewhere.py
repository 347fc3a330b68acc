"""Authors named elsewhere than in a byline: in a standfirst, above the date, below the paper, as a signature."""

from __future__ import annotations

import re

from broadsheet.layout.sentence import ends_sentence
from broadsheet.model import Kind
from broadsheet.recognise.bylines.authorship import MARKS, Common, byline, is_dateline, is_publisher, stands_alone
from broadsheet.recognise.bylines.name_parts import begins_as_phrase, split_names, without_credits
from broadsheet.recognise.bylines.names import (
    is_full_name,
    is_institution,
    is_marks,
    is_organisation,
    may_be_institution,
)
from broadsheet.recognise.bylines.words import opening
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.dates.date import date_candidates
from broadsheet.recognise.lexicon.places import is_place
from broadsheet.recognise.lexicon.sections import SECTIONS

_LONGEST = 120
_PARAGRAPH = 60
"""The paragraph before a signature is no shorter."""
_HANDLE = re.compile(r"@[A-Za-z0-9]\w{1,29}")
_LAST_WORDS = re.compile(r"[.!?…][\"”“»’]*\s+(?P<said>[^.!?…]{6,60})\.?$")
_STANDFIRST = 4
PUBLISHER = 0.49
"""Surer than a paper or an agency in the place of a byline, and less so than a signature."""
SIGNATURE = 0.5
"""How sure a signature is; it is looked for only where no byline is as sure."""
_PARTIAL, _AT_END = 0.7, 0.3
"""A date that is no surer has no day; and how sure one at the end is."""
_NEAR = 4
"""So many of the last paragraphs may be signed by a desk; notices follow it."""
_SIGNED = 6
"""A text of fewer lines has no signature."""


def in_standfirst(lines: list[Line]) -> list[Candidate]:
    """Who wrote it, said in the last words of a standfirst: "… is open again. A review by Ada Lovelace"."""
    for line in lines[:_STANDFIRST]:
        if 2 * _PARAGRAPH // 3 < len(line.text) <= 3 * _LONGEST and (last := _LAST_WORDS.search(line.text)):
            names = split_names(last["said"]) if opening(last["said"]) else ()
            if names and all(map(is_full_name, names)):
                return [byline(line, names, "byline-in-standfirst", 0.6)._replace(kind=Kind.PARAGRAPH)]
    return []


def below_publisher(lines: list[Line], publisher: Candidate, common: Common) -> list[Candidate]:
    """
    Several names that stand by themselves below that of a paper or an agency, which does not tell who wrote.

    Left alone: a single name, which may head a section.
    """
    if not isinstance(publisher.value, tuple) or not all(map(is_publisher, publisher.value)):
        return []
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        apart = before.number < line.number - 1 and (line.last or line.number) < after.number - 1
        if apart and line.number > publisher.last and len(line.text) <= _LONGEST and not line.text.isupper():
            names = split_names(line.text)
            if len(names) > 1 and all(stands_alone(name, common) and not _is_desk(name) for name in names):
                return [byline(line, names, "byline-below-publisher", PUBLISHER)]
    return []


def _is_desk(name: str) -> bool:
    return is_publisher(name) or is_institution(name) or is_place(name) or name.casefold() in SECTIONS


def names_in_lines(lines: list[Line], common: Common) -> Candidate | None:
    """
    Lines right under the headline, each a name or a handle, down to the date, or a paragraph of their own.

    Left alone: a single name; places without a date, handles without one.
    """
    at = next((at for at, line in enumerate(lines) if not _is_named(line.text)), len(lines))
    if at == len(lines) or not at:
        return None
    named, after = lines[:at], lines[at]
    handles = sum(line.text[0] == "@" for line in named)
    if (at == 1 and not handles) or not all(line.text[0] == "@" or stands_alone(line.text, common) for line in named):
        return None
    names = tuple(dict.fromkeys(line.text for line in named))
    persons = [name for name in names if name[0] != "@"]
    if persons and list(split_names(", ".join(persons))) != persons:  # one is a role, a place or a paper
        return None
    whole = Line(named[0].number, "; ".join(names), last=named[-1].number)
    if is_dateline(after):
        return byline(whole, names, "byline-names-above-date", 0.82)._replace(says_more=False)
    together = named[-1].number - named[0].number == at - 1 and after.number > named[-1].number + 1
    if together and not handles and not is_place(names[0]):
        return byline(whole, names, "byline-names-in-lines", 0.56)
    return None


def _is_named(text: str) -> bool:
    return is_full_name(text) or (text[0] == "@" and _HANDLE.fullmatch(text) is not None)


def signature_candidates(lines: list[Line], common: Common = frozenset) -> list[Candidate]:
    """
    The last line of a text, if it is nothing but names or their marks: a signature; of a desk also one of the last.

    Credits may follow ("ada, kml; Foto: Archive desk").  Left alone: names with a word that the text has in lower
    case, a line after one that ends no sentence, or after a short paragraph.
    """
    if len(lines) < _SIGNED:
        return []
    _, dated = _dated_at_end(lines)
    lines = [*lines[:dated], *lines[dated + 1 :]]
    below = 0
    for at in range(len(lines) - 1, 0, -1):
        line = lines[at]
        below += at + 1 < len(lines) and lines[at + 1].number > line.number + 1
        if below == _NEAR:
            break
        is_last = at == len(lines) - 1
        longest = _LONGEST if is_last else _LONGEST // 2
        if len(line.text) > longest or not _ends_paragraph(lines, at):
            continue
        if is_last and is_marks(said := without_credits(line.text)):
            return [byline(line, tuple(MARKS.split(said)), "byline-signature", SIGNATURE)]
        if len(line.text) > _LONGEST // 2 or not (is_last or may_be_institution(line.text)):
            continue
        names = split_names(line.text)
        if begins_as_phrase(line.text, names):
            continue
        last = is_last and all(stands_alone(name, common) and not is_organisation(name) for name in names)
        if names and (last or all(map(is_institution, names))):
            return [byline(line, names, "byline-signature", SIGNATURE)]
    return []


def date_at_end(lines: list[Line], order: str | None = None) -> list[Candidate]:
    """
    The day on the last line of a text, or on the one beside its signature, when it was written; perhaps with a place.

    Left alone: a month or a year, an update, a line that does not follow the end of a paragraph.
    """
    date, at = _dated_at_end(lines, order)
    if date is None or len(lines) < _SIGNED:
        return []
    above = [*lines[:at], *lines[at + 1 :]]
    names = split_names(above[-1].text)
    if (
        names
        and all(is_full_name(name) or is_institution(name) for name in names)
        and len(above[-1].text) <= _PARAGRAPH
    ):
        above = above[:-1]
    elif at < len(lines) - 1:
        return []
    return [date._replace(rule=f"{date.rule}-at-end", weight=_AT_END)] if _ends_paragraph(above, len(above)) else []


def _dated_at_end(lines: list[Line], order: str | None = None) -> tuple[Candidate | None, int]:
    """Which of the last two lines is a day, with at most a place, and the day."""
    for at in range(len(lines) - 1, max(len(lines) - 3, 0), -1):
        for date in date_candidates(lines[at : at + 1], order):
            if date.weight > _PARTIAL:
                return date, at
    return None, len(lines)


def _ends_paragraph(lines: list[Line], end: int) -> bool:
    """Whether the last line before a place ends a paragraph of some length."""
    if not ends_sentence(lines[end - 1].text):
        return False
    length, number = 0, lines[end - 1].number
    for line in lines[end - 1 :: -1]:
        if line.number != number or length >= _PARAGRAPH:
            break
        length, number = length + len(line.text), number - 1
    return length >= _PARAGRAPH
