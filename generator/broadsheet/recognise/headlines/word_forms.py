"""How a text writes its words: in lower case, with a capital, in capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from broadsheet.recognise.lexicon.months import fold

_MOST = 30_000
"""Characters looked at: enough to show how names are written, in a text of any length."""
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[.'’&-][^\W_]+)*")
_SMALL_LETTERS = bytes(ord(chr(sign).lower()) if chr(sign).isalpha() and sign < 128 else 32 for sign in range(256))
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_MARKED = re.compile(r"<[^<>\s]{1,12}>|https?://\S+")
_PARTING = re.compile(r"[-/’']")
_DATELINE = re.compile(r"\n\s*[^a-z\n]{3,40}?(?=,|\s[-–—]|—|\s?\()")
_BEGINS = re.compile(r"(?:^|[.!?:…]['\"”’»)]*\s+|\n\s*\n\s*)['\"“„«»(¿¡–—-]*\s*$")
_AFTER = re.compile(r",? (?P<word>[^\W\d_]{4,})\b")
_BEFORE = re.compile(r"\b(?P<word>[^\W\d_]{4,}),? $")
"""Words of four letters and more: a word in capitals beside another is of a line in capitals, and no abbreviation."""


@dataclass(slots=True)
class WordForms:
    """The forms of each word of a text, without regard to case and accents."""

    lower: Counter[str] = field(default_factory=Counter)
    """By form, such as *état*."""
    capital: Counter[str] = field(default_factory=Counter)
    """With a capital, where no sentence begins."""
    begun: Counter[str] = field(default_factory=Counter)
    """With a capital, where a sentence begins."""
    upper: Counter[str] = field(default_factory=Counter)
    """In capitals, two letters at least."""
    mixed: Counter[str] = field(default_factory=Counter)
    """With capitals inside, such as *McDonald*."""
    by_key: dict[str, list[str]] = field(default_factory=dict)
    """The forms of a word, by the word in lower case and without accents."""

    def of(self, word: str) -> list[str]:
        """All forms of a word, as they first stand in the text."""
        return self.by_key.get(fold(word), []) if self.by_key else []


def most(forms: Iterable[str], kinds: Counter[str]) -> tuple[str, int]:
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
        text = _MARKED.sub(" ", text)
    text = _DATELINE.sub("\n", text)[1:]
    keys = {key for word in wanted for key in _keys(word)}
    found = WordForms()
    for match in _words_like(keys, text):
        word = match[0]
        key = fold(word)
        if key not in keys:
            continue
        kind = _kind(found, match, text)
        if kind is not None:
            kind[word] += 1
            known = found.by_key.setdefault(key, [])
            if word not in known:
                known.append(word)
    return found


def _words_like(keys: Set[str], text: str) -> Iterator[re.Match[str]]:
    """The words between two gaps where one begins as a key does, or has a letter beyond ASCII, perhaps an accent."""
    small = _letters(f" {text}")
    places = [] if text.isascii() else [run.start() for run in _BEYOND_ASCII.finditer(text)]
    singular = {key[:-1] if key.endswith("s") and len(key) > 1 else key for key in keys}
    for begun in {_letters(f" {key}") for key in singular if key[:1].isalpha() and key.isascii()}:
        place = small.find(begun)
        while place >= 0:
            places.append(place)
            place = small.find(begun, place + 1)
    end, ended = 0, f"{text} \n"
    for place in sorted(places):
        if place >= end:
            start = max(text.rfind(" ", end, place), text.rfind("\n", end, place)) + 1
            end = min(ended.find(" ", place), ended.find("\n", place))
            yield from _WORD.finditer(text, start, end)


def _letters(text: str) -> bytes:
    """Each character as one byte: the letters of ASCII in lower case, a space for all others."""
    return text.encode("ascii", "replace").translate(_SMALL_LETTERS)


def _keys(word: str) -> set[str]:
    """A word, its parts, and its singular and plural, as they are looked up."""
    parts = {word} if word.isalnum() else {word, *_PARTING.split(word)}
    return {form for part in parts if (key := fold(part)) for form in (key, f"{key}s", key.removesuffix("s"))}


def _kind(forms: WordForms, match: re.Match[str], text: str) -> Counter[str] | None:
    word = match[0]
    if word.isupper() and sum(map(str.isalpha, word)) > 1:
        return None if _is_shouted(match, text) else forms.upper
    if not word[1:].islower() and any(map(str.isupper, word[1:])):
        return forms.mixed
    if word[0].isupper():
        return forms.begun if _BEGINS.search(text[max(0, match.start() - 12) : match.start()]) else forms.capital
    return forms.lower if word[0].islower() else None


def _is_shouted(match: re.Match[str], text: str) -> bool:
    """Whether a longer word in capitals stands right before or after a word."""
    before = text[max(0, match.start() - 30) : match.start()]
    near = [_AFTER.match(text, match.end()), _BEFORE.search(before)]
    return any(other is not None and other["word"].isupper() for other in near)
