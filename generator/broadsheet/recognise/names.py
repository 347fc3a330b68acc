"""Names of those who write: persons, desks and agencies; and the list of them in a byline."""

from __future__ import annotations

import re
from functools import lru_cache

from broadsheet.recognise.correspondents import without_office
from broadsheet.recognise.months import is_weekday, month_number

BY = re.compile(
    r"(?:(?:written|words|story|report|reporting|text|posted|published) by"
    r"|(?:(?:ein )?(?:kommentar|interview|bericht) )?von|by|par|por|di|de|av|af|door"
    r"|autor(?:in)?|autore|auteure?|authors?|text|texte|texto|testo|автор|текст"
    r"|بقلم|كتب|كتبت|מאת|文|作者|記者|记者)"
    r"(?::\s*|：\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
"""What a byline begins with. "De" and "Text" only count with a colon, or before a name."""
_ARTICLE = re.compile(r"(?P<the>the)\s+|(?:der|die|das|dem|la|le|les|el|los)\s+|l['’]")
_INSTITUTION = re.compile(
    r"(?:[\w'’&.-]+\s){0,4}(?:desk|staff|newsroom|bureau|editorial board|correspondents?|reporters?"
    r"|staff (?:reporter|writer|correspondent)s?|news service|wire services?|news agency|online|editors)"
    r"|(?:[\w.]+\s)?(?:[\w-]*redaktion|rédaction|redacción|redazione|redactie|redakce|redakcja|redaksi)(?:\s[\w'’&.-]+){0,5}"
    r"|(?:قسم|מערכת)(?:\s\w+){1,4}",
    re.IGNORECASE,
)
_OFFICES = (
    "desk staff newsroom bureau board correspondent reporter service agency online editors"
    " redaktion rédaction redacción redazione redactie redakce redakcja redaksi قسم מערכת"
).split()
"""Of these words, in lower case, each such name has one."""
AGENCIES = frozenset(
    """
    aap afp afx agerpres ani ansa antara anp ap apa associated-press bbc belga bernama bloomberg cna cnn cp ctk čtk
    dapd dpa dpa-afx dts efe epa epd hina ians interfax itar-tass jiji keystone-sda kna kyodo lusa mti ntb pap
    press-association pti reuters ria ritzau rtr sda sid stt tanjug tass tasr tt upi xinhua yonhap
    """.split()
)
"""News agencies, and broadcasters, by the short names that they sign with."""
_SIGNED = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,}|[a-z]{1,4}-[a-z]+|[a-z]{2,5}/[a-z]{2,5}")
"""A web address, a name such as t-online, the short marks of an office."""
_ROLE = re.compile(
    r".*\b(?:writer|editor|reporter|correspondent|columnist|analyst|producer|contributor|photographer|fellow|professor"
    r"|director|redakteur(?:in)?|korrespondent(?:in)?|reporterin|kolumnist(?:in)?|correspondante?|journalistes?"
    r"|journalista?|periodista|redactora?|giornalista|redacteur|redaktør|redaktör|universit\w*)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|mba|esq|obe|cbe|mp|rn)\.?", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*(?:[,;،、·&|+•](?:\s+(?:and|und|et|og|och|y)(?=\s))?|(?<=\w{3})/(?=\w+\s\w)|\s(?:and|und|et|y|e|en|och|og|i|a|و|和|with|mit|con|avec|dan|ve)\s)\s*"
)
_WHERE = re.compile(r"\s(?:in|aus|à|en|a|da|i|from)\s(?=[^\W\d_a-zß-ÿ])")
_FOR = re.compile(r"\s(?:for|für|pour|para|per|of the(?= [A-Z]))\s.*", re.IGNORECASE)
_SHOUTED = re.compile(
    r"(?P<name>(?:[A-Z][A-Z.'’-]*\s+){1,3}[A-Z][A-Z'’-]+)\s+(?P<rest>(?:The )?[A-Z][a-z]{2,}(?: .*)?)"
)
"""A name in capitals and what is not, as in *ADA LOVELACE Associated Press*."""
_BESIDE = re.compile(r"(?<=\w{3})(?P<sign>/|\s[-–—]\s)(?P<what>[^/,;]{2,50})$")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ADDRESS = re.compile(r"\s*[<(]?(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)]?|(?<!\w)@\w{2,30}|\s*<[^<>]{0,200}>")
PARTICLES = frozenset(
    "af al at av bin bint d da das de del della den der des di dos du el ibn la le o st ten ter van vom von y zu zum"
    " zur e".split()
)
_NO_NAME = re.compile(r'[\d!?:;"“”„«»()\[\]<>=/\\…]')
_MARKS = " .*_|·•–—-,:"


@lru_cache(maxsize=4096)
def split_names(text: str, *, by: bool = True) -> tuple[str, ...]:
    """
    The names of a byline, without "By", if it may have one, and without addresses, roles and places.

    >>> split_names("By the Archive desk and Ada Lovelace <ada@example.org>")
    ('Archive desk', 'Ada Lovelace')
    >>> split_names("Ada Lovelace, Staff Writer")
    ('Ada Lovelace',)
    """
    bare = _without_address(text[len(by_prefix(text)) :] if by else text)
    if by:
        bare = _parted(without_office(bare))
        bare = _BRACKETED.sub("", bare) if "(" in bare or "[" in bare else bare
    parts = [_tidy(part) for part in _PARTS.split(bare)]
    parts = [part for part in parts if part]
    return tuple(dict.fromkeys(_persons(parts) if by else parts))


