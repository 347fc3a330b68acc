"""Names in capitals in their usual case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.recognise.lexicon.places import city

_SMALL = frozenset(
    "am an auf and at bei by da das de del della den der des di do dos du e el em en i im in la las le les los na nad"
    " of ob on op pe pri pod sous sul sur the to upon van von y zu zum zur".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
_ALIKE = "İıſ"
"""Letters beyond ASCII that are others of ASCII in another case."""
_TURKISH = frozenset(("tr", "az"))


def in_capitals(name: str) -> bool:
    """
    Whether a name is in capitals, perhaps but for the small letters of *McLEAN* or for one that slipped in.

    >>> in_capitals("McLEAN"), in_capitals("NEw YORK"), in_capitals("Paris"), in_capitals("北京")
    (True, True, False, False)
    """
    small = sum(map(str.islower, name))
    return name.isupper() or (small == 1 and sum(map(str.isupper, name)) > 4)


def lowered(text: str, language: str | None = None) -> str:
    """
    A text in lower case, with the two letters I of Turkish.

    >>> lowered("DİYARBAKIR", "tr"), lowered("ΑΘΗΝΑΣ", "el")
    ('diyarbakır', 'αθηνας')
    """
    if language in _TURKISH or "İ" in text:
        text = text.replace("İ", "i").replace("I", "ı")
    return text.lower()


def capitalised(word: str, language: str | None = None) -> str:
    """
    A word in capitals with one capital only; that after `Mc`, `D'` and `O'` stays.

    >>> capitalised("MCLEAN"), capitalised("L'AQUILA"), capitalised("O’HARA"), capitalised("EVEREST")
    ('McLean', "L'Aquila", 'O’Hara', 'Everest')
    """
    low = lowered(word, language)
    if len(word) > 4 and (low.startswith("mc") or low[1] in "'’"):
        return word[0] + low[1] + word[2] + low[3:]
    return word[0] + low[1:]


def places_of(name: str, text: str) -> Iterator[int]:
    """
    Where a name stands in a text, whatever the case of its letters.

    >>> list(places_of("PARIS", "Paris, or PARIS")), list(places_of("ZÜRICH", "In Zürich"))
    ([0, 10], [3])
    """
    if not name.isascii() or any(map(text.__contains__, _ALIKE)):
        yield from (found.start() for found in re.finditer(f"(?={re.escape(name)})", text, re.IGNORECASE))
        return
    low, sought = text.lower(), name.lower()
    at = low.find(sought)
    while at >= 0:
        yield at
        at = low.find(sought, at + 1)


def _is_inside(character: str) -> bool:
    """Whether a character beside a name makes it a part of a longer word."""
    return character == "_" or character.isalnum()


def place_case(name: str, text: str, language: str | None = None) -> str:
    """
    A place as a reader knows it: as it stands in the list of cities, or in the text, else with capitals of its own.

    >>> place_case("LA CROSSE", ""), place_case("RIO DE JANEIRO", ""), place_case("N.Y.", ""), place_case("TN", "")
    ('La Crosse', 'Rio de Janeiro', 'N.Y.', 'TN')
    >>> place_case("STRATFORD-UPON-AVON", ""), place_case("MCLEAN", "a church in McLean"), place_case("IND.", "")
    ('Stratford-upon-Avon', 'McLean', 'Ind.')
    """
    if "/" in name:
        return "/".join(place_case(part.strip(), text, language) for part in name.split("/"))
    if not in_capitals(name):
        return name
    name = name.upper() if "Mc" not in name else name
    known = city(name)
    if known and known.upper() == name.upper():
        return known
    for at in places_of(name, text):
        found, after = text[at : at + len(name)], text[at + len(name) : at + len(name) + 1]
        if found[0].isupper() and not (_is_inside(text[at - 1 : at]) or _is_inside(after)) and not in_capitals(found):
            return " ".join(found.split())
    if len(name) == 2 or (name.count(".") > 1 and " " not in name):
        return name
    return _WORD.sub(lambda match: _part(match, language), name)


def _part(match: re.Match[str], language: str | None) -> str:
    word, elided = match[0], match.string[match.end() : match.end() + 1] in ("'", "’")
    if match.start() and (lowered(word) in _SMALL or (elided and len(word) == 1 and word != "O")):
        return lowered(word, language)
    return word if word.count(".") > 1 else capitalised(word, language)
