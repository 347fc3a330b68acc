"""How a text writes its words: in lower case, with a capital, in capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from broadsheet.recognise.months import fold

_MOST = 30_000
"""Characters looked at: enough to show how names are written, in a text of any length."""
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.'’&-](?=[^\W_]))*")
_MARKED = re.compile(r"<[^<>\s]{1,12}>|https?://\S+")
_DATELINE = re.compile(r"^\s*[^a-z\n]{3,40}?(?=,|\s[-–—]|—|\s?\()", re.MULTILINE)
_BEGINS = re.compile(r"(?:^|[.!?:…]['\"”’»)]*\s+|\n\s*\n\s*)['\"“„«»(¿¡–—-]*\s*$")
_SHOUTED = 4
"""A word in capitals beside another with as many letters is a line in capitals, not an abbreviation."""


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
        return self.by_key.get(fold(word), [])

    def most(self, word: str, kinds: Counter[str]) -> tuple[str, int]:
        """The commonest of some kind of forms, and how many there are of that kind; else an empty form."""
        counts = {form: kinds[form] for form in self.of(word) if kinds[form]}
        return (max(counts, key=lambda form: counts[form]), sum(counts.values())) if counts else ("", 0)


def word_forms(lines: Sequence[str]) -> WordForms:
    """
    Gather the forms of a text's words; those of datelines, addresses and lines in capitals are no evidence.

    >>> forms = word_forms(["The EPA said that McDonald sold the Herald."])
    >>> forms.most("SOLD", forms.lower), forms.most("HERALD", forms.capital), forms.most("Epa", forms.upper)
    (('sold', 1), ('Herald', 1), ('EPA', 1))
    """
    text = _DATELINE.sub("", _MARKED.sub(" ", "\n".join(lines)[:_MOST]))
    found = WordForms()
    words = list(_WORD.finditer(text))
    for at, match in enumerate(words):
        word = match[0]
        near = [words[n] for n in (at - 1, at + 1) if 0 <= n < len(words)]
        kind = found.lower
        if word.isupper() and sum(map(str.isalpha, word)) > 1:
            if any(_is_shouted(other, match, text) for other in near):
                continue
            kind = found.upper
        elif any(c.isupper() for c in word[1:]):
            kind = found.mixed
        elif word[0].isupper():
            kind = found.begun if _BEGINS.search(text[max(0, match.start() - 12) : match.start()]) else found.capital
        elif not word[0].islower():
            continue
        kind[word] += 1
        if kind[word] == 1:
            known = found.by_key.setdefault(fold(word), [])
            if word not in known:
                known.append(word)
    return found


def _is_shouted(other: re.Match[str], word: re.Match[str], text: str) -> bool:
    between = text[min(other.end(), word.end()) : max(other.start(), word.start())]
    return len(other[0]) >= _SHOUTED and other[0].isupper() and "." not in other[0] and between in (" ", ", ")
