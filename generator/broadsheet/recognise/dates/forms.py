"""The forms in which dates are printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from broadsheet.model import PartialDate
from broadsheet.recognise.dates.era import REIGN, common_date, reign_date, solar_hijri_date, solar_hijri_month
from broadsheet.recognise.lexicon.months import months_named

_L = r"[^\s\d!-/:-@\[-`{-~¡-´¶-¿\u060c\u2010-\u2027\u3000-\u303f\uff00-\uff0f\uff1a]"
"""A letter, or a sign that is written onto one."""
_WORD = rf"(?:(?:كانون|تشرين)\s)?{_L}+(?:\.{_L}+)*"
_MONTH = rf"(?P<month>{_WORD}(?:\s?/\s?{_WORD})?)\.?"
_FREE = r"(?<![\d$€£¥].)(?<!\d[.,:/–-].)(?<!\d[–-]\s.)"
"""Behind the first digit of a number: it is not the rest of a larger one, nor the end of a range."""
_AFTER_DAY = r"(?:st\b|nd\b|rd\b|th\b|er\b|ère\b|[ºª°.])?"
_DAY = rf"(?P<day>\d{{1,2}}){_AFTER_DAY}"
_FREE_DAY = rf"(?P<day>\d{_FREE}\d?){_AFTER_DAY}"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_FREE_YEAR = rf"(?P<year>\d{_FREE}\d{{3}})(?!\d)"
_SHORT = r"['’](?P<short>\d\d)(?!\w)"
_GAP = r"[\s,،./-]{0,3}"
_OF = rf"{_GAP}(?:(?:of|de|del|ng|ga(?:\swatan)?)\s+|d['’])?"
_ERA = r"(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s?"
_AFTER = rf"(?:\s?(?:г(?:ода|од|\.)?|р(?:оку|\.)|r(?:oku|\.)|ж\.|թ\.|ء|م|年|년)(?!{_L}))?"
_PARTS = {
    "{_DAY}": _DAY, "{_FREE_DAY}": _FREE_DAY, "{_MONTH}": _MONTH, "{_YEAR}": _YEAR, "{_FREE_YEAR}": _FREE_YEAR,
    "{_SHORT}": _SHORT, "{_FREE}": _FREE, "{_OF}": _OF, "{_GAP}": _GAP, "{_ERA}": _ERA, "{_AFTER}": _AFTER, "{_L}": _L,
    "{REIGN}": REIGN,
}  # fmt: skip


class Found(NamedTuple):
    """A date somewhere in a line."""

    start: int
    end: int
    rule: str
    readings: tuple[PartialDate, ...]
    """The days that it may name, the likelier first."""
    ordered: bool = False
    """Whether the readings are the one with the day first and the one with the month first, and neither is likelier."""
    guessed: bool = False
    """Whether the century is not printed, or the month's name is also that of another month."""


Reader = Callable[[re.Match[str], str], "tuple[PartialDate | None, ...]"]
"""Takes a match, and the line as it is printed, whose digits and letters show the calendar."""


def _named(match: re.Match[str], shown: str) -> tuple[PartialDate | None, ...]:
    """Month by its name."""
    day = int(match["day"]) if "day" in match.re.groupindex else None
    name = match["month"]
    year = int(match["year"]) if match["year"] else century(int(match["short"]))
    for part in (name, *name.split("/")) if "/" in name else (name,):
        word = part.strip()
        if number := solar_hijri_month(word):
            return (solar_hijri_date(year, number, day),) if day else ()
        if months := months_named(word) or (months_named(word[1:]) if word.startswith("ב") else ()):
            return tuple(common_date(year, month, day, shown) for month in months)
    return ()


def _counted(match: re.Match[str], shown: str) -> tuple[PartialDate | None, ...]:
    """Year, month and day by their numbers, each in its place."""
    return (common_date(int(match["year"]), int(match["number"]), int(match["day"]), shown),)


