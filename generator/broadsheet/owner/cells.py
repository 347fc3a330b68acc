"""Cells of a spreadsheet: what a program that saves them may do to a text, and how to see through it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from broadsheet.model import PartialDate
from broadsheet.recognise.candidate import Value

_FORMULA = re.compile(r"'*(?:[=+\-@\t\r＝＋－＠]|[\d.,:/%-]+$|(?:true|false)$)", re.IGNORECASE)
"""What a spreadsheet would take for a formula, a number, a date or a truth value, and change."""
_NUMBERS = re.compile(r"(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_SHORT_YEAR = re.compile(r"(.*\D)(\d\d)")
_MIDNIGHT = re.compile(r"[T ]0?0:00(?::00)?$")
_DATE = "date"


def guarded(text: str) -> str:
    """
    A text as a cell that no spreadsheet reads as anything else: an apostrophe stands before it where it might.

    >>> guarded("=1+1"), guarded("1605"), guarded("The Sun"), unguarded(guarded("'=1+1"))
    ("'=1+1", "'1605", 'The Sun', "'=1+1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def cell_of(field: str, value: Value | None) -> str:
    """A value as a cell; a date is left to the spreadsheet, which may write it in its own way."""
    text = "; ".join(value) if isinstance(value, tuple) else str(value or "")
    return text if field == _DATE else guarded(text)


def checksum(field: str, cell: str) -> str:
    """
    A short checksum of a cell, by which an unchanged one is known.

    A text beyond ASCII has a second one, for programs that put a question mark for each letter they do not know.
    """
    text = _bare(field, cell)
    return _sum(text) if text.isascii() else f"{_sum(text)}/{_sum(_lossy(text))}"


def unchanged(field: str, cell: str, recorded: str) -> bool:
    """Whether a cell has the value whose checksum was recorded, in whatever form a spreadsheet saved it."""
    exact, _, lossy = recorded.partition("/")
    text = _bare(field, cell)
    if _sum(text) == exact or (lossy and "?" in text and _sum(_lossy(text)) == lossy):
        return True
    return field == _DATE and any(_sum(str(date)) == exact for date, _ in readings(text))


def value_of(field: str, cell: str, order: str | None) -> Value | None:
    """
    The value of a cell that was changed, ``None`` if it is not of the field's form; `order` is that of its dates.

    Authors are parted by semicolons, and stand as they are then; without one, they are read as in a header.
    """
    from broadsheet.recognise.header.fields import authors_of, fitted  # with all that reads names and dates

    text = _bare(field, cell)
    if field == _DATE:
        return _date(text, order)
    if field == "authors":
        return tuple(dict.fromkeys(_parts(text))) if ";" in cell else authors_of(text) or None
    return fitted(field, text)


def readings(text: str) -> Iterator[tuple[PartialDate, str | None]]:
    """
    Every date that a cell may mean, with the order of day and month that this reading goes by.

    >>> [(str(date), order) for date, order in readings("7/10/2017")]
    [('2017-10-07', 'day-first'), ('2017-07-10', 'month-first')]
    """
    from broadsheet.recognise.header.fields import date_of

    text = _MIDNIGHT.sub("", text)
    if match := _NUMBERS.fullmatch(text):
        a, b = int(match[1]), int(match[3])
        for year in _years(match[4]):
            for order, month, day in (("day-first", b, a), ("month-first", a, b)):
                if date := _real(year, month, day):
                    yield date, order
    elif match := _YEAR_FIRST.fullmatch(text):
        if date := _real(*map(int, match.groups())):
            yield date, None
    elif date := date_of(text):
        yield date, None
    elif match := _SHORT_YEAR.fullmatch(text):
        for year in _years(match[2]):
            if date := date_of(f"{match[1].replace('-', ' ')}{year}"):
                yield date, None


def _date(text: str, order: str | None) -> PartialDate | None:
    """Left alone: a year of two digits, and a date that may be two; with full stops, the day stands first."""
    text = _MIDNIGHT.sub("", text)
    order = order or ("day-first" if "." in text else None)
    if exact := PartialDate.from_iso(text):
        return exact
    if not re.search(r"\d{4}", text):
        return None
    found = {date for date, by in readings(text) if order is None or by in (None, order)}
    found = found or {date for date, _ in readings(text)}
    return found.pop() if len(found) == 1 else None


def _bare(field: str, cell: str) -> str:
    text = " ".join(unguarded(cell.strip(" ")).split())
    return "; ".join(_parts(text)) if field in ("authors", "agencies", "topics") else text


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _years(digits: str) -> list[int]:
    return [int(digits)] if len(digits) == 4 else [1900 + int(digits), 2000 + int(digits)]


def _real(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _lossy(text: str) -> str:
    return re.sub(r"\?+", "?", text.encode("ascii", "replace").decode())


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:10]
