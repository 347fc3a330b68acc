"""The head and foot that Project Gutenberg sets about a text, and what the head says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale

from broadsheet.recognise.header.keyed import Entry

_NAMED = ("GUTENBERG", "Gutenberg", "SMALL PRINT")
_START = re.compile(
    r"\s*\*{1,3}\s*START OF (?:THE|THIS|THE COPYRIGHTED) PROJECT GUTENBERG E-?(?:BOOK|TEXT)"
    r"|\s*\*{1,3}\s*END\s?\*?\s?THE SMALL PRINT",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:\*{1,3}\s*)?END OF (?:THE |THIS )?(?:COPYRIGHTED )?PROJECT GUTENBERG"
    r"|\s*(?:\*{1,3}\s*)?Ende? (?:dieses|diese|des) Proje[ck]t Gutenberg"
    r"|\s*(?:\*{1,3}\s*)?Fin (?:de|du|de ce|du présent) (?:Project|Projet) Gutenberg"
    r"|\s*\*{3}\s*START: FULL LICENSE|\s*\*{3}\s*START\s?\*{1,2}\s?THE SMALL PRINT",
    re.IGNORECASE,
)
_KEYS = {
    "title": "title", "titel": "title", "titre": "title", "author": "author", "authors": "author", "autor": "author",
    "verfasser": "author", "auteur": "author", "language": "language", "sprache": "language", "langue": "language",
}  # fmt: skip
_KEY = re.compile(rf"(?P<key>{'|'.join(_KEYS)}):[ \t]*(?P<value>\S.*)", re.IGNORECASE)
_ANY_KEY = re.compile(r"[A-Z][\w ]{2,30}:(?:\s|$)")
_NOBODY = frozenset(("various", "unknown", "anonymous", "verschiedene", "unbekannt", "anonyme", "divers"))
_PRODUCED = re.compile(
    r"(?:\*\*\*)?(?:(?:e-?text )?(?:produced|prepared) by|this e-?text was (?:produced|prepared|typed|scanned)"
    r"|transcribed (?:by|from)|(?:digitized|scanned) by)\b",
    re.IGNORECASE,
)
_HEAD = 700
"""Lines of the longest head."""


@dataclass(frozen=True, slots=True)
class Ebook:
    """What frames a text of Project Gutenberg."""

    head: int = 0
    """The last line of the head; 0 where there is none."""
    foot: int = 0
    """The first line of the foot; 0 where there is none."""
    entries: tuple[Entry, ...] = ()
    """What the head states: title, author, language. When it was released is no date of the text."""
    stated: tuple[int, int] = (0, 0)
    """The lines on which it does."""

    def lines(self, last: int) -> frozenset[int]:
        """The numbers of the lines of head and foot; `last` is that of the source."""
        if not self.head and not self.foot:
            return frozenset()
        foot = range(self.foot, last + 1) if self.foot else ()
        return frozenset((*range(1, self.head + 1), *foot))


_NONE = Ebook()


def read_ebook(lines: Sequence[str]) -> Ebook:
    """
    Find the head and foot of Project Gutenberg, in English, German or French.

    The head ends with "*** START OF THE PROJECT GUTENBERG EBOOK …" or, in old texts, with the end of the small print; a
    note on who produced the text belongs to it.  Left alone: a text that only speaks of Project Gutenberg, marks in its
    middle, a small print with no text below it.
    """
    text = "\n".join(lines)
    if not any(map(text.__contains__, _NAMED)):
        return _NONE
    named = [n for n, line in enumerate(lines, 1) if any(name in line for name in _NAMED)]
    starts = [n for n in named if n <= _HEAD and _START.match(lines[n - 1])]
    ends = [n for n in named if _END.match(lines[n - 1])]
    head = starts[0] if starts else 0
    for later in starts[1:]:
        if not any(head < n < later and not lines[n - 1].lstrip().startswith("*") for n in ends):
            head = later
    foot = next((n for n in ends if n > head and (head or "***" in lines[n - 1])), 0)
    if foot and not any(line.strip() for line in lines[head : foot - 1]):
        foot = 0
    if not head:
        return Ebook(foot=foot)
    head = _closed(lines, head)
    if not any(line.strip() for line in lines[head : foot - 1 if foot else len(lines)]):
        return Ebook()
    entries = _entries(lines[:head])
    stated = (entries[0].line, _last_key(lines, entries)) if entries else (0, 0)
    return Ebook(_produced(lines, head), foot, tuple(entries), stated)


def _closed(lines: Sequence[str], head: int) -> int:
    """The last line of a mark that goes on over two or three."""
    if lines[head - 1].rstrip().endswith("*"):
        return head
    for number in range(head + 1, min(head + 4, len(lines) + 1)):
        if not lines[number - 1].strip():
            return head
        if lines[number - 1].rstrip().endswith("***"):
            return number
    return head


def _produced(lines: Sequence[str], head: int) -> int:
    """With the paragraph that says who produced the text."""
    number = head + 1
    while number <= len(lines) and not lines[number - 1].strip():
        number += 1
    if number > len(lines) or not _PRODUCED.match(lines[number - 1].strip()):
        return head
    while number < len(lines) and lines[number].strip() and number - head < 12:
        number += 1
    return number


def _entries(lines: Sequence[str]) -> list[Entry]:
    """The lines `Title: …`, `Author: …`, `Language: …`, each with those that go on below it, set in."""
    found: list[Entry] = []
    for number, line in enumerate(lines, 1):
        match = _KEY.fullmatch(line.rstrip())
        if match is None:
            continue
        key = _KEYS[match["key"].casefold()]
        more = [match["value"].strip()]
        for after in lines[number:]:
            if not after.strip() or not after.startswith((" ", "\t")) or _ANY_KEY.match(after):
                break
            more.append(after.strip())
        value = ("; " if key == "author" else " ").join(more)
        if key == "language":
            value = _tag(value)
        if value and value.casefold() not in _NOBODY:
            found.append(Entry(key, value, number, match.start("value") + 1))
    return found


def _last_key(lines: Sequence[str], entries: Sequence[Entry]) -> int:
    number = entries[-1].line
    while number < len(lines) and lines[number].strip():
        number += 1
    return number


def _tag(name: str) -> str:
    """The tag of a language that is named in English, German or French; empty if it is not known."""
    return _languages().get(name.casefold().split(",")[0].split(" and ")[0].strip(), "")


@cache
def _languages() -> dict[str, str]:
    found: dict[str, str] = {}
    for locale in map(Locale.parse, ("fr", "de", "en")):
        found |= {name.casefold(): tag.replace("_", "-") for tag, name in locale.languages.items() if len(tag) <= 3}
    return found
