"""What an article says of its place in a series: “Part 2”, “(2/5)”, “First of three articles”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.model import NO_SERIES, Article
from broadsheet.model.gathered import Mark

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one first i eins erster erste ersten un une premier première uno una primero primera primo prima um",
            "two second ii zwei zweiter zweite zweiten deux deuxième second dos segundo segunda due secondo dois",
            "three third iii drei dritter dritte dritten trois troisième tres tercero tercera tre terzo três",
            "four fourth iv vier vierter vierte quatre quatrième cuatro cuarto quattro quarto quatro",
            "five fifth v fünf fünfter fünfte cinq cinquième cinco quinto cinque",
            "six sixth vi sechs sechster sechste sixième seis sexto sei sesto",
            "seven seventh vii sieben siebter siebte sept septième siete séptimo sette settimo sete",
            "eight eighth viii acht achter achte huit huitième ocho octavo otto ottavo oito",
            "nine ninth ix neun neunter neunte neuf neuvième nueve noveno nove nono",
            "ten tenth x zehn zehnter zehnte dix dixième diez décimo dieci decimo dez",
            "xi", "xii",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
"""Numbers in words and in Roman figures; the Roman ones up to 12 only, as a longer one may be a year or a name."""
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_TOTAL = rf"(?P<total>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_OF = r"(?:of|von|de|sur|di|/)"
_PART = r"(?:part|pt\.?|teil|folge|partie|parte|del|deel|część|часть)"
_THINGS = r"(?:articles?|parts?|stories|pieces|reports?|teilen?|folgen|artikeln?|parties|artículos|articoli|partes)"

_IN_TITLE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"[(\[]\s*(?P<number>\d{1,2})\s*(?:/|of|von|de|sur|di)\s*(?P<total>\d{1,2})\s*[)\]]\s*$",
        rf"[(\[]?\b{_PART}\s+{_NUMBER}\b(?:\s*{_OF}\s*{_TOTAL}\b)?[)\]]?",
        r"第(?P<number>\d{1,2})[回部章]",
        r"[(\[]\s*(?P<number>\d{1,2})\s*[)\]]\s*$",
    )
)
_IN_TEXT = (
    re.compile(
        rf"\W*(?:this is )?(?:the )?{_NUMBER} (?:of|in|von|de|di) (?:a series of )?{_TOTAL} {_THINGS}\b", re.I
    ).match,
    re.compile(rf"\bpart {_NUMBER} (?:of|in) (?:an? |the )?(?:{_TOTAL}[- ]part )?(?:series|{_THINGS})\b", re.I).search,
    re.compile(rf"\W*(?:this is )?(?:the )?{_NUMBER} (?:of|in) an? (?:{_TOTAL}[- ]part )?series\b", re.I).match,
)
"""The first and the last stand at the beginning of a note."""
_TITLE_HINTS = ("(", "[", "part", "pt", "teil", "folge", "del", "deel", "част", "częś", "第")
_TEXT_HINTS = (*"part series article artículo stories pieces report teil folgen artikel articoli".split(),)
"""Of these, in lower case, each mark has one."""
_ALIKE = ("ſ", "ı", "İ", "\u212a")
"""Letters that expressions take for those of ASCII where capitals do not count."""
_LOOKED_AT = 2
"""Pieces at the beginning and at the end of the text in which a note on the series may stand."""
_LONGEST_NOTE = 240


def mark_of(article: Article) -> Mark | None:
    """The place of an article in a series, as the owner says it; what is not said so is read from the text."""
    said, read = article.metadata, _read(article)
    if said.series == NO_SERIES:
        return None
    if said.series:
        return Mark(said.series, said.part or (read.number if read else 0), read.total if read else 0, stated=True)
    return read._replace(number=said.part) if read and said.part else read


def _read(article: Article) -> Mark | None:
    """The mark of its headline, else one in the head, the first or the last lines."""
    title = article.metadata.title
    for form in _IN_TITLE if _may_have(title, _TITLE_HINTS) else ():
        if match := form.search(title):
            number, total = _values(match)
            before, after = (_bare(part) for part in (title[: match.start()], title[match.end() :]))
            if number:
                return Mark(before or after, number, total)
    pieces = [*article.front, *article.body[:_LOOKED_AT], *article.body[-_LOOKED_AT:]]
    notes = [piece.plain for piece in pieces if len(piece.text) <= _LONGEST_NOTE]
    for text in notes if _may_have("\n".join(notes), _TEXT_HINTS) else ():
        for match_in in _IN_TEXT if _may_have(text, _TEXT_HINTS) else ():
            if match := match_in(text):
                number, total = _values(match)
                if number and (not total or number <= total):
                    return Mark("", number, total)
    return None


def _may_have(text: str, hints: Sequence[str]) -> bool:
    """Whether a text may have a mark: a test that costs little; most have none."""
    if any(map(text.lower().__contains__, hints)):
        return True
    return not text.isascii() and any(map(text.__contains__, _ALIKE))


def _values(match: re.Match[str]) -> tuple[int, int]:
    groups = match.groupdict()
    return _value(groups["number"]), _value(groups.get("total") or "0")


def _value(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMBERS.get(text.casefold(), 0)


def _bare(text: str) -> str:
    """What is left of a headline, without the signs that set the mark apart."""
    return text.strip(" \t:;,.–—-|/([)]")