@lru_cache(maxsize=4096)
def by_prefix(text: str) -> str:
    """
    The "By" that a byline begins with, in one of many languages; empty where there is none.

    >>> by_prefix("By Ada Lovelace"), by_prefix("Ada Lovelace")
    ('By ', '')
    """
    found = BY.match(text)
    return found[0] if found else ""


def _without_address(text: str) -> str:
    return _ADDRESS.sub("", text) if "@" in text or "<" in text else text


def _parted(text: str) -> str:
    """A byline with commas before what is printed beside a name: its agency after a slash, its role after a dash."""
    if match := _SHOUTED.fullmatch(text):
        text = f"{match['name']}, {match['rest']}"
    match = _BESIDE.search(text) if any(sign in text for sign in "/-–—") else None
    if match and (is_organisation(match["what"]) or (_is_role(match["what"]) and match["sign"] != "/")):
        return f"{text[: match.start()]}, {match['what']}"
    return text


def _persons(parts: list[str]) -> list[str]:
    """Of the parts of a byline those that are names; a suffix belongs to the name before it, roles and places go."""
    names: list[str] = []
    for part in parts:
        if names and _SUFFIX.fullmatch(part):
            names[-1] = f"{names[-1]}, {part}"
            continue
        bare = _FOR.sub("", _WHERE.split(part, maxsplit=1)[0])
        names.append(bare if is_full_name(bare) else part)
    full = [name for name in names if is_full_name(name) and not _is_role(name)]
    if not full:
        return names
    desks = [name for name in names if is_organisation(name) or (is_institution(name) and not _is_role(name))]
    return [name for name in names if name in full or name in desks]


@lru_cache(maxsize=4096)
def _is_role(text: str) -> bool:
    """Whether a text ends with what somebody does: "Staff Writer"."""
    return _ROLE.fullmatch(text) is not None


def _tidy(part: str) -> str:
    name = _without_article(part.strip(_MARKS + "\u200e\u200f\ufeff")).strip()
    first = name.split()[0] if name else ""
    if first.islower() and first not in PARTICLES and first[0].isalpha() and not is_organisation(name):
        return name[0].upper() + name[1:]
    return name


def _without_article(name: str) -> str:
    """ "the Archive desk" is the Archive desk; *Le Monde* keeps its article, and so does a person's name."""
    article = _ARTICLE.match(name)
    if article is None or not (article["the"] or is_institution(name[article.end() :])):
        return name
    return name[article.end() :]


def may_be_institution(text: str) -> bool:
    """Whether a text has a word that the name of a desk or newsroom has: a test that costs little."""
    small = text.casefold()
    return any(word in small for word in _OFFICES)


@lru_cache(maxsize=4096)
def is_institution(name: str) -> bool:
    """
    Whether a text names a desk, a staff or a newsroom.

    >>> is_institution("Archive desk"), is_institution("Redaktion Kultur"), is_institution("Ada Lovelace")
    (True, True, False)
    """
    return may_be_institution(name) and _INSTITUTION.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def is_organisation(name: str) -> bool:
    """
    Whether a text names an agency, or is the web address of a paper.

    >>> is_organisation("Reuters"), is_organisation("dpa"), is_organisation("mdr.de"), is_organisation("Paris")
    (True, True, True, False)
    """
    folded = name.casefold().replace(" ", "-")
    return folded in AGENCIES or folded.partition("-")[0] in AGENCIES or _SIGNED.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """
    Whether a text has the form of a name: one to six words, no digit, each capitalised or a particle, no full stop.

    Scripts without capitals have up to five words.

    >>> is_name("Ludwig van Beethoven"), is_name("It rained")
    (True, False)
    """
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60 or _NO_NAME.search(text):
        return False
    if (text[-1] == "." and len(words[-1]) > 3) or _is_calendar(words):
        return False
    if words[0] in PARTICLES and len(words) == 1:
        return False
    return all(_name_word(word) for word in words)


def _is_calendar(words: list[str]) -> bool:
    """Whether words are a month or a weekday by themselves; *April* and *Martí* begin names."""
    return len(words) == 1 and (month_number(words[0]) is not None or is_weekday(words[0]))


def _name_word(word: str) -> bool:
    first = word.lstrip("'’-")[:1]
    return first.isupper() or (first.isalpha() and not first.islower()) or word.casefold().strip(".") in PARTICLES


def is_uncased(name: str) -> bool:
    """Whether a name is written in a script without capitals."""
    return not any(c.isupper() or c.islower() for c in name)


def is_full_name(name: str) -> bool:
    """
    Whether a name is surely more than a word: of two to five words, or in a script without capitals of a few letters.

    >>> is_full_name("Ada Lovelace"), is_full_name("Archive"), is_full_name("魯迅")
    (True, False, True)
    """
    words = name.split()
    if is_uncased(name):
        return is_name(name) and (2 <= len(words) <= 4 or (len(words) == 1 and 2 <= len(name) <= 5))
    return is_name(name) and 2 <= len(words) <= 5


def says_more_than_names(line: str) -> bool:
    """Whether a byline holds an address besides the names."""
    return ("@" in line or "<" in line) and _ADDRESS.search(line) is not None