def _figures(match: re.Match[str], shown: str) -> tuple[PartialDate | None, ...]:
    """Two numbers and the year; with full stops the day stands first."""
    a, b = int(match["a"]), int(match["b"])
    year = int(match["year"]) if match["year"] else century(int(match["short"]))
    day_first = common_date(year, b, a, shown)
    return (day_first,) if match["sign"] == "." else (day_first, common_date(year, a, b, shown))


def _roman(match: re.Match[str], shown: str) -> tuple[PartialDate | None, ...]:
    month = ("I II III IV V VI VII VIII IX X XI XII".split().index(match["roman"])) + 1
    return (common_date(int(match["year"]), month, int(match["day"])),)


def _signs(match: re.Match[str], shown: str) -> tuple[PartialDate | None, ...]:
    """年, 月 and 日, with or without a reign."""
    year, month, day = (int(match[part]) for part in ("year", "number", "day"))
    return (reign_date(match["reign"], year, month, day) if match["reign"] else common_date(year, month, day),)


_TABLE: tuple[tuple[str, str, Reader, str, str], ...] = (
    ("iso-date", "-", _counted, r"(?<![\d/=_-])(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?![\d/_-]|\.\w)",
     r"0000-00-00"),
    ("iso-date", "T", _counted, r"(?<![\w/-])(?P<year>\d{4})(?P<number>\d\d)(?P<day>\d\d)(?=T\d{4})",
     r"0{8}a"),
    ("day-month-year", "", _named, r"{_FREE_DAY}{_OF}{_MONTH}{_OF}{_ERA}(?:{_YEAR}{_AFTER}|{_SHORT})",
     r"(?<!0)00?[^0]*?[aI][^0]*(?:0000|'00)(?!0)"),
    ("month-day-year", "", _named, r"(?<!{_L}){_MONTH}{_GAP}{_DAY}(?!\d),?\s{0,3}(?:{_YEAR}|{_SHORT})",
     r"[aI][^0aI]*00?(?!0)(?:aa)?[^0aI]*(?:0000|'00)(?!0)"),
    ("year-month-day", "", _named,
     r"{_FREE_YEAR}(?:\.|\sm\.|\sж\.|-yil|\sоны)?{_GAP}{_MONTH}{_GAP}{_DAY}(?!\d|[:h]\d)(?:-?(?:én|án|[aeiá])\b|\sd\.)?",
     r"(?<!0)0000(?!0)[^0]*?[aI][^0]*00?(?!0|:0)"),
    ("year-day-month", "", _named, r"{_FREE_YEAR}(?:\.\sgada|-yil|\sж\.|\.)\s?{_DAY}-?\s?{_MONTH}",
     r"(?<!0)0000(?:\.\s[aI]{4}|-[aI]{3}|\.)\s?00?(?!0)[^0]*?[aI]"),
    ("cjk-date", "年년", _signs,
     r"(?:(?P<reign>{REIGN})\s?)?(?<!\d)(?P<year>\d{1,4})\s?[年년](?:\s?[(（][^()（）]{1,9}[)）])?\s?(?P<number>\d{1,2})\s?[月월]"
     r"\s?(?P<day>\d{1,2})\s?[日号號일]",
     r"(?!)"),
    ("vietnamese-date", "áh", _counted,
     r"(?P<day>\d{_FREE}\d?)\s(?:tháng|thg|Tháng)\s(?P<number>\d{1,2})[\s,/-]{1,3}(?:năm\s)?{_YEAR}",
     r"0\sa{3}\s00?[\s,/-]{1,3}0000"),
    ("number-date", "./-", _figures,
     r"(?P<a>\d{_FREE}\d?)(?P<sign>[./-])\s?(?P<b>\d{1,2})(?P=sign)\s?(?:{_YEAR}|(?<!-)(?P<short>\d\d)(?!\d))"
     r"(?!/|-(?!\d\d:)|[.,:]\d)",
     r"0([./-])\s?00?\1\s?00"),
    ("year-first", "./", _counted,
     r"(?<![\d/])(?<!\d[.,:-])(?P<year>\d{4})\s?(?P<sign>[./])\s?(?P<number>\d{1,2})(?P=sign)\s?(?P<day>\d{1,2})"
     r"(?:(?![\d/])|(?<=\d\d)(?=\d\d:\d\d))\.?",
     r"0000\s?([./])\s?00?\1\s?0"),
    ("roman-month", "IVX", _roman,
     r"(?P<day>\d{_FREE}\d?)[./\s]\s?(?-i:(?P<roman>I{1,3}|I?V|VI{1,3}|I?X|XI{1,2}))[./\s]\s?{_YEAR}",
     r"0[./\s]\s?I{1,4}[./\s]\s?0000"),
    ("short-year", "-/", _named,
     r"(?P<day>\d{_FREE}\d?)(?P<sign>[-/])(?P<month>{_L}{3,9})\.?(?P=sign)(?P<year>)(?P<short>\d\d)(?![\d/-])",
     r"0[-/][aI]{3,9}\.?[-/]00(?!0)"),
    ("short-year", " ", _named,
     r"(?P<day>\d{_FREE}\d?)\.?\s(?P<month>{_L}{3,12})\.?\s(?P<year>)(?P<short>\d\d)(?!\w|[.:,-]\d|\s[^\W\d])",
     r"0\.?\s[aI]{3,12}\.?\s00(?!0)"),
)  # fmt: skip
"""
Rule, the signs of which the line has one, what the parts mean, the form itself, and what `_SHAPES` make of such a line,
if it is of ASCII: of the few lines with a number, most have the digits, gaps and letters of one form, or of none.
"""
_CLASSES = (("0", r"\d"), ("I", "[IVX]"), ("a", _L), (" ", r"\s"))
_SHAPES = bytes(
    ord(next((shown for shown, among in _CLASSES if re.match(among, chr(sign))), chr(sign))) for sign in range(256)
)
"""For each character of ASCII the class that it is of, or itself."""


