"""
Names of months, weekdays, cities and countries from the CLDR (by way of Babel) to the table in `cldr.json`; and
which of day and month stands first.

    python -m broadsheet.recognise.lexicon.cldr

writes it anew.  To load them from Babel takes a fifth of a second, which each process would spend.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

import babel
from babel import Locale

from broadsheet.recognise.lexicon.date_orders import order_in_cldr
from broadsheet.recognise.lexicon.months import fold
from broadsheet.recognise.lexicon.table import FILE, Names, Table
from broadsheet.words import locales  # noqa: F401  (without it Babel mixes up the names of some languages)

_SCRIPTS = {
    "ENGLISH": "en",
    "LATIN": "en de fr es pt it nl sv da nb fi is pl cs sk hu ro tr id ms vi sw fil ha af ca gl et lv lt sl sq"
    " az uz so jv ga cy ig zu hr bs",
    "CYRILLIC": "ru uk bg sr be mk kk",
    "ARABIC": "ar ar_LB ar_DZ ar_MA fa ur ps",
    "HEBREW": "he", "GREEK": "el", "DEVANAGARI": "hi mr ne", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te",
    "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml", "ORIYA": "or", "SINHALA": "si",
    "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "HANGUL": "ko", "CJK": "zh zh_Hant ja",
}  # fmt: skip
"""
The languages whose names are known, by script.

English is looked up before the rest of its script.  Croatian and Bosnian stand last, since some of
their month names mean another month in Polish or Czech.
"""
_ALSO = {
    "sept": 9, "janv": 1, "fevr": 2, "juil": 7, "maerz": 3, "janner": 1, "jaenner": 1, "sierp": 8, "agt": 8, "ogos": 8,
    "setiembre": 9, "అక్టోబరు": 10, "జూలై": 7, "ஜுலை": 7, "मइ": 5, "जून": 6,
    "сент": 9, "нояб": 11, "февр": 2, "يونيه": 6, "يوليه": 7, "ایار": 5,
}  # fmt: skip
"""Forms in print that the CLDR does not list."""
_LATIN = "en de fr es it pt nl sv da nb fi pl cs hu ro tr id vi"
_CITIES = {
    "LATIN": _LATIN, "CYRILLIC": "ru uk bg sr", "GREEK": "el", "ARABIC": "ar fa ur", "HEBREW": "he",
    "DEVANAGARI": "hi mr", "BENGALI": "bn", "THAI": "th", "HANGUL": "ko", "CJK": "zh zh_Hant ja", "KATAKANA": "ja",
}  # fmt: skip
"""The languages in which the names of cities are known, by script."""
_COUNTRIES = "en de fr es it pt nl".split()
_ORDERS = ("de fr es it pt nl sv da nb is fi pl cs lt hu ro tr id vi ja ko zh he fa ar th el hi bn uk ru").split()
"""Those that `recognise.language` tells, but for English, which is written in both ways."""


def made() -> Table:
    """The table, made from what Babel gives."""
    return {
        "babel": babel.__version__,
        "calendar": {script: _names(list(map(Locale.parse, tags.split()))) for script, tags in _SCRIPTS.items()},
        "cities": {script: _cities(tags.split()) for script, tags in _CITIES.items()},
        "countries": sorted({fold(name) for tag in _COUNTRIES for name in _countries(tag)}),
        "orders": {tag: order_in_cldr(tag) for tag in _ORDERS},
    }


def _names(languages: list[Locale]) -> Names:
    months: dict[str, list[int]] = {fold(name): [number] for name, number in _ALSO.items()}
    weekdays: dict[str, list[int]] = {}
    for language in languages:
        for number, name in _forms(language.months):
            key = fold(name).removeprefix("de ")
            if not key.isdigit() and number not in (known := months.setdefault(key, [])):
                known.append(number)
        for number, name in _forms(language.days):
            key = fold(name)
            if (len(key) > 1 or not key.isascii()) and number not in (known := weekdays.setdefault(key, [])):
                known.append(number)
    full = {fold(name) for language in languages for name in _wide(language.days)}
    return {"months": months, "weekdays": weekdays, "full": sorted(full)}


def _forms(given: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[tuple[int, str]]:
    """The names of days or months, written out and abbreviated."""
    for form in given.values():
        for width in ("wide", "abbreviated"):
            yield from form.get(width, {}).items()


def _wide(given: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[str]:
    for form in given.values():
        yield from form.get("wide", {}).values()


def _cities(tags: Iterable[str]) -> list[str]:
    """Each form once, that of the first language first."""
    zones = (zone for tag in tags for zone in Locale.parse(tag).time_zones.values())
    return list(dict.fromkeys(zone["city"] for zone in zones if "city" in zone))


def _countries(tag: str) -> list[str]:
    """Without the world."""
    return [name for code, name in Locale.parse(tag).territories.items() if code != "001"]


def text() -> str:
    """The table as a file has it, a line for each script."""
    found = made()
    rows = {
        "babel": _row(found["babel"]),
        "calendar": _object({script: _row(names) for script, names in found["calendar"].items()}),
        "cities": _object({script: _row(names) for script, names in found["cities"].items()}),
        "countries": _row(found["countries"]),
        "orders": _row(found["orders"]),
    }
    return f"{_object(rows)}\n"


def _row(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _object(rows: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{_row(key)}: {row}" for key, row in rows.items()) + "\n}"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
