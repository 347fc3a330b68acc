"""How a text writes its words: in lower case, with a capital, in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from broadsheet.recognise.lexicon.months import fold

_MOST = 30_000
"""Characters looked at: enough to show how names are written, in a text of any length."""
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[.'’&-][^\W_]+)*")
_SMALL_LETTERS = bytes(ord(chr(sign).lower()) if chr(sign).isalpha() and sign < 128 else 32 for sign in range(256))
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_TICKER, _MARKED = re.compile(r"<[^<>\s]{1,12}>"), re.compile(r"<[^<>\s]{1,12}>|https?://\S+")
_PARTING = re.compile(r"[-/’']")
_DATELINE = re.compile(r"\n\s*[^a-z\n]{3,40}?(?=,|\s[-–—]|—|\s?\()")
_BEGINS = re.compile(r"(?:^|[.!?:…]['\"”’»)]*\s+|\n\s*\n\s*)['\"“„«»(¿¡–—-]*\s*$")
_AFTER = re.compile(r",? (?P<word>[^\W\d_]{4,})\b")
_BEFORE = re.compile(r"\b(?P<word>[^\W\d_]{4,}),? $")
"""Words of four letters and more: a word in capitals beside another is of a line in capitals, and no abbreviation."""


@dataclass(slots=True)
class WordForms:
    """The forms of each word of a text, without regard to case and accents."""

    lower: dict[str, int] = field(default_factory=dict)
    """How many of each form there are, such as *état*."""
    capital: dict[str, int] = field(default_factory=dict)
    """With a capital, where no sentence begins."""
    begun: dict[str, int] = field(default_factory=dict)
    """With a capital, where a sentence begins."""
    upper: dict[str, int] = field(default_factory=dict)
    """In capitals, two letters at least."""
    mixed: dict[str, int] = field(default_factory=dict)
    """With capitals inside, such as *McDonald*."""
    by_key: dict[str, list[str]] = field(default_factory=dict)
    """The forms of a word, by the word in lower case and without accents."""

    def of(self, word: str) -> list[str]:
        """All forms of a word, as they first stand in the text."""
        return self.by_key.get(fold(word), []) if self.by_key else []


def most(forms: Iterable[str], kinds: Mapping[str, int]) -> tuple[str, int]:
    """The commonest of some forms that are of a kind, and how many there are of that kind; else an empty form."""
    counts = {form: kinds[form] for form in forms if form in kinds} if kinds else {}
    return (max(counts, key=counts.__getitem__), sum(counts.values())) if counts else ("", 0)


def word_forms(lines: Sequence[str], wanted: Iterable[str]) -> WordForms:
    """
    Gather the forms that a text has of some words; those of datelines, addresses and lines in capitals are no evidence.

    >>> forms = word_forms(["The EPA said that McDonald sold the Herald."], ["SOLD", "HERALD", "EPA"])
    >>> most(forms.of("SOLD"), forms.lower), most(forms.of("HERALD"), forms.capital), most(forms.of("EPA"), forms.upper)
    (('sold', 1), ('Herald', 1), ('EPA', 1))
    """
    text = "\n".join(["", *lines])[: _MOST + 1]
    if "<" in text or "://" in text:
        text = (_MARKED if "://" in text else _TICKER).sub(" ", text)
    text = _DATELINE.sub("\n", text)[1:]
    sought = list(map(_sought, wanted))
    keys = frozenset[str]().union(*(one.keys for one in sought))
    found = WordForms()
    for match in _words_like(frozenset[bytes]().union(*(one.begun for one in sought)), text):
        word = match[0]
        key = fold(word)
        if key not in keys:
            continue
        kind = _kind(found, match, text)
        if kind is not None:
            kind[word] = kind.get(word, 0) + 1
            known = found.by_key.setdefault(key, [])
            if word not in known:
                known.append(word)
    return found


def _words_like(begun: Set[bytes], text: str) -> Iterator[re.Match[str]]:
    """The words between two gaps where one has such a beginning, or a letter beyond ASCII, perhaps an accent."""
    small = _letters(f" {text}")
    places = [] if text.isascii() else [run.start() for run in _BEYOND_ASCII.finditer(text)]
    for one in begun:
        place = small.find(one)
        while place >= 0:
            places.append(place)
            place = small.find(one, place + 1)
    end, gaps = 0, f"{text} ".replace("\n", " ")
    for place in sorted(places):
        if place >= end:
            start = gaps.rfind(" ", end, place) + 1
            end = gaps.find(" ", place)
            yield from _WORD.finditer(text, start, end)


def _letters(text: str) -> bytes:
    """Each character as one byte: the letters of ASCII in lower case, a space for all others."""
    return text.encode("ascii", "replace").translate(_SMALL_LETTERS)


class _Sought(NamedTuple):
    """What is looked for where a word is wanted."""

    keys: frozenset[str]
    """The word, its parts, and its singular and plural, as they are looked up."""
    begun: frozenset[bytes]
    """What the keys in letters of ASCII begin with, after a gap; one beginning for singular and plural."""


@lru_cache(maxsize=4096)  # headlines are made of the same words again and again
def _sought(word: str) -> _Sought:
    keys = {key for part in {word, *_PARTING.split(word)} if (key := fold(part))}
    keys = {form for key in keys for form in (key, f"{key}s", key.removesuffix("s"))}
    singular = {key[:-1] if key.endswith("s") and len(key) > 1 else key for key in keys}
    begun = [_letters(f" {key}") for key in singular if key[:1].isalpha() and key.isascii()]
    return _Sought(frozenset(keys), frozenset(begun))


def _kind(forms: WordForms, match: re.Match[str], text: str) -> dict[str, int] | None:
    word = match[0]
    if word.islower():  # as most words are
        return forms.lower if word[0].islower() else None
    if word.isupper() and sum(map(str.isalpha, word)) > 1:
        return None if _is_shouted(match, text) else forms.upper
    if not word[1:].islower() and any(map(str.isupper, word[1:])):
        return forms.mixed
    if word[0].isupper():
        return forms.begun if _BEGINS.search(text[max(0, match.start() - 12) : match.start()]) else forms.capital
    return None


def _is_shouted(match: re.Match[str], text: str) -> bool:
    """Whether a longer word in capitals stands right before or after a word."""
    before = text[max(0, match.start() - 30) : match.start()]
    near = [_AFTER.match(text, match.end()), _BEFORE.search(before)]
    return any(other is not None and other["word"].isupper() for other in near)
