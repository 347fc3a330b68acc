"""Datelines at the beginning of the text: the place that a report was sent from, the agency, the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set

from broadsheet.inline import parse, plain
from broadsheet.layout.measure import indent_of
from broadsheet.layout.sentence import ends_sentence
from broadsheet.model import Kind
from broadsheet.recognise.bylines.names import PARTICLES
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.datelines.brackets import read_brackets
from broadsheet.recognise.datelines.head import Head, head_of_dateline
from broadsheet.recognise.dates.date import read_date
from broadsheet.recognise.headlines.case import in_capitals, place_case, places_of
from broadsheet.recognise.lexicon.months import fold, is_weekday, month_number
from broadsheet.recognise.lexicon.places import city

_STARTS = 5
"""Paragraphs from the top of the text that may begin with a dateline: a standfirst or a caption may stand before it."""
_LONGEST = 90
_TEXT = 60
"""A known city in its usual case is a dateline only before so much text, or more."""
_LONG_TEXT = 150
"""Before a colon, so much; captions name a place so, too."""
_GUARD = re.compile(r"[—–―:：.)\]】）电電讯訊-](?:(?<!-)|(?=\s|$)|(?<=\s-))")
_OPENS = re.compile(r"[([]|[^\s,،]+(?:[ /][^\s,،(]+){0,6}?\s*[,،(./:：–—―_-]")
"""A few words and a sign; most sentences have none so early."""
_SEPARATOR = re.compile(
    r"(?=[\s—―–:：.-])(?:(?!\s+[^\s—―–-])|(?<=[)/]))"
    r"(?:(?P<dash>\s*[—―]\s*|\s+[–-]{1,2}\s+|\s*--\s*|(?<=[.)])\s*[–-]\s*|(?<=\d)(?:\s[–-]|[–-]\s)|\s*[–-]{1,2}$)|(?P<colon>[:：]\s+)"
    r"|(?P<stop>\.\s+|(?<=\))\.\s*)|(?P<bracket>(?<=[)/])\s+(?=[\w\"“«„])))"
)
"""What parts a dateline from the text: the surest first. Most spaces are told to be none, being between two words."""
_MARKS = re.compile(r"^(?:\[\d{1,3}\]|[\s*_>#•·|\u200e\u200f\ufeff])+")
_MARKUP = re.compile(r"[*\[<]")
_NO_PLACE = frozenset(
    """
    update updated correction corrected clarification note editor breaking live exclusive watch photo photos foto video
    posted published opinion analysis review summary background advisory alert warning developing sources source
    stand notiz hinweis korrektur vermutlich heute hier today yesterday tomorrow morning evening read more related
    """.split()
)
_ALSO_WORDS = frozenset(
    "nice york essen florence charlotte austin sofia victoria regina nancy phoenix mobile split bath cork man lima"
    " dallas houston columbus jena sitten plus salem".split()
)
"""Cities whose names are words or persons too: in their usual case they need more than a dash."""
_IN = re.compile(r"\b(?i:in|near|bei|à|en|em|i|w|we|в|во|у|στην|στο|σε|te|nabij|vid)\s(?:the\s)?\Z")
"""What stands before a place in a sentence."""
_WORD, _WORD_END = re.compile(r"\w+"), re.compile(r"\b")
_LONGEST_IN = 12


def dateline_candidates(
    lines: Sequence[str], taken: Set[int], common: Callable[[], Set[str]], language: str | None
) -> list[Candidate]:
    """
    The place, the agencies and the day that a text begins with, where they are certainly a dateline.

    `taken` are the lines that are spoken for, `common` gives the words that the text has in lower case.  A name counts
    in capitals if day, agency, state or the text itself ("in Kuttawa") shows that it is a place, or if it is a city
    that is known; in its usual case if day or agency stand with it, or if it is a known city before a dash.  Left
    alone: labels ("UPDATE —"), countries, and a text with datelines of several places, which is a round-up.
    """
    found: list[tuple[int, Head]] = []
    for number, text in _starts(lines, taken):
        if head := _read(text, lines, common):
            found.append((number, head))
    if not found or len({fold(head.places) for _, head in found if head.places}) > 1:
        return []
    number, head = found[0]
    return list(_candidates(head, number, lines, language))


def _candidates(head: Head, number: int, lines: Sequence[str], language: str | None) -> Iterator[Candidate]:
    if head.places:
        text = "\n".join(lines)
        place = ", ".join(
            [place_case(head.places, text, language), *(place_case(r, text, language) for r in head.regions)]
        )
        yield Candidate("place", place, number, number, "dateline-place", 0.8, Kind.PARAGRAPH)
    if head.agencies:
        yield Candidate("agencies", head.agencies, number, number, "dateline-agency", 0.8, Kind.PARAGRAPH)
    if head.day and (dated := read_date(head.day)) and dated.date and dated.date.day:
        yield Candidate("date", dated.date, number, number, f"{dated.rule}-in-dateline", 0.55, Kind.PARAGRAPH)


def _starts(lines: Sequence[str], taken: Set[int]) -> Iterator[tuple[int, str]]:
    """The beginnings of the first paragraphs, each with the line after it, where that belongs to it."""
    seen, before = 0, ""
    for number, line in enumerate(lines, 1):
        if number in taken or not line.strip():
            before = ""
            continue
        indented = line[:1].isspace() and indent_of(line) > indent_of(before)
        if indented or not before or ends_sentence(before):
            seen += 1
            if _GUARD.search(line, 0, _LONGEST + 20):
                after = lines[number] if number < len(lines) and number + 1 not in taken else ""
                yield number, " ".join(f"{line[:400]} {after[:200]}".split()) if len(line) < _LONGEST else line[:400]
        before = line
        if seen == _STARTS:
            return


def _read(text: str, lines: Sequence[str], common: Callable[[], Set[str]]) -> Head | None:
    """The dateline that a paragraph begins with."""
    bare = text if text[:1].isalnum() else _MARKS.sub("", text)
    if _MARKUP.search(bare, 0, _LONGEST):
        bare = _MARKS.sub("", plain(parse(bare))) or bare
    if found := read_brackets(bare):
        return Head(found.place, (), found.agencies)
    if not bare or bare[0].islower() or not _OPENS.match(bare):
        return None
    for at in reversed(list(_SEPARATOR.finditer(bare, 2, _LONGEST))):
        head = head_of_dateline(bare[: at.start()].strip())
        if head and _is_certain(head, at.lastgroup or "", bare[at.end() :], lines, common):
            return head
    return None


def _is_certain(head: Head, sign: str, rest: str, lines: Sequence[str], common: Callable[[], Set[str]]) -> bool:
    """Whether what was read is a dateline, by the signs that it is one; see `dateline_candidates`."""
    if not head.places:
        return sign == "dash" and bool(rest)
    names = [name.strip() for name in head.places.split("/")]
    known, shown, capitals = all(map(city, names)), bool(head.agencies or head.day), in_capitals(head.places)
    if not (known or shown or capitals):  # as what the first sentences of most texts begin with
        return False
    words = {fold(word) for word in _WORD.findall(head.places)}
    if _NO_PLACE & words or any(month_number(name) or is_weekday(name) for name in names):
        return False
    if sign == "bracket":
        return bool(head.agencies) and (known or capitals)
    if head.unknown and not shown:
        return False
    if not known and not head.agencies and _are_words(words - PARTICLES, common()):
        return False
    if capitals:
        placed = known or (bool(head.regions) and not head.unknown) or _is_in_text(head.places, lines)
        return (shown or placed) and (sign != "stop" or shown or known)
    if sign == "stop":
        return bool(head.agencies) or (known and bool(head.day))
    if shown:
        return sign == "dash" or bool(head.agencies)
    first = next((c for c in rest if c.isalnum()), "A")
    plain_city = known and not words <= _ALSO_WORDS and not first.islower()
    return plain_city and len(rest) >= (_TEXT if sign == "dash" else _LONG_TEXT)


def _are_words(folded: set[str], common: Set[str]) -> bool:
    """Whether all of some words are among those that the text has in lower case, whatever their accents."""
    return not (rest := folded - common) or not rest - {fold(word) for word in common}


def _is_in_text(place: str, lines: Sequence[str]) -> bool:
    """Whether the text has "in" before the name, in its usual case."""
    text = "\n".join(lines)[:20_000]
    ended = ((at, at + len(place)) for at in places_of(place, text) if text[at - 1 : at].isspace())
    within = ((text[max(0, at - _LONGEST_IN) : at], text[at:end]) for at, end in ended if _WORD_END.match(text, end))
    return any((found := _IN.search(before)) and not f"{found[0]}{name}".isupper() for before, name in within)
