"""How dates are read, kept and shown."""

from __future__ import annotations

import datetime
import random
import time
from pathlib import Path

import frontmatter
import pytest
from babel import Locale
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from broadsheet.model import PartialDate, Season
from broadsheet.model.season import SEASONS
from broadsheet.options import Options
from broadsheet.pipeline import read_collection, read_site
from broadsheet.recognise.candidate import Line
from broadsheet.recognise.dates import labels as date_labels
from broadsheet.recognise.dates.date import date_candidates, read_date
from broadsheet.recognise.dates.era import solar_hijri_date
from broadsheet.recognise.dates.forms import FORMS, forms_for
from broadsheet.recognise.lexicon import cldr
from broadsheet.write.dates import long_date, month_name
from support.sites import write_files

DAYS = st.dates(datetime.date(1400, 1, 1), datetime.date(2199, 12, 31))
EXACT = DAYS.map(lambda day: PartialDate(day.year, day.month, day.day))
SHOWN = sorted({tag for tags in cldr._SCRIPTS.values() for tag in tags.split()} - {"ga", "hr"})
"""Not Irish, which has months of two words, nor Croatian, whose October is the November of Poland."""
no_deadline = settings(deadline=None)
"""The first word of a script loads the names of its languages."""


@no_deadline
@given(EXACT, st.sampled_from(SHOWN))
def test_what_is_shown_is_read_again(date: PartialDate, language: str) -> None:
    """A day in the words of a language, as the CLDR has them, is read as that day; 1472 in Pashto is a Persian year."""
    assume(date.year >= 1500 or language not in ("fa", "ps"))
    dated = read_date(long_date(date, language.replace("_", "-")))
    assert dated is not None
    assert dated.date == date


@no_deadline
@given(DAYS)
def test_a_persian_day_is_the_day_after_the_one_before(day: datetime.date) -> None:
    """The Persian calendar counts without gaps: each day of a year of it is one day after the last."""
    year = day.year - 621
    if not 1244 <= year < 1472:
        return
    days = [solar_hijri_date(year, month, number) for month in range(1, 13) for number in range(1, 32)]
    exact = [date.exact for date in days if date and date.exact]
    after = solar_hijri_date(year + 1, 1, 1)
    assert after
    assert [*exact, after.exact] == [exact[0] + datetime.timedelta(days=n) for n in range(len(exact) + 1)]


@pytest.mark.parametrize(
    ("line", "order", "date"),
    [
        ("3/9/1833", None, "None"),
        ("3/9/1833", "day-first", "1833-09-03"),
        ("3/9/1833", "month-first", "1833-03-09"),
        ("13/9/1833", "month-first", "1833-09-13"),
        ("9/13/1833", "day-first", "1833-09-13"),
        ("3.9.1833", "month-first", "1833-09-03"),
        ("Tuesday 3/9/1833", "month-first", "1833-09-03"),
    ],
)
def test_the_order_of_day_and_month_can_be_given(line: str, order: str | None, date: str) -> None:
    """What is known of the collection decides where the line does not, and only there."""
    dated = read_date(line, order)
    assert dated is not None
    assert str(dated.date) == date
    assert len(date_candidates([Line(1, line)], order)) == (date != "None")


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("10.7.87", True),
        ("Friday 10.7.87", False),
        ("10 listopada 2017", True),
        ("piątek, 10 listopada 2017", False),
        ("Monday, 10 July 2017", False),
        ("Tuesday, 10 July 2017", True),
    ],
)
def test_a_date_by_convention_is_doubtful(text: str, doubtful: bool) -> None:
    """Doubtful are a century that is not printed, a name of two months, and a weekday that is not the date's."""
    dated = read_date(text)
    assert dated is not None
    assert dated.doubtful is doubtful


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Published 1 May 2020", "published"),
        ("最終更新日 2020年5月1日", "updated"),
        ("Date: 1 May 2020", None),
        ("1 May 2020 修正", None),
    ],
)
def test_labels(text: str, label: str | None) -> None:
    """A label says whether the date is that of publication or of an update; "Date" says neither."""
    dated = read_date(text)
    assert dated is not None
    assert dated.label == label


def test_the_more_a_line_says_the_less_it_weighs() -> None:
    """Published, alone, after a place, with other words, updated."""
    texts = [
        "Published 10 July 2017",
        "10 July 2017",
        "London, 10 July 2017",
        "Science | 10 July 2017",
        "Updated 10 July 2017",
    ]
    weights = [date_candidates([Line(1, text)])[0].weight for text in texts]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)


PIECES = """
    1 2 12 31 03 7 87 17 2017 1987 09 20170710 123 12345 May mar. MAR Sept July of de del ng ga watan d' st nd th er rd
    , . / - : ' T1234 T h thg XI IV I X VIII gada -yil yil m. $ # ( ) _ =
""".split()


