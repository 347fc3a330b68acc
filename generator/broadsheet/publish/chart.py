"""How many articles there are by year or month, as the bars of a small chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel.dates import get_month_names

from broadsheet.words import Words
from broadsheet.write.dates import decade_name

_MOST_YEARS = 150
"""Of a longer span, a bar stands for a decade."""
_STEP, _BAR, _HEIGHT, _LEAST = 10, 8, 100, 3
"""How far bars stand apart, how wide and how high they are, and how high that of a single article is at least."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, ready for the template."""

    label: str
    """What it shows, in words."""
    width: int
    """Of the drawing, whose height is 100."""
    path: str
    """The bars, as the path of an SVG."""
    names: Sequence[str]
    """What stands below the bars: the first and the last name, or one for each."""


def chart_of_years(counts: Mapping[int, int], words: Words) -> Chart | None:
    """The years from the first to the last that have articles; none for less than three."""
    if not counts or max(counts) - min(counts) < 2:
        return None
    first, last = min(counts), max(counts)
    label = words("years_chart", first=first, last=last)
    if last - first < _MOST_YEARS:
        bars = [counts.get(year, 0) for year in range(first, last + 1)]
        return _drawn(label, bars, (str(first), str(last)))
    decades = range(first // 10 * 10, last + 1, 10)
    bars = [sum(counts.get(year, 0) for year in range(decade, decade + 10)) for decade in decades]
    return _drawn(label, bars, (decade_name(first, words.language), decade_name(last, words.language)))


def chart_of_months(counts: Mapping[int, int], words: Words) -> Chart | None:
    """The twelve months of a year; none where not even two of them have articles."""
    if len(counts) < 2:
        return None
    names = get_month_names("narrow", "stand-alone", words.locale)
    months = range(1, 13)
    return _drawn(words("months_chart"), [counts.get(m, 0) for m in months], [str(names[m]) for m in months])


def _drawn(label: str, bars: Sequence[int], names: Sequence[str]) -> Chart:
    """
    Bars side by side, the highest of full height.

    >>> _drawn("", [2, 0, 1], ("1987", "1989")).path
    'M0 100V0h8V100zM20 100V50h8V100z'
    """
    highest = max(bars)
    path = "".join(
        f"M{place * _STEP} {_HEIGHT}V{_HEIGHT - max(_LEAST, bar * _HEIGHT // highest)}h{_BAR}V{_HEIGHT}z"
        for place, bar in enumerate(bars)
        if bar
    )
    return Chart(label, len(bars) * _STEP - (_STEP - _BAR), path, names)
