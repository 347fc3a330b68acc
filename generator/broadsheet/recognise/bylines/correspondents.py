"""Bylines that name an office and no person: "From Our Own Correspondent", "Von unserem Korrespondenten"."""

from __future__ import annotations

import re

_FROM = "by|from|von|vom|durch|par|de|du|por|del|do|da|di|dal|dalla|van|door|av|af|fra|från|от"
_OUR = (
    "a|an|our|unser|unserem|unserer|unseren|notre|nos|nuestro|nuestros|nuestra|nuestras|nostro|nostra|nostri|nosso|nossos"
    "|nossa|nossas|onze|vår|vores|наш|нашего|нашей|наших"
)
FIRST = frozenset(f"{_FROM}|{_OUR}".split("|"))
"""The words that a line with an office begins with."""
_OFFICE = (
    r"(?:(?:staff )?(?:correspondent|reporter|representative)s?|staff writers?|(?:auslands)?korrespondent(?:en|in)?"
    r"|mitarbeiter(?:n|in)?|redaktionsmitglied(?:ern?)?|verslaggever|redacteur"
    r"|berichterstatter(?:n|in)?|redakteur(?:en|in)?|correspondante?s?|envoyée?s? spéciale?s?"
    r"|corresponsal(?:es)?|enviad[oa]s? especial(?:es)?|corrispondente|inviat[oa](?: speciale)?|correspondente"
    r"|korrespondent|medarbetare|utsände|корреспондент(?:а|ов)?)"
)
_OURS = re.compile(
    rf"(?:(?:{_FROM})\s+)?(?P<our>{_OUR})\s+(?P<kind>(?:[\w-]+\s+){{0,2}}?)(?P<office>{_OFFICE})", re.IGNORECASE
)
_CHINESE = re.compile(r"(?:本[报報社][駐驻]?\w{0,4}?[记記]者|[记記]者)[\s　:：]*(?=[\u3400-\u9fff])")
_SENT = re.compile(r"From\s(?=(?:[A-Z][\w.'’-]+ ){2,4}in [A-Z][\w ]+$)")
_IN = re.compile(r"\s*(?:,|\s(?:in|aus|à|en|a|da|i|из|в|te)\s)\s*[^\W\d_a-z][\w.' -]{1,30}")
_LONGEST = 70


def without_office(text: str) -> str:
    """
    A byline without "our correspondent" before a name, in several languages.

    >>> without_office("Von unserem Korrespondenten Karl Marx"), without_office("本报记者 魯迅")
    ('Karl Marx', '魯迅')
    """
    if match := _CHINESE.match(text) or _SENT.match(text):
        return text[match.end() :]
    match = _ours(text)
    rest = text[match.end() :].lstrip(" ,:") if match else ""
    return rest if match and text[match.end() :][:1] in (" ", ",", ":") and _is_named(rest) else text


def office(text: str) -> str | None:
    """
    The office that a line names as its author, if it names nothing else; a German one as it stands by itself.

    >>> office("From Our Own Correspondent"), office("Von unserem Berliner Korrespondenten")
    ('Our Own Correspondent', 'Unser Berliner Korrespondent')
    >>> office("De notre correspondant à Londres"), office("From our own garden")
    ('Notre correspondant', None)
    """
    if len(text) > _LONGEST:
        return None
    match = _ours(text)
    if match is None or not (match.end() == len(text) or _IN.fullmatch(text, match.end())):
        return None
    name = f"{match['our']} {match['kind']}{match['office']}"
    name = _nominative(name)
    if match["our"].lower() in ("a", "an"):
        name = f"{match['kind']}{match['office']}"
    return name[0].upper() + name[1:]


def _ours(text: str) -> re.Match[str] | None:
    """The office of ours that a text begins with; most are told to have none by their first word."""
    first = text.split(maxsplit=1)
    return _OURS.match(text) if first and first[0].casefold() in FIRST else None


def _nominative(name: str) -> str:
    """The form that names the office by itself, where German and Russian have another after "von" and "от"."""
    first, *kinds, last = name.split()
    match first.lower():
        case "unserem":
            kinds = [f"{kind[:-1]}r" if kind.endswith("en") and kind[0].islower() else kind for kind in kinds]
            return " ".join(["Unser", *kinds, re.sub(r"(?<=(?:ent|eur))en$", "", last)])
        case "unseren" | "unserer":
            return " ".join(["Unsere", *kinds, last])
        case "нашего" if not kinds:
            return f"Наш {last.removesuffix('а')}"
    return name


def _is_named(rest: str) -> bool:
    words = rest.split()
    return len(words) > 1 and words[0][0].isupper() and words[1][:1].isupper()
