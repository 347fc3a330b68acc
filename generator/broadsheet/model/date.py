"""Dates as precise as they are known: a day, a month, a season, a year or a decade, each perhaps approximate."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import IntEnum

from broadsheet.model.row import Row

_EDTF = re.compile(r"(?P<year>\d{3}[\dX])(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>~?)")


class Season(IntEnum):
    """A season, by its number in EDTF (ISO 8601-2); of either hemisphere."""

    SPRING = 21
    SUMMER = 22
    AUTUMN = 23
    WINTER = 24


@dataclass(frozen=True, slots=True)
class PartialDate(Row):
    """
    A day, or only its month, season, year or decade.

    As text it is written in EDTF, of which ISO 8601 is a part.

    >>> print(PartialDate(1987, 5), PartialDate(1921, season=Season.SPRING), PartialDate(1900, approximate=True))
    1987-05 1921-21 1900~
    """

    year: int
    """Of a decade, its first year."""
    month: int | None = None
    day: int | None = None
    season: Season | None = None
    """Stands in the place of the month."""
    decade: bool = False
    """Whether only the decade is known."""
    approximate: bool = False
    """Whether it is printed as "circa"."""

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        if (self.season or self.decade) and self.month is not None:
            raise ValueError("a season or a decade has no month")
        if self.decade and (self.season or self.year % 10):
            raise ValueError("a decade begins with a year that ends in 0, and has no season")
        datetime.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate | None:
        """
        Read what `str` writes: ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY``, a season, a decade, ``~`` at the end for "circa".

        ``None`` where the text is none of these, or no real date.

        >>> print(PartialDate.from_iso("1987-05"), PartialDate.from_iso("192X"), PartialDate.from_iso("1987-13"))
        1987-05 192X None
        """
        match = _EDTF.fullmatch(text)
        if match is None:
            return None
        year, month, day = (match[part] for part in ("year", "month", "day"))
        try:
            season = Season(int(month)) if month and int(month) > 12 else None
            return cls(
                int(year.replace("X", "0")),
                int(month) if month and not season else None,
                int(day) if day else None,
                season,
                decade=year.endswith("X"),
                approximate=bool(match["about"]),
            )
        except ValueError:
            return None

    @property
    def exact(self) -> datetime.date | None:
        """The day, where it is known, and not only about."""
        known = self.month and self.day and not self.approximate
        return datetime.date(self.year, self.month or 1, self.day or 1) if known else None

    @property
    def calendar(self) -> str:
        """
        Its part that ISO 8601 can write: what a ``datetime`` of HTML may hold.

        >>> PartialDate(1921, season=Season.SPRING).calendar, PartialDate(1987, 5, approximate=True).calendar
        ('1921', '1987-05')
        """
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """
        Sorts by time; a partial date before the days that it holds.

        A season stands before March, June, September or December, a decade before its first year.
        """
        if self.decade:
            return self.year, -1, 0
        if self.season:
            return self.year, 3 * (self.season - 20), -1
        return self.year, self.month or 0, self.day or 0

    def __str__(self) -> str:
        about = "~" if self.approximate else ""
        if self.season:
            return f"{self.year:04}-{self.season.value}{about}"
        return f"{self.year // 10:03}X{about}" if self.decade else f"{self.calendar}{about}"
