"""Years of other eras and calendars, as those of the common one."""

from __future__ import annotations

import datetime
import re

from broadsheet.model import PartialDate
from broadsheet.recognise.lexicon.months import fold

_REIGNS = {
    "令和": (2019, datetime.date(2019, 5, 1), datetime.date.max),
    "平成": (1989, datetime.date(1989, 1, 8), datetime.date(2019, 4, 30)),
    "昭和": (1926, datetime.date(1926, 12, 25), datetime.date(1989, 1, 7)),
    "大正": (1912, datetime.date(1912, 7, 30), datetime.date(1926, 12, 24)),
    "明治": (1868, datetime.date(1868, 1, 25), datetime.date(1912, 7, 29)),
    "民國": (1912, datetime.date(1912, 1, 1), datetime.date.max),
    "民国": (1912, datetime.date(1912, 1, 1), datetime.date.max),
}
"""Japanese reigns, and the republic whose years Taiwan counts: the first year, the first and the last day."""
REIGN = "|".join(_REIGNS)
"""The names of reigns, as a regular expression."""
_SOLAR_JAPAN = datetime.date(1873, 1, 1)
"""Before this day Japan had lunar months; of an older date only the year is taken."""

_SOLAR_HIJRI = {
    fold(name): number
    for names in (
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    )
    for number, name in enumerate(names.split(), 1)
}
"""The months of the Persian calendar, as Iran and as Afghanistan call them."""
_PERSIAN = re.compile("[۰-۹پچژگکی]")
_THAI = re.compile("[\u0e01-\u0e5b]")
_FIRST_YEAR, _LAST_YEAR = 1400, 2199
"""Printing began in the fifteenth century; a number outside is not taken for a year of the common era."""


def reign_date(reign: str, year: int, month: int | None, day: int | None) -> PartialDate | None:
    """
    The date of a year that is counted from the beginning of a reign; ``None`` where the reign did not have that day.

    >>> str(reign_date("平成", 29, 7, 10)), reign_date("平成", 31, 7, 10), str(reign_date("明治", 5, 2, 21))
    ('2017-07-10', None, '1872')
    """
    first_year, first, last = _REIGNS[reign]
    common = first_year + year - 1
    if reign == "明治" and common < _SOLAR_JAPAN.year:
        return PartialDate(common)
    date = common_date(common, month, day)
    inside = date and (date.month is None or first <= datetime.date(common, date.month, date.day or 28) <= last)
    return date if inside else None


def solar_hijri_month(word: str) -> int | None:
    """
    The month of the Persian calendar that a word names.

    >>> solar_hijri_month("تیر"), solar_hijri_month("May")
    (4, None)
    """
    return _SOLAR_HIJRI.get(fold(word))


def solar_hijri_date(year: int, month: int, day: int) -> PartialDate | None:
    """
    The common date of a day of the Persian calendar, from 1244 to 1472.

    >>> str(solar_hijri_date(1396, 4, 19)), str(solar_hijri_date(1399, 12, 30)), solar_hijri_date(1400, 12, 30)
    ('2017-07-10', '2021-03-20', None)
    """
    longest = 31 if month <= 6 else 30 if month < 12 or _leaps(year) else 29
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    before = (month - 1) * 31 - max(0, month - 7)
    years = 365 * (year - 1396) + sum(map(_leaps, range(1396, year))) - sum(map(_leaps, range(year, 1396)))
    date = datetime.date(2017, 3, 21) + datetime.timedelta(days=years + before + day - 1)
    return PartialDate(date.year, date.month, date.day)


def _leaps(year: int) -> bool:
    """Whether a Persian year has 366 days, by its place in the cycle of 33 years."""
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)


def common_date(year: int, month: int | None, day: int | None, text: str = "") -> PartialDate | None:
    """
    The date of numbers as they are printed, if there is such a day; `text` shows in which calendar they count.

    Thai years are those of the Buddhist era; until 1940 they began in April.  A year of the fourteenth century or so
    is Persian where digits or letters are.

    >>> str(common_date(2017, 7, 10)), str(common_date(2560, 7, 10, "กรกฎาคม")), str(common_date(1396, 4, 19, "۱۳۹۶"))
    ('2017-07-10', '2017-07-10', '2017-07-10')
    """
    if 2400 < year < 2600 and _THAI.search(text):
        year -= 542 if month in (1, 2, 3) and year < 2484 else 543
    elif 1244 <= year <= 1472 and month and day and _PERSIAN.search(text):
        return solar_hijri_date(year, month, day)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
