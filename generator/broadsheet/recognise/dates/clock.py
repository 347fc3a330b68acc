"""Times of day with their zones, times of reading and page numbers: what stands beside a date and is not part of it."""

from __future__ import annotations

import re

_HOUR, _MINUTE = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
_HALF = r"[ap]\.?\s?m\b\.?"
_ZONE = r"(?:(?-i:Z|[A-Z]{2,5})\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)"
_AT = r"(?:\b(?:at|um|kl\.?|klo\.?|à|às|alle(?:\sore)?|ore|om|a\slas|a\sles|saat|pukul|jam|o|u|lúc|в|о|στις)\s)?"
_FORMS = (
    rf"(?:\bT|(?<![\d.:/])){_HOUR}:{_MINUTE}(?::{_MINUTE}(?:[.,]\d+(?-i:(?:\s?[A-Z]{{1,2}}){{1,2}}\b)?)?)?(?![\d/])\s?:?(?:{_HALF})?",
    r"\bT\d{4}(?:\d\d)?",
    rf"(?<![\d.:/]){_HOUR}\.{_MINUTE}(?![\d/]|\.\d)\s?(?:{_HALF})?",
    rf"\b{_HOUR}\s?h\s?(?:{_MINUTE})?(?![\w])",
    rf"\b{_HOUR}\s?(?:{_HALF}|Uhr\b)",
    rf"(?:午前|午後|上午|下午|오전|오후)?\s?{_HOUR}\s?[時时点點시]\s?(?:{_MINUTE}|\d)?\s?[分분]?",
    r"\b(?:noon|midnight)\b",
)
_FIGURE, _IN_WORDS = re.compile(r"\d"), ("noon", "midnight")
CLOCK = re.compile(
    rf"(?:午前|午後|上午|下午|오전|오후|(?<!\w)[AP]M)?\s?{_AT}(?:{'|'.join(_FORMS)})"
    rf"\s?(?:Uhr\b|hrs?\b|h\b|น\.?|น(?!\w))?\s?(?:\(?{_ZONE}\)?)?",
    re.IGNORECASE,
)
"""A time of day with the word before it and the zone after it, or the letters that news agencies put there."""

_READING = re.compile(
    r"\b(?:lesezeit|lesedauer|reading\stime|leestijd|lästid|temps\sde\slecture|tiempo\sde\slectura)\W{0,3}(?:ca\.?\s)?"
    r"\d{1,3}\s?min\w*\.?|\b\d{1,3}[\s-]?(?:min(?:ute|uten|uti|utos|uut|utter)?s?\b\.?|dk\b\.?|мин\b\.?|分)"
    r"\s?(?:read\b|lesezeit\b|leestijd\b|de\slecture\b|de\slectura\b|di\slettura\b|de\sleitura\b|okuma\b|чтения\b)?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:page|seite|página|pagina|pág\.|p\.)\s?[A-Z]?\d{1,4}\b", re.IGNORECASE)

_DAY_FIRST = re.compile(r"\b(?:Uhr|CES?T|MES?Z|EES?T|BST|SAST|MSK|(?:GMT|UTC)\s?\+\s?0?[1-7])\b|[+]0[1-7]:?[0-5]\d\b")
"""Zones of Europe, Africa and western Asia, where dates in figures have the day first."""


def may_have_clock(text: str) -> bool:
    """Whether a text has a figure, or noon or midnight in it: a test that costs little."""
    return _FIGURE.search(text) is not None or any(map(text.lower().__contains__, _IN_WORDS))


def without_clock(text: str) -> tuple[str, bool]:
    """
    Take out times of day; whether there were any.

    >>> without_clock("10 July 2017 at 2.30 p.m. BST")[0].rstrip()
    '10 July 2017'
    """
    if not may_have_clock(text):
        return text, False
    rest = CLOCK.sub(" ", text)
    return rest, rest != text


def without_measure(text: str) -> str:
    """
    Take out how long an article takes to read, and its page in print.

    >>> without_measure("10 July 2017 · 8 min read").rstrip(" ·")
    '10 July 2017'
    """
    return _PAGE.sub(" ", _READING.sub(" ", text)) if _FIGURE.search(text) else text


def is_day_first_zone(text: str) -> bool:
    """
    Whether the zone of a time of day is one where dates in figures have the day first.

    >>> is_day_first_zone("14:30 CET"), is_day_first_zone("14:30 EST")
    (True, False)
    """
    return _DAY_FIRST.search(text) is not None
