"""The table of names is what the CLDR has."""

from __future__ import annotations

import babel
import pytest
from babel.localedata import locale_identifiers

from broadsheet.recognise import language
from broadsheet.recognise.lexicon import cldr
from broadsheet.recognise.lexicon.months import months_named
from broadsheet.recognise.lexicon.table import FILE, calendar, table
from broadsheet.words.locales import direction, locale_of


@pytest.mark.skipif(babel.__version__ != table()["babel"], reason="another version of Babel may have other names")
def test_the_table_is_what_babel_gives() -> None:
    """Else it is made anew: python -m broadsheet.recognise.lexicon.cldr."""
    assert FILE.read_text("utf-8") == cldr.text()


def test_every_language_has_twelve_months_and_seven_days() -> None:
    """None is left out because its names have another form."""
    for script in table()["calendar"]:
        names = calendar(script)
        assert {number for numbers in names["months"].values() for number in numbers} == set(range(1, 13)), script
        assert {number for numbers in names["weekdays"].values() for number in numbers} == set(range(7)), script


def test_the_order_of_a_date_is_known_of_every_language_that_is_told() -> None:
    """Else Babel would be asked for it, in each process that reads."""
    told = {*language._COMMON, *(tag for tag, _ in language._SCRIPTS)} - {"en"}
    assert table()["orders"].keys() == told


def test_a_script_that_is_not_known_has_no_names() -> None:
    """Its words are looked up as all others are."""
    assert calendar("CUNEIFORM") == {"months": {}, "weekdays": {}, "full": []}
    assert months_named("𒌗") == ()


def test_the_direction_of_each_language_is_what_babel_gives() -> None:
    """Whatever script it is written in; HTML has no word for the Mongolian one, which runs down."""
    names = [name.replace("_", "-") for name in locale_identifiers()]
    known = {name: str(locale_of(name).text_direction).replace("ttb", "ltr") for name in names}
    assert {name: direction(name) for name in names} == known
