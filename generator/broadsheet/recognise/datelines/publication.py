"""The newspaper or journal that an article stood in, where a line names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from broadsheet.inline import may_have_markup, parse, plain
from broadsheet.model import Kind
from broadsheet.recognise.bylines.names import PARTICLES
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.dates.date import read_date
from broadsheet.recognise.headlines.case import place_case
from broadsheet.recognise.lexicon.agencies import agencies_in
from broadsheet.recognise.lexicon.months import month_number
from broadsheet.recognise.lexicon.newspapers import is_newspaper
from broadsheet.recognise.lexicon.places import city, is_place
from broadsheet.recognise.lexicon.plain_words import may_begin
from broadsheet.recognise.spans import last_filled

_FIRST = re.compile(
    r"(?:(?:this|the) (?:article|story|essay|column|piece|report|interview|review) )?(?:was |has )?"
    r"(?:originally |first )"
    r"(?:been )?(?:published|printed|appeared|ran) (?:in|by|on) (?:(?-i:the )(?=[A-Z]))?"
    r"|(?:zuerst|erstmals) (?:erschienen|veröffentlicht|abgedruckt) (?:in|im)(?: der| dem)?[ :]+"
    r"|(?:initialement |d['’]abord )(?:publié|paru)e? (?:dans|par) |publicado (?:originalmente|por primera vez) en "
    r"|publicado originalmente (?:em|no|na) |pubblicato (?:originariamente|per la prima volta) (?:su|in|sul|sulla|nel) "
    r"|(?:oorspronkelijk|eerst) (?:verschenen|gepubliceerd) in (?:de |het )?|(?:först|ursprungligen) publicerad i "
    r"|впервые опубликовано в (?:газете |журнале )?",
    re.IGNORECASE,
)
"""Says that the text stood elsewhere before: what follows is the name, whatever it is."""
_FROM = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|kilde|källa|źródło|zdroj|источник|出典|来源|來源|출처|المصدر)\s*[:：]\s*"
    r"|(?:from|aus|published in|reprinted from|erschienen in|publié dans|paru dans|publicado en|publicado em"
    r"|publicado no"
    r"|pubblicato su|pubblicato sul|gepubliceerd in|verschenen in|publicerad i|опубликовано в)(?:\s*:\s*|\s+)"
    r"(?:(?-i:the )|der |dem )?",
    re.IGNORECASE,
)
"""Says where the text comes from: what follows may be anything, so it must be known as a newspaper's name."""
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s+(?:©|\(c\)))?\s+(?:\d{4}(?:\s?[-–]\s?\d{4})?[\s,]+)?(?:by\s+)?", re.IGNORECASE
)
_FIRST_WORD = re.compile(r"[*_()\[\]\s]*([^\s:：]+)")
_BEGINNINGS = frozenset(
    """
    this the was has originally first zuerst erstmals initialement d'abord publicado pubblicato oorspronkelijk eerst
    ursprungligen source quelle fuente fonte bron kilde zdroj from aus published reprinted erschienen paru gepubliceerd
    verschenen publicerad copyright
    """.split()
)
"""With these such lines begin, or with a word that is not of ASCII; most lines do not."""
_ENDS = re.compile(r"[,.;|(]\s|[.,;]$|\s(?:on|am|le|el|il|em)\s+(?=\d|[A-Z][a-z]+ \d)|\s[–—-]\s")
_QUOTES = "\"'“”„«»‘’*_ :."
_LONGEST, _LAST = 160, 6


def publication_candidates(read: Mapping[str, Candidate], lines: Sequence[str], head: Sequence[int]) -> list[Candidate]:
    """
    The publication that lines of the head, the last lines or the line of the date name; of the last also the place.

    "Originally published in" is followed by its name, whatever that is; "Source:" and the line of the date must have a
    name by which a newspaper is known.  A line of rights is weak evidence.  Left alone: agencies, which are no papers,
    sections ("Posted in News"), cities, sentences.
    """
    found = list(_beside_date(read, lines))
    for number in dict.fromkeys((*head, *last_filled(lines, _LAST))):
        line = lines[number - 1]
        if len(line) <= _LONGEST and may_begin(line, _BEGINNINGS) and (candidate := _stated(line, number)):
            found.append(candidate)
    return found


def _beside_date(read: Mapping[str, Candidate], lines: Sequence[str]) -> Iterator[Candidate]:
    """What stands before the date on its line: a newspaper's name, or a city."""
    date = read.get("date")
    if date is None or not date.rule.endswith("-after-place"):
        return
    dated = read_date(lines[date.first - 1].strip())
    name = _FROM.sub("", dated.before.strip(" ,*_"), count=1) if dated else ""
    at = date.first
    if name and is_newspaper(name):
        yield Candidate("publication", name, at, at, "publication-before-date", 0.75, Kind.PARAGRAPH)
    elif name and city(name):
        yield Candidate("place", place_case(name, ""), at, at, "place-before-date", 0.85, Kind.PARAGRAPH)


def _stated(line: str, number: int) -> Candidate | None:
    if not _may_state(line):
        return None
    text = " ".join(plain(parse(line)).split()).strip("*_()[] ")
    if (told := _FIRST.match(text)) and (name := _name(text[told.end() :])) and not is_place(name):
        return Candidate("publication", name, number, number, "publication-first", 0.8, Kind.PARAGRAPH)
    for form, rule, weight in ((_FROM, "publication-source", 0.6), (_RIGHTS, "publication-rights", 0.35)):
        if (told := form.match(text)) and (name := _name(text[told.end() :])):
            if is_newspaper(name):
                return Candidate("publication", name, number, number, rule, weight, Kind.PARAGRAPH)
            if rule == "publication-source" and (named := agencies_in(name)):
                return Candidate("agencies", named, number, number, "agency-source", 0.7, Kind.PARAGRAPH)
    return None


def _may_state(line: str) -> bool:
    """Whether a line may begin so, perhaps behind a mark: a test that costs little."""
    if may_have_markup(line):
        return True
    found = _FIRST_WORD.match(line)
    return found is not None and (not found[1].isascii() or found[1].lower() in _BEGINNINGS)


def _name(text: str) -> str:
    """The name that a text begins with; empty where its words are not those of a name."""
    end = _ENDS.search(text)
    name = text[: end.start() if end else None].strip(_QUOTES)
    words = name.split()
    if not 1 <= len(words) <= 7 or not name[0].isalpha() or name[0].islower():
        return ""
    small = PARTICLES | {"the", "of", "and", "for", "in", "on", "und", "für", "et", "des", "i", "och"}
    named = all(not word[0].islower() or word in small for word in words)
    return name if named and not any(month_number(word) for word in words) else ""
