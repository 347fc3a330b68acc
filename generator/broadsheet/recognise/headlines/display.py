"""Headlines printed in capitals, as a page shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from broadsheet.recognise.headlines.by_itself import by_itself
from broadsheet.recognise.headlines.case import capitalised, lowered
from broadsheet.recognise.headlines.word_forms import WordForms, most, word_forms
from broadsheet.recognise.language import is_common
from broadsheet.recognise.lexicon.places import city

_SMALL = frozenset("a an and as at but by for if in nor of on or per the to via vs".split())
_ABBREVIATIONS = frozenset(
    """
    US UK UN EU EC EEC USSR USA UAE NATO OPEC IMF GATT UNESCO UNICEF AIDS IBM CIA FBI NASA TV CEO GDP OECD EFTA
    ASEAN ECU IRA PLO ANC OAS EPA USDA FAO IRS UAW SEC AFL-CIO AT&T USX UAL NYSE DNA MP PM VIP HIV IOC FIFA UEFA
    """.split()
)
_WORDS_TOO = frozenset("US AIDS SEC MP PM EC OAS ECU".split())
"""Abbreviations that may be words, or parts of names."""
_PREFIXES = frozenset("re co de ex un pre non anti pro sub mid".split())
_TOKEN = re.compile(r"<[^<>\s]{1,8}>[,.;:]?|<?[^\s<]+|<")
_CORE = re.compile(r"[^\W_].*[^\W_]|[^\W_]")
_TICKER = re.compile(r"<[^<>\s]{1,8}>,?|\([A-Z0-9.]{1,8}\)")
_POSSESSIVE, _OWNED = re.compile(r"(?P<of>.{2,})(?P<s>['’]S)"), ("'S", "’S")
_BREAKS = ":?!–—"
"""With these a part of a headline ends."""
_Token = tuple[re.Match[str], re.Match[str] | None]
"""A word with the signs about it, and itself."""
_ENGLISH = frozenset("the of and to in for with on vs said from is was by at per prior which has".split())
_ELSEWHERE = frozenset("de la le el der die das und en og i w na il di het een van och att ve bir".split())
_GUESSED = 4000
_SHARE = 0.6
"""Of the letters of a headline, so many are of a script with capitals."""


def is_in_capitals(headline: str) -> bool:
    """
    Whether a headline is printed in capitals: all of its letters, and most are of a script that has others.

    >>> is_in_capitals("THE SUN RISES"), is_in_capitals("NATO meets"), is_in_capitals("IBM"), is_in_capitals("東京 A")
    (True, False, False, False)
    """
    bare = _TICKER.sub("", headline)
    if not bare.isupper():
        return False
    if bare.isascii():
        return any(len(word) > 3 for word in bare.split())
    letters = sum(map(str.isalpha, bare))
    cased = sum(map(str.isupper, bare))
    return cased >= _SHARE * letters and any(len(word) > 3 for word in bare.split())


def display_form(headline: str, lines: Sequence[str], language: str | None) -> str | None:
    """
    A headline in capitals as an editor would print it in a page, or ``None`` where it stays as it is.

    English gets capitals at the beginning of each word but the small ones; abbreviations and names are written as the
    text writes them.  Other languages get the case that each word has in the text.  Left alone: a headline in another
    language of which the text does not show every word.

    >>> display_form("EPA TO BAN LEAD IN THE PRESS ROOM", ["The EPA said so."], "en")
    'EPA to Ban Lead in the Press Room'
    >>> display_form("DIE PRESSE KOMMT INS TAL", ["In das Tal kommt die Presse, ins obere."], "de")
    'Die Presse kommt ins Tal'
    """
    if not is_in_capitals(headline):
        return None
    tokens = [(token, _CORE.search(token[0])) for token in _TOKEN.finditer(headline)]
    cores = [core[0] for _, core in tokens if core]
    if (language or _guessed(headline, lines)) == "en":
        forms = word_forms(lines, [core for core in cores if core.lower() not in _SMALL])
        shown = _by_token(headline, tokens, lambda core, begins, ends: _english(core, forms, begins or ends))
    else:
        forms = word_forms(lines, cores)
        shown = _by_token(headline, tokens, lambda core, begins, ends: _as_in_text(core, forms, language))
        shown = shown and _begun(shown, headline)
    return shown if shown and shown != headline else None


def _guessed(headline: str, lines: Sequence[str]) -> str | None:
    """English, where the words of a short text are of no other language."""
    words = set(re.findall(r"[^\W\d_]+", "\n".join(lines)[:_GUESSED]))
    return "en" if headline.isascii() and words & _ENGLISH and not words & _ELSEWHERE else None


def _begun(shown: str, headline: str) -> str:
    """A headline with a capital at its beginning; the letter i keeps the one that it was printed with."""
    at = next((at for at, c in enumerate(shown) if c.isalpha()), 0)
    first = headline[at] if shown[at] in "iı" else shown[at].upper()
    return shown[:at] + first + shown[at + 1 :]


def _by_token(headline: str, tokens: Sequence[_Token], recase: Callable[[str, bool, bool], str | None]) -> str | None:
    """Recase each word of a headline, told whether it begins a part of it, or ends it; ``None`` where one cannot be."""
    shown, begins, end = "", True, 0
    for at, (token, core) in enumerate(tokens):
        text = token[0]
        if core and not (text[0] in "<(" and _TICKER.fullmatch(text)):
            new = recase(core[0], begins, at == len(tokens) - 1)
            if new is None:
                return None
            text = text[: core.start()] + new + text[core.end() :]
        begins = text[-1] in _BREAKS if core else begins or text in ("–", "—", "-")
        shown += headline[end : token.start()] + text
        end = token.end()
    return shown


def _english(word: str, forms: WordForms, edge: bool) -> str:
    """One word of an English headline."""
    if word.endswith(_OWNED) and (owned := _POSSESSIVE.fullmatch(word)) and not forms.of(word):
        return _english(owned["of"], forms, True) + owned["s"].lower()
    low = word.lower()
    if low in _SMALL:
        return word[0] + low[1:] if edge else low
    if shown := _shown(word, forms):
        return shown
    for sign in "-/":
        if sign in word and sign in word.strip(sign):
            first, *others = word.split(sign)
            begun = capitalised(first) if first.lower() in _PREFIXES else _english(first, forms, True)
            return sign.join([begun, *(_english(part, forms, sign == "/") if part else part for part in others)])
    return _unshown(word, forms)


def _shown(word: str, forms: WordForms) -> str:
    """The form that the text shows: with capitals inside, or in capitals."""
    found = forms.of(word) if forms.mixed or forms.upper else []
    if not found:
        return ""
    mixed, several = most(found, forms.mixed)
    upper, often = most(found, forms.upper)
    if not (several or often):
        return ""
    _, seldom = most(found, forms.lower)
    capital = most(found, forms.capital)[1] + most(found, forms.begun)[1]
    if often and often >= seldom and often >= several and often >= capital:
        return upper if _is_same(upper, word) else word
    if several > seldom and several >= capital and not _slipped(mixed):
        return mixed
    return ""


def _unshown(word: str, forms: WordForms) -> str:
    """A word that the text does not show in capitals."""
    if word in _ABBREVIATIONS and not _is_worded(word, forms):
        return word
    form, is_odd = by_itself(word)
    return capitalised(word) if is_odd and _is_written(word, forms) else form


def _is_written(word: str, forms: WordForms) -> bool:
    """Whether the text has a word, its plural or its singular."""
    return bool(forms.of(word) or forms.of(f"{word}S") or (word[-1] in "sS" and forms.of(word[:-1])))


def _is_worded(word: str, forms: WordForms) -> bool:
    """Whether the text has an abbreviation as a name or a word."""
    found = forms.of(word)
    return bool(most(found, forms.capital)[1] or (word in _WORDS_TOO and most(found, forms.lower)[1]))


def _as_in_text(word: str, forms: WordForms, language: str | None) -> str | None:
    """One word of a headline in the case that the text shows, or ``None`` where it shows none."""
    if not any(map(str.isalpha, word)) or (any(map(str.isdigit, word)) and len(word) < 5):
        return word
    form = _proved(word, forms, language)
    if form is not None:
        return form
    for sign in "-/’'":
        if sign in word.strip(sign):
            parts = [_as_in_text(part, forms, language) if part else part for part in word.split(sign)]
            if None not in parts:
                return sign.join(part or "" for part in parts)
    return None


def _proved(word: str, forms: WordForms, language: str | None) -> str | None:
    """The form of a word that the text shows where no sentence begins; of several, one that is twice as common."""
    kinds = (forms.lower, forms.capital, forms.upper, forms.mixed)
    counts = {form: sum(kind.get(form, 0) for kind in kinds) for form in forms.of(word)}
    counts = {form: count for form, count in counts.items() if count}
    low = lowered(word, language)
    if not counts and is_common(low, language):
        return low
    if not counts:
        known = city(word)
        return known if known and known.upper() == word else None
    best, *others = sorted(counts, key=lambda form: -counts[form])
    return None if others and counts[others[0]] * 2 > counts[best] else best


def _is_same(form: str, word: str) -> bool:
    """Whether a form has the same capitals as a word, accents and full stops included."""
    return form.upper() == word.upper()


def _slipped(form: str) -> bool:
    """Whether a second capital slipped into a word, as in *TExas*."""
    return re.fullmatch(r"[A-Z]{2}[a-z]{3,}", form) is not None
