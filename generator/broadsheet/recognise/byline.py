"""Who wrote it: lines that begin with "By", and bare names under the headline or beside the date."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from broadsheet.layout.sentence import ends_sentence
from broadsheet.model import Kind
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.correspondents import office
from broadsheet.recognise.date import read_date
from broadsheet.recognise.name_lists import lists_joined
from broadsheet.recognise.names import (
    BY,
    PARTICLES,
    by_prefix,
    is_full_name,
    is_institution,
    is_name,
    is_organisation,
    is_uncased,
    may_be_institution,
    says_more_than_names,
    split_names,
)
from broadsheet.recognise.places import is_place

Common = Callable[[], Set[str]]
"""Gives the words that a text has in lower case."""

_NOT_A_NAME = re.compile(r"(?:the|an?|der|die|das|ein|eine|le|la|les|los|las|il|gli|det|den)\s", re.IGNORECASE)
"""What begins so is a heading or a subtitle, unless it is a desk."""
_SECTION = frozenset(
    """
    analysis archive arts books business comment culture deutschland economy editorial entertainment europe exclusive
    feature features finance gesellschaft health home international interview kommentar kultur leben lifestyle local
    magazine media meinung money nachrichten national news obituary obituaries opinion panorama politics politik
    politique review science society sport sports technology tech travel video weather welt wirtschaft wissen world
    challenge innlent monde économie culture société opinión cultura deportes economía mundo política esteri cronaca
    """.split()
)
"""Sections of a paper, which stand between headline and date too."""
_FIRST_NAMES = frozenset(
    "mark will bill rob sue pat rose grace hope frank jack may art don dick van de la di da der".split()
)
"""Names that are words too."""
_BESIDE = re.compile(r"[|•·–—]|\s-\s")
"""What parts a name from the date on its line; after a comma it may as well be a place."""
_LONGEST = 120
_STREET = re.compile(r"\d{1,4}\w?,?\s+[^\W\d_]|[^\W\d_]+(?:straße|strasse|str\.|weg)\s+\d")
_PARAGRAPH = 60
"""The line before a signature is no shorter."""
_MOST_SAID = 5
"""Small words that a byline has at most: "editor of the Sun"."""
SIGNATURE = 0.5
"""How sure a signature is; it is looked for only where no byline is as sure."""
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
    return found


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


def _with_by(line: Line, before: Line | None) -> Candidate | None:
    prefix = by_prefix(line.text)
    if not prefix or len(line.text) > _LONGEST or _is_said(line, before):
        return None
    dated = read_date(line.text)
    names = split_names(dated.rest if dated else line.text)
    if not names or not all(_plausible(name) for name in names):
        return None
    if prefix.casefold().strip() in ("text", "texte", "texto", "testo", "de", "文"):
        return None
    if len(names) > 1 and all(len(name.split()) == 1 and not is_uncased(name) for name in names):
        return None
    return _candidate(line, names, "byline-by", 0.9)


def _is_said(line: Line, before: Line | None) -> bool:
    """Whether "by" goes on a sentence: the line before is open, or many words of the line are no names."""
    goes_on = line.text[0].islower() and before is not None and before.text[-1] in ",;–—"
    said = [word for word in line.text.split()[1:] if word[0].islower() and word.strip(".,;") not in PARTICLES]
    return goes_on or len(said) > _MOST_SAID


def _bare(line: Line, before: Line | None, after: Line | None) -> Candidate | None:
    if len(line.text) > (3 * _LONGEST if line.last else _LONGEST):
        return None
    dated = read_date(line.text)
    dated_after = after is not None and _is_dateline(after)
    dated_before = before is not None and before.number == line.number - 1 and _is_dateline(before)
    tied = line.joins(after) and after is not None and _is_dated(after)
    if not (dated or dated_after or dated_before or tied or may_be_institution(line.text)):
        return None
    if ends_sentence(line.text) and not is_name(line.text):
        return None
    names = split_names(dated.rest if dated else line.text)
    if not names or line.text.casefold() in _SECTION:
        return None
    if all(is_institution(name) for name in names):
        return _candidate(line, names, "byline-desk", 0.75)
    if tied and _is_signature(line.text, names):
        return _candidate(line, names, "byline-hard-break", 0.85)
    if not all(_plausible(name) for name in names) or (_NOT_A_NAME.match(names[0]) and not line.breaks):
        return None
    single = not all(len(name.split()) > 1 or is_uncased(name) or is_organisation(name) for name in names)
    if dated:
        return _candidate(line, names, "byline-and-date", 0.8) if _BESIDE.search(line.text) and not single else None
    touching = after is not None and after.number == line.number + 1 and not is_place(line.text)
    if dated_after and (not single or touching):
        return _candidate(
            line, names, "byline-before-date", 0.48 if single or all(map(is_organisation, names)) else 0.8
        )
    if dated_before and not single:
        return _candidate(line, names, "byline-after-date", 0.65)
    return None


def _under_headline(line: Line, after: Line | None, common: Common) -> Candidate | None:
    """The first line under a headline, if it is a name, or a word before the date."""
    longest = 3 * _LONGEST if line.last else _LONGEST
    if len(line.text) > longest or line.text.casefold() in _SECTION or read_date(line.text):
        return None
    if ends_sentence(line.text):
        return None
    names = split_names(line.text)
    if not names:
        return None
    if all(is_organisation(name) for name in names):
        return _candidate(line, names, "byline-agency", 0.45)
    article = _NOT_A_NAME.match(line.text) is not None
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
    The last line of a text, if it is nothing but names: a signature.

    Left alone: names with a word that the text has in lower case, a line after one that ends no sentence.
    """
    if len(lines) < _SIGNED or not ends_sentence(lines[-2].text) or len(lines[-2].text) < _PARAGRAPH:
        return []
    if len(lines[-1].text) > _LONGEST // 2:
        return []
    line = lines[-1]
    names = split_names(line.text)
    if names and all(_stands_alone(name, common) and not is_organisation(name) for name in names):
        return [_candidate(line, names, "byline-signature", SIGNATURE)]
    return []


def _stands_alone(name: str, common: Common) -> bool:
    """Whether a bare name is one without anything beside it that shows it."""
    words = {word.strip("'’.-").casefold() for word in name.split()}
    return is_organisation(name) or is_institution(name) or (is_full_name(name) and not words & common() - _FIRST_NAMES)


def _is_signature(text: str, names: tuple[str, ...]) -> bool:
    """Whether a line right before the date may be the signature: a few words that are no sentence and no subtitle."""
    words = len(text.split())
    few = words <= (2 if _NOT_A_NAME.match(text) else 3 * len(names))
    return few and text[-1] not in ".!?:…" and not any(c.isdigit() for c in text)


def _plausible(name: str) -> bool:
    return is_name(name) or is_institution(name) or is_organisation(name)


def _is_dated(line: Line) -> bool:
    return read_date(line.text) is not None


def _is_dateline(line: Line) -> bool:
    dated = read_date(line.text)
    return dated is not None and not any(c.isalnum() for c in dated.rest)


def _candidate(line: Line, names: tuple[str, ...], rule: str, weight: float) -> Candidate:
    said = sum(map(str.isalnum, "".join(names)))
    bare = sum(map(str.isalnum, BY.sub("", line.text, count=1)))
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
