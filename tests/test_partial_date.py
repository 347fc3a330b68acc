"""Dates as values: what they may be, how they are written and ordered."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model import PartialDate, Season

DAYS = st.dates(datetime.date(1400, 1, 1), datetime.date(2199, 12, 31))
EXACT = DAYS.map(lambda day: PartialDate(day.year, day.month, day.day))
DATES = st.one_of(
    EXACT,
    DAYS.map(lambda day: PartialDate(day.year, day.month)),
    DAYS.map(lambda day: PartialDate(day.year)),
    st.builds(lambda day, season: PartialDate(day.year, season=season), DAYS, st.sampled_from(Season)),
    DAYS.map(lambda day: PartialDate(day.year // 10 * 10, decade=True)),
)


@given(DATES, st.booleans())
def test_a_date_is_what_its_text_says(date: PartialDate, approximate: bool) -> None:
    """Written down and read again, a date is the same."""
    date = replace(date, approximate=approximate)
    assert PartialDate.from_iso(str(date)) == date


@pytest.mark.parametrize(
    "text", ["1987-13", "1987-20", "1987-25", "1987-21-01", "19XX", "198X-05", "1987-02-30", "1987?"]
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    """A month above 12 is a season from 21 to 24 and else nothing; a decade has no month."""
    assert PartialDate.from_iso(text) is None


@pytest.mark.parametrize("season", Season)
def test_a_season_has_no_month(season: Season) -> None:
    """A date is of a month or of a season, and a decade begins with a year that ends in 0."""
    with pytest.raises(ValueError, match="no month"):
        PartialDate(1921, 3, season=season)
    with pytest.raises(ValueError, match="ends in 0"):
        PartialDate(1921, decade=True)


def test_dates_sort_by_time() -> None:
    """Less precise dates stand before the days that they hold; winter is that of the year's end."""
    texts = ["192X", "1920", "1920-21", "1920-03", "1920-03-01", "1920-22", "1920-10", "1920-24", "1921", "1921-21"]
    dates = [date for text in reversed(texts) if (date := PartialDate.from_iso(text))]
    assert [str(date) for date in sorted(dates, key=lambda date: date.sort_key)] == texts


def test_the_day_that_is_not_certain_is_not_exact() -> None:
    """About the tenth of May is no day that may stand as a date in YAML."""
    assert PartialDate(1921, 5, 10).exact == datetime.date(1921, 5, 10)
    assert PartialDate(1921, 5, 10, approximate=True).exact is None
