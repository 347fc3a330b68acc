"""What stands before the text in the line of a dateline: place, state, agency, day."""

from __future__ import annotations

import re
from typing import NamedTuple

from broadsheet.recognise.bylines.names import PARTICLES
from broadsheet.recognise.lexicon.agencies import agencies_in
from broadsheet.recognise.lexicon.months import fold, is_weekday, month_number
from broadsheet.recognise.lexicon.places import is_region

_LEAD = re.compile(r"\(?(?P<who>[^()]{2,40}?)(?:\)\s*[-–—]?|\s+[-–—])\s+(?=\S)")
_TAIL = re.compile(
    r"\s*(?:[(\[/](?P<in>[^()\[\]/]{2,40}(?:/[^()\[\]/]{2,20})?)[)\]/]|\s[-–—]\s(?P<after>[^()]{2,40}))$"
)
_DASHES = "-–—"
_PARTS = re.compile(r"(?=[\s,،.])(?:\s*[,،]\s*|(?<=[^\W\d_]{4})\.\s+(?=[^\W\d_])|(?<=\w{5})\.\s+)")
_NAME = re.compile(
    r"[^\W\d_][^\s\d,;:!?()\[\]/\"“”„«»<>=&@#%$]*(?:[ /]+[^\W\d_][^\s\d,;:!?()\[\]/\"“”„«»<>=&@#%$]*){0,4}"
)
_DAY_WORDS = frozenset("de del do da le la der den di of the d' du az a kl г г. року ngày tháng".split())
_NUMERIC = re.compile(r"\d{1,2}[./]\s?\d{1,2}[./]?\s?(?:\d{2,4})?")
_LONGEST = 45
"""A longer name is none of a place."""


class Head(NamedTuple):
    """What stands before the text in the line of a dateline."""

    places: str = ""
    regions: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    day: str = ""
    unknown: bool = False
    """Whether a region is none that is known."""


def head_of_dateline(text: str) -> Head | None:
    """The parts of what stands before the separator; ``None`` where one of them does not belong to a dateline."""
    agencies: tuple[str, ...] = ()
    dashed = any(map(text.__contains__, _DASHES))
    lead = _LEAD.match(text) if dashed or ")" in text else None
    if lead and (agencies := agencies_in(lead["who"])):
        text = text[lead.end() :]
    elif named := agencies_in(text.strip("()[] ")):
        return Head(agencies=named) if text[0] in "([" else None
    day = ""
    if (dashed or text[-1:] in ")]/") and (tail := _TAIL.search(text)):
        named = agencies_in(tail["in"] or tail["after"])
        if tail["after"] and not named:
            return None
        day = tail["in"] if not named and _is_day(tail["in"]) else ""
        agencies, text = (*agencies, *named), text[: tail.start()]
    text = text.strip(" ,")
    place, *parts = _PARTS.split(text) if any(map(text.__contains__, ",،.")) else (text,)
    place, after = _without_day(place)
    place, day = place.rstrip("."), day or after
    if not _is_named(place) or agencies_in(place):
        return None
    regions: list[str] = []
    unknown = False
    for part in parts:
        if not day and _is_day(part):
            day = part
        elif not regions and is_region(part):
            regions = [part]
        elif named := agencies_in(part):
            agencies = (*agencies, *named)
        elif day and re.fullmatch(r"\d{4}", part):
            day = f"{day}, {part}"
        elif is_weekday(part.rstrip(".")):
            continue
        elif regions or not _is_named(part):
            return None
        else:
            regions, unknown = [part], True
    return Head(place, tuple(regions), tuple(dict.fromkeys(agencies)), day, unknown)


def _is_named(text: str) -> bool:
    """Whether a text has the form of a place's name."""
    if not _NAME.fullmatch(text) or len(text) > _LONGEST:
        return False
    words = text.replace("/", " ").split()
    return len(text) > 1 and all(
        not word[0].islower() or fold(word) in PARTICLES | {"am", "upon", "on"} for word in words
    )


def _without_day(place: str) -> tuple[str, str]:
    """A place, and the day that stands after it without a comma."""
    words = place.split(" ")
    for at in range(1, len(words)):
        if (words[at][:1].isdigit() or month_number(words[at])) and _is_day(day := " ".join(words[at:])):
            return " ".join(words[:at]), day
    return place, ""


def _is_day(text: str) -> bool:
    """Whether a text is a day and its month, perhaps with the weekday and the year."""
    if _NUMERIC.fullmatch(text):
        return True
    words = re.findall(r"[^\s\d,.()]+|\d+", text)
    if not 2 <= len(words) <= 6 or not any(word.isdigit() and len(word) < 3 for word in words):
        return False
    months = [word for word in words if not word.isdigit() and month_number(word)]
    others = [
        w for w in words if not w.isdigit() and w not in months and w.lower() not in _DAY_WORDS and not is_weekday(w)
    ]
    return len(months) == 1 and all(word in ("st", "nd", "rd", "th", "er", "º") for word in others)
