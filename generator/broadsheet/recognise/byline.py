"""Who wrote it: lines that begin with "By", and bare names beside the date."""

from __future__ import annotations

import re

from broadsheet.model import Kind
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.date import read_date
from broadsheet.recognise.months import is_weekday

_BY = re.compile(
    r"(?:written by|by|von|par|por|di|av|af|door|autor|autore|auteur|author|автор|بقلم|كتب|كتبت|מאת)(?::\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?P<the>the)\s+|(?:der|die|das|dem|la|le|les|el|los)\s+|l['’]")
_INSTITUTION = re.compile(
    r"(?:[\w'’&.-]+\s){0,4}(?:desk|staff|newsroom|bureau|editorial board|staff (?:reporter|writer|correspondent)s?)"
    r"|(?:\w*redaktion|rédaction|redacción|redazione|redactie)(?:\s[\w'’&-]+){0,5}|(?:قسم|מערכת)(?:\s\w+){1,4}",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"(?:the|an?|der|die|das|ein|eine|le|la|les|los|las|il|gli|det|den)\s", re.IGNORECASE)
"""What begins so is a heading or a subtitle, unless it is a desk."""
_BESIDE = re.compile(r"[|•·–—]|\s-\s")
"""What parts a name from the date on its line; after a comma it may as well be a place."""
_PARTS = re.compile(r"\s*(?:[,;،&|]|\s(?:and|und|et|y|en|och|og)\s)\s*")
_ADDRESS = re.compile(r"\s*[<(]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)]?")
_PARTICLES = frozenset(
    "af al at av bin bint d da das de del della den der des di dos du el ibn la le o ten ter van vom von y zu zum"
    " zur".split()
)
_LONGEST = 120


def split_names(text: str, *, by: bool = True) -> tuple[str, ...]:
    """
    The names of a byline, without "By", if it may have one, and without addresses.

    >>> split_names("By the Archive desk and Ada Lovelace <ada@example.org>")
    ('Archive desk', 'Ada Lovelace')
    """
    bare = _ADDRESS.sub("", _BY.sub("", text, count=1) if by and _BY.match(text) else text)
    names = []
    for part in _PARTS.split(bare):
        name = _without_article(part.strip(" .*_|·•–—-")).strip()
        if name and (first := name.split()[0]).islower() and first not in _PARTICLES and first[0].isalpha():
            name = name[0].upper() + name[1:]
        if name:
            names.append(name)
    return tuple(dict.fromkeys(names))


def _without_article(name: str) -> str:
    """ "the Archive desk" is the Archive desk; *Le Monde* keeps its article, and so does a person's name."""
    article = _ARTICLE.match(name)
    if article is None or not (article["the"] or _INSTITUTION.fullmatch(name, article.end())):
        return name
    return name[article.end() :]


def is_name(text: str) -> bool:
    """
    Whether a text has the form of a name: one to six words, no digit, each capitalised or a particle, no full stop.

    Scripts without capitals have up to five words.

    >>> is_name("Ludwig van Beethoven"), is_name("It rained")
    (True, False)
    """
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60 or any(c.isdigit() or c in '!?:;"“”„«»()[]<>=/\\' for c in text):
        return False
    if (text[-1] == "." and len(words[-1]) > 3) or is_weekday(words[0]):
        return False
    return all(_name_word(word) for word in words)


def _name_word(word: str) -> bool:
    first = word.lstrip("'’-")[:1]
    return first.isupper() or (first.isalpha() and not first.islower()) or word.casefold().strip(".") in _PARTICLES


def byline_candidates(lines: list[Line]) -> list[Candidate]:
    """
    The lines of a head, after the headline, that name the authors.

    With "By" a line speaks for itself, and so does a desk ("Archive desk", "Redaktion Kultur").  A bare name counts
    only next to a date.  Left alone: a single word, which may be a place; a place before the date on its line; phrases
    that begin with an article; sentences.
    """
    found = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        after = lines[at + 1] if at + 1 < len(lines) else None
        if candidate := _with_by(line) or _bare(line, before, after):
            found.append(candidate)
    return found


def _with_by(line: Line) -> Candidate | None:
    if not _BY.match(line.text) or len(line.text) > _LONGEST:
        return None
    dated = read_date(line.text)
    names = split_names(dated.rest if dated else line.text)
    if not names or not all(_plausible(name) for name in names):
        return None
    if len(names) > 1 and all(len(name.split()) == 1 and not _uncased(name) for name in names):
        return None
    return _candidate(line, names, "byline-by", 0.9)


def _bare(line: Line, before: Line | None, after: Line | None) -> Candidate | None:
    if len(line.text) > _LONGEST:
        return None
    dated = read_date(line.text)
    names = split_names(dated.rest if dated else line.text)
    if not names or not all(_plausible(name) for name in names):
        return None
    if all(_INSTITUTION.fullmatch(name) for name in names):
        return _candidate(line, names, "byline-desk", 0.75)
    if not all(is_name(name) and not (_NOT_A_NAME.match(name) and not line.breaks) for name in names):
        return None
    if line.joins(after) and after and read_date(after.text):
        return _candidate(line, names, "byline-hard-break", 0.85)
    if not all(len(name.split()) > 1 or _uncased(name) for name in names):
        return None
    if dated:
        return _candidate(line, names, "byline-and-date", 0.8) if _BESIDE.search(line.text) else None
    if after and _is_dateline(after):
        return _candidate(line, names, "byline-before-date", 0.8)
    if before and before.number == line.number - 1 and _is_dateline(before):
        return _candidate(line, names, "byline-after-date", 0.65)
    return None


def is_institution(name: str) -> bool:
    """Whether a name is that of a desk, of the staff, of an editorial office."""
    return _INSTITUTION.fullmatch(name) is not None


def _plausible(name: str) -> bool:
    return is_name(name) or is_institution(name)


def _uncased(name: str) -> bool:
    return not any(c.isupper() or c.islower() for c in name)


def _is_dateline(line: Line) -> bool:
    dated = read_date(line.text)
    return dated is not None and not any(c.isalnum() for c in dated.rest)


def _candidate(line: Line, names: tuple[str, ...], rule: str, weight: float) -> Candidate:
    return Candidate(
        "authors",
        names,
        line.number,
        line.number,
        rule,
        weight,
        Kind.BYLINE,
        says_more=_ADDRESS.search(line.text) is not None,
    )


def date_beside_byline(byline: Candidate, line: Line, order: str | None = None) -> Candidate | None:
    """The date that stands on the byline's own line, if one does."""
    dated = read_date(line.text, order)
    if dated is None or dated.date is None:
        return None
    return Candidate("date", dated.date, byline.first, byline.last, f"{dated.rule}-in-byline", 0.85, Kind.BYLINE,
                     says_more=dated.clock)  # fmt: skip