class Form(NamedTuple):
    """A form in which dates are printed."""

    rule: str
    signs: str
    reader: Reader
    pattern: re.Pattern[str]
    shape: re.Pattern[bytes]


def _form(pattern: str) -> re.Pattern[str]:
    for _ in range(2):
        for name, part in _PARTS.items():
            pattern = pattern.replace(name, part)
    return re.compile(pattern, re.IGNORECASE)


FORMS = tuple(
    Form(rule, signs, reader, _form(pattern), re.compile(shape.encode()))
    for rule, signs, reader, pattern, shape in _TABLE
)


@lru_cache(maxsize=1024)  # the lines of dates in a collection have few shapes
def _of_shape(shape: bytes) -> tuple[Form, ...]:
    return tuple(form for form in FORMS if form.shape.search(shape))


def forms_for(text: str) -> tuple[Form, ...]:
    """Those forms that a line may have, by a test that costs less than to look for each."""
    if text.isascii():
        return _of_shape(text.encode().translate(_SHAPES))
    here = set(text)
    return tuple(form for form in FORMS if not form.signs or not here.isdisjoint(form.signs))


def century(short: int) -> int:
    """
    The year of two digits: up to 68 in this century, above in the last, as POSIX has it.

    >>> century(68), century(69)
    (2068, 1969)
    """
    return short + (2000 if short <= 68 else 1900)


def find_dates(text: str, shown: str = "") -> list[Found]:
    """
    The days that a line names, from left to right; none within another.

    `shown` is the line as printed, where its digits have been exchanged.

    >>> [found.rule for found in find_dates("10 July 2017, 11.7.2017")]
    ['day-month-year', 'number-date']
    """
    found = sorted(_matches(text, shown or text), key=lambda f: (f.start, -f.end))
    kept: list[Found] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def _matches(text: str, shown: str) -> Iterator[Found]:
    for rule, _, reader, pattern, _ in forms_for(text):
        for match in pattern.finditer(text):
            given = reader(match, shown)
            if readings := tuple(dict.fromkeys(date for date in given if date)):
                figures, short = reader is _figures, match.re.groupindex.get("short") and match["short"]
                yield Found(
                    match.start(), match.end(), rule, readings,
                    ordered=figures and len(readings) > 1,
                    guessed=bool(short) or (not figures and len(readings) > 1),
                )  # fmt: skip
