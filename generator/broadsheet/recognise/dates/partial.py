"""Dates of which no day is printed: a month, a season, a year, a decade, each perhaps with "circa"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from broadsheet.model import PartialDate, Season
from broadsheet.model.season import SEASONS
from broadsheet.recognise.dates.era import REIGN, common_date, reign_date
from broadsheet.recognise.dates.forms import Found, century
from broadsheet.recognise.lexicon.months import fold, months_named
from broadsheet.recognise.lexicon.plain_words import may_have
from broadsheet.recognise.lexicon.table import calendar

_ALSO = {"fall": 23, "frühjahr": 21, "vår": 21, "voorjaar": 21, "najaar": 23, "otoño": 23, "höst": 23, "sommar": 22,
         "vinter": 24, "jeseň": 23, "bahar": 21, "güz": 23, "春季": 21, "夏季": 22, "秋季": 23, "冬季": 24,
         "春号": 21, "夏号": 22, "秋号": 23, "冬号": 24}  # fmt: skip
_SEASONS = {
    fold(name): Season(number)
    for names in (*(zip(names, range(21, 25), strict=True) for names in SEASONS.values()), _ALSO.items())
    for name, number in names
}
_CIRCA = re.compile(
    r"(?:c\.|ca\.?\s|circa\s|about\s|around\s|um\s|gegen\s|etwa\s|vers\s|env\.\s|environ\s|hacia\s|verso\s(?:il\s)?"
    r"|por\svolta\sde\s|omstreeks\s|omkring\s|około\s|ok\.\s|kolem\s|около\s|ок\.\s|близько\s|نحو\s|حوالي\s|[约約])\s?"
    r"(?=\S)|(?<=\d)[年년]?\s?(?:頃|ごろ|경)$",
    re.IGNORECASE,
)
_LONGEST = 40
_LETTER = r"[^\s\d!-/:-@\[-`{-~\u060c\u2010-\u2027]"
_YEAR = r"(?P<year>1[4-9]\d\d|2[01]\d\d)(?!\d)"
_NAME = rf"(?P<month>(?:(?:كانون|تشرين)\s)?{_LETTER}+(?:\.{_LETTER}+)*)"

Reader = Callable[[re.Match[str]], PartialDate | None]


def _year(match: re.Match[str]) -> PartialDate | None:
    return common_date(int(match["year"]), None, None, match.string)


def _month(match: re.Match[str]) -> PartialDate | None:
    """A month by its name; with its century, if only two digits of the year are printed."""
    name, short = match["month"], match.groupdict().get("short")
    months = months_named(name) or (months_named(name[1:]) if name.startswith("ב") else ())
    year = century(int(short)) if short else int(match["year"])
    return common_date(year, months[0], None, name) if months else None


def _numbered(match: re.Match[str]) -> PartialDate | None:
    """A month by its number. Left alone: ``2011-12``, which may be two years."""
    year, month = int(match["year"]), int(match["number"])
    return None if "-" in match[0] and month == year % 100 + 1 else common_date(year, month, None)


def _signs(match: re.Match[str]) -> PartialDate | None:
    year, month = int(match["year"]), int(match["number"]) if match["number"] else None
    return reign_date(match["reign"], year, month, None) if match["reign"] else common_date(year, month, None)


def _season(match: re.Match[str]) -> PartialDate | None:
    season, date = _SEASONS.get(fold(match["month"])), common_date(int(match["year"]), None, None)
    return replace(date, season=season) if date and season else None


def _decade(match: re.Match[str]) -> PartialDate | None:
    return PartialDate(int(match["year"]), decade=True)


_BESIDE: tuple[tuple[str, Reader, str], ...] = (
    ("season-year", _season,
     rf"(?<!{_LETTER}){_NAME},?\s(?:(?:of|de|del)\s)?{_YEAR}(?:\s?[/–-]\s?(?:\d\d)?\d\d(?!\d))?"),
    ("month-year", _month,
     rf"(?<!{_LETTER}){_NAME}\.?,?[\s,/-]{{0,3}}(?:(?:of|de|del|พ\.?ศ\.?)\s)?(?:(?P<year>\d{{4}})(?!\d)|['’](?P<short>\d\d)(?!\w))"),
)  # fmt: skip
"""Forms that may have other words beside them."""
_ALONE: tuple[tuple[str, Reader, str], ...] = (
    ("year", _year, r"(?:พ\.?ศ\.?\s?)?(?P<year>1[4-9]\d\d|2\d{3})"),
    ("year-month", _numbered, r"(?P<year>\d{4})-(?P<number>0[1-9]|1[0-2])"),
    ("month-number", _numbered, r"(?P<number>\d{1,2})/(?P<year>\d{4})"),
    ("year-month", _month, rf"(?P<year>\d{{4}})(?:\.|\sm\.)?\s{_NAME}"),
    ("season-year", _season, rf"{_YEAR}\s?[年년]?\s?{_NAME}"),
    ("cjk-date", _signs,
     rf"(?:(?P<reign>{REIGN})\s?)?(?P<year>\d{{1,4}})\s?[年년](?:\s?(?P<number>\d{{1,2}})\s?[月월][号號]?)?"),
    ("decade", _decade,
     r"(?:the\s)?(?P<year>(?:1[4-9]|20)\d0)(?:['’]?s|er(?:\sJahre)?|-е(?:\sгоды)?|-talet|-årene|年代|년대)"),
    ("decade", _decade, r"(?:les\s|gli\s|os\s|los\s)?(?:années|años|anni|anos|jaren)\s(?P<year>(?:1[4-9]|20)\d0)"),
)  # fmt: skip
"""Forms that are the whole line."""
_BESIDE_FORMS = tuple((rule, reader, re.compile(form, re.IGNORECASE)) for rule, reader, form in _BESIDE)
_ALONE_FORMS = tuple((rule, reader, re.compile(form, re.IGNORECASE)) for rule, reader, form in _ALONE)


def find_alone(text: str) -> Found | None:
    """
    The month, season, year or decade that a text is and nothing else.

    >>> [str(find_alone(text).readings[0]) for text in ("1987", "c. 1900", "the 1920s", "Spring 1921", "ca. May 1987")]
    ['1987', '1900~', '192X', '1921-21', '1987-05~']
    """
    if len(text) > _LONGEST:
        return None
    bare = _CIRCA.sub("", text, count=1).strip()
    for rule, reader, form in _ALONE_FORMS + _BESIDE_FORMS:
        if (match := form.fullmatch(bare)) and (date := reader(match)):
            about = len(bare) < len(text)
            return Found(
                0, len(text), f"circa-{rule}" if about else rule, (replace(date, approximate=about),),
                guessed="short" in match.re.groupindex and match["short"] is not None,
            )  # fmt: skip
    return None


@cache
def _times() -> frozenset[bytes]:
    """The names of months and seasons in ASCII; and what they are with a preposition behind them, but no space."""
    months = (name for script in ("ENGLISH", "LATIN") for name in calendar(script)["months"])
    names = [name for name in (*months, *_SEASONS) if name.isascii()]
    return frozenset(f"{name}{after}".encode() for name in names for after in ("", "of", "de", "del"))


def find_beside(text: str) -> Found | None:
    """
    The month or season with its year that a line names beside other words.

    >>> str(find_beside("By the Archive desk, May 1987").readings[0])
    '1987-05'
    """
    for rule, reader, form in _BESIDE_FORMS if may_have(text, _times()) else ():
        for match in form.finditer(text):
            if date := reader(match):
                short = "short" in match.re.groupindex and match["short"] is not None
                return Found(match.start(), match.end(), rule, (date,), guessed=short)
    return None
