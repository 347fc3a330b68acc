"""Dates as precise as they are known: a day, a month or a year."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or only its month, or only its year."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate | None:
        """
        Read ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; ``None`` where the text is none of these, or no real date.

        >>> PartialDate.from_iso("1987-05")
        PartialDate(year=1987, month=5, day=None)
        """
        match = _ISO.fullmatch(text)
        if match is None:
            return None
        try:
            return cls(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
        except ValueError:
            return None

    @property
    def exact(self) -> datetime.date | None:
        """The day, where it is known."""
        return datetime.date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Sorts by time; a partial date before the days that it holds."""
        return self.year, self.month or 0, self.day or 0

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)