@pytest.mark.parametrize("seed", range(10))
def test_the_shape_of_a_line_misses_no_form(seed: int) -> None:
    """A form that a line of ASCII has is among those that its shape leaves."""
    chance = random.Random(seed)
    found = 0
    for _ in range(2000):
        gaps = chance.choices([*PIECES, " ", "\t", "\x1f"], [1] * len(PIECES) + [30, 1, 1], k=9)
        line = "".join(gaps)
        has = {form for form in FORMS if form.pattern.search(line)}
        assert has <= set(forms_for(line)), line
        found += len(has)
    assert found > 50


def test_each_form_has_a_shape() -> None:
    """For each form there is a line of ASCII that has it, but for the one that is written in Chinese signs."""
    lines = """
        2017-07-10; 20170710T1200; 10 July 2017; July 10, 2017; 2017 July 10; 2017. 10 July; 10 thg 7, 2017; 10.7.2017;
        2017/7/10; 10 VII 2017; 10-Jul-17; 10 Jul 17
    """
    shown = {form for line in lines.split(";") for form in forms_for(line.strip()) if form.pattern.search(line)}
    assert [form.rule for form in FORMS if form not in shown] == ["cjk-date"]


@pytest.mark.parametrize(
    "part", ["1", " ", "a", "1 ", "1.", "a.", "May ", "2017 ", "1/", "(", "年", "一", "published ", "10 July "]
)
@pytest.mark.parametrize("length", [119, 10_000])
def test_odd_lines_take_no_time(part: str, length: int) -> None:
    """No line makes the reading of dates slow, however it repeats itself."""
    line = (part * length)[: length - 4] + "2017"
    read_date("10 xyz 2017")
    start = time.perf_counter()
    read_date(line)
    assert time.perf_counter() - start < 0.05


def test_seasons_and_decades_have_a_place_in_the_site(tmp_path: Path) -> None:
    """They stand on the page of their year, a season under its name, and their pages say what is known."""
    dates = {"a": "Spring 1921", "b": "c. 1921", "c": "April 1921", "d": "1920s", "e": "about 10 May 1921"}
    write_files(tmp_path, {f"{name}.txt": f"# Title {name}\n\n{date}\n\nText.\n" for name, date in dates.items()})
    links = {entry.article.path: entry.permalink for entry in read_collection(tmp_path, Options()).entries}
    assert links["a.txt"] == "1921/title-a"
    assert links["d.txt"] == "1920/title-d"
    pages = {page.path: page.text for page in read_site(tmp_path, Options()).pages}
    year = pages["1921/index.md"]
    assert year.index("## April") < year.index("## Spring") < year.index("## Without a month")
    assert "Spring 1921" in year
    assert "c. 1921" in year
    assert "1920s" in pages["1920/index.md"]
    assert frontmatter.loads(pages["1921/title-a.md"])["date"] == "1921-21"
    assert frontmatter.loads(pages["1920/title-d.md"])["date"] == "192X"


@pytest.mark.parametrize("language", SEASONS)
def test_a_season_is_shown_and_read(language: str) -> None:
    """A season in the words of a language is read as that season."""
    for season in Season:
        dated = read_date(long_date(PartialDate(1921, season=season), language))
        assert dated is not None, season
        assert str(dated.date) == f"1921-{season.value}"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "ru", "ja", "ko"])
def test_a_decade_and_circa_are_shown_and_read(language: str) -> None:
    """So are a decade and a year that is not certain."""
    for date in (PartialDate(1920, decade=True), PartialDate(1921, approximate=True)):
        dated = read_date(long_date(date, language))
        assert dated is not None, date
        assert dated.date == date


def test_the_manual_counts_the_languages() -> None:
    """The numbers of languages in the manual are those of the tables."""
    known = {tag.partition("_")[0] for tags in cldr._SCRIPTS.values() for tag in tags.split()}
    labels = set(date_labels._PUBLISHED) | set(date_labels._UPDATED)
    page = (Path(__file__).parents[1] / "docs" / "forms.md").read_text(encoding="utf-8")
    assert f"known in {len(known)} languages, labels in {len(labels)}, digits" in page
    assert all(Locale.parse(tag) for tag in known)


def test_months_are_called_by_their_own_language() -> None:
    """Whichever language was looked up before, for its names of months are what many others fall back on."""
    found = {language: month_name(12, language) for language in ("he", "az", "ar", "zh", "ja", "de", "fr")}
    assert found == {
        "he": "דצמבר", "az": "dekabr", "ar": "ديسمبر", "zh": "十二月", "ja": "12月", "de": "Dezember", "fr": "décembre",
    }  # fmt: skip
