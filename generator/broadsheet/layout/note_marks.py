"""Marks of notes: the signs in a text that lead to a note, and those that notes begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED, "0123456789")
SYMBOLS = ("*", "†", "‡", "**", "††", "‡‡", "***")
"""The order in which printers use them."""
_LEAD = re.compile(
    rf"(?:\[\^?(?P<bracket>\d{{1,3}})\]:?|\((?P<round>\d{{1,3}})\)|(?P<raised>[{_RAISED}]{{1,3}})[.)]?"
    r"|(?P<number>\d{1,3})[.)]|\^(?P<caret>\d{1,3})|(?P<symbol>\*{1,3}|†{1,2}|‡{1,2})(?![*†‡]))\s*(?=\S)"
)
_BEHIND = r"(?<=[\w.,;:!?…\"'”’»)\]])"
_NO_POWER = r"(?<!\d)"
_FORMS: dict[str, re.Pattern[str]] = {
    "[^1]": re.compile(r"\[\^(?P<key>\d{1,3})\](?![(:])"),
    "[1]": re.compile(r"\[(?P<key>\d{1,3})\](?![(:\w])"),
    "¹": re.compile(rf"{_BEHIND}{_NO_POWER}(?P<key>[{_RAISED}]{{1,3}})(?!\w)"),
    "^1": re.compile(rf"{_BEHIND}{_NO_POWER}\^(?P<key>\d{{1,3}})(?![\w])"),
    "*": re.compile(rf"{_BEHIND}(?P<key>\*{{1,3}}|†{{1,2}}|‡{{1,2}})(?=[\s.,;:!?…\"'”’»)]|$)"),
    "(1)": re.compile(r"\((?P<key>\d{1,3})\)(?!\w)"),
    "1": re.compile(r"(?<=[^\W\d_][.,;:!?])[\"”’»)]*(?P<key>\d{1,3})(?=\s|$)"),
}
"""Where a mark stands in a text."""
_HEADED = frozenset(("(1)", "1"))
"""A number in round brackets, or behind a full stop, may be anything, and needs a heading over the notes."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The mark that a note begins with."""

    key: str
    """Its number, or its symbol."""
    mark: str
    """As in the source."""


def lead_of(text: str) -> Lead | None:
    """
    The mark at the beginning of a note.

    >>> lead_of("[1] The Times, 1814."), lead_of("² Ibid.").key, lead_of("1814 was the year")
    (Lead(key='1', mark='[1]'), '2', None)
    """
    found = _LEAD.match(text)
    if found is None or found.lastgroup is None:
        return None
    return Lead(found[found.lastgroup].translate(_DIGITS), found[0].rstrip())


def in_order(keys: Sequence[str]) -> bool:
    """Whether the marks of notes count up from the first."""
    numbers = [str(number) for number in range(1, len(keys) + 1)]
    return list(keys) == numbers or tuple(keys) == _order(keys)[: len(keys)]


def _order(keys: Sequence[str]) -> tuple[str, ...]:
    """Symbols are either each another one, or more and more of one."""
    return ("*", "**", "***") if "**" in keys and "†" not in keys else SYMBOLS


def marks_of(texts: Iterable[str], keys: Sequence[str], *, headed: bool) -> re.Pattern[str] | None:
    """
    How a text is marked for notes, if each of them has its mark in it, in order, and each mark its note.

    `headed`: whether a heading says that notes follow.
    """
    joined = "\n".join(texts)
    for form, pattern in _FORMS.items():
        if form in _HEADED and not headed:
            continue
        found = [match["key"].translate(_DIGITS) for match in pattern.finditer(joined)]
        if list(dict.fromkeys(found)) != list(keys):
            continue
        if form == "*" and any(joined.count(sign) != "".join(found).count(sign) for sign in {key[0] for key in keys}):
            continue
        return pattern
    return None


def key_of(match: re.Match[str]) -> str:
    """The key of the note that a mark leads to."""
    return match["key"].translate(_DIGITS)
