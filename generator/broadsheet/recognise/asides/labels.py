"""Labels of a page about an article: what stands above a press release, whom to ask, where a column goes on."""

from __future__ import annotations

import re
from collections.abc import Callable

from broadsheet.recognise.asides.notices import shows_address
from broadsheet.recognise.asides.words import RELEASE, begun, phrases

_RELEASE = phrases(RELEASE)
_LONGEST = 320
_CONTACT = re.compile(
    r"(?:(?:media|press|news)\s+)?(?:contacts?|enquiries|inquiries)(?:\s+(?:information|details|presse))?\s?:"
    r"|(?:presse|medien)?kontakt:|ansprechpartner(?:in)?:|rückfragen(?: an)?:|perscontact:|presskontakt:"
    r"|contactos?(?: de prensa)?:|contatt[oi](?: stampa)?:|contato(?: de imprensa)?:",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?\(?\d[\d\s()/.-]{6,}\d")
_GOES_ON = (
    r"(?:please )?(?:continued|cont'?d\.?|see) (?:on|from) (?:the )?(?:(?:next|front|previous) )?(?:page|p\.)",
    r"fortsetzung (?:auf|von) (?:der )?(?:(?:nächsten|vorigen|ersten) )?seite",
    r"suite (?:en |de la )?page",
    r"(?:sigue|viene) (?:en|de) la p[áa]gina",
    r"(?:continua|segue) (?:a|da|dalla|na) pag(?:ina|\.)",
    r"vervolg (?:op|van) pagina",
)
_OVER_PAGE = re.compile(rf"\W*(?:{'|'.join(_GOES_ON)})\s*[A-Z]?\d{{0,3}}[A-Z]?\W*", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*-->")
HINTS = ("<!--", "contact", "kontakt", "inquiries", "enquiries", "rückfragen", "ansprechpartner", "contat")
"""One of them stands in every comment of HTML, and in every block of contacts, in lower case."""
FIRST = begun(
    (*_RELEASE, *"please continued cont'd contd see fortsetzung suite sigue viene continua segue vervolg".split())
)
"""How the others begin."""


def is_release(text: str) -> bool:
    """ "For immediate release" and its like. Left alone: the words with any other beside them."""
    return " ".join(text.casefold().split()).strip(" :.*_-–—") in _RELEASE


def is_contact(text: str) -> bool:
    """Whom to ask: "Contact:", and an address or the number of a telephone. Left alone: a sentence of that."""
    if len(text) > _LONGEST or not _CONTACT.match(text):
        return False
    return shows_address(text) or _NUMBER.search(text) is not None


def is_over_page(text: str) -> bool:
    """Where a column goes on, or comes from: "Continued on page 14"."""
    return len(text) <= _LONGEST and _OVER_PAGE.fullmatch(text) is not None


def is_comment(text: str) -> bool:
    """A comment of HTML, such as the mark of an excerpt in what blogs export."""
    return _COMMENT.fullmatch(text) is not None


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("release", is_release),
    ("contact", is_contact),
    ("over-page", is_over_page),
    ("comment", is_comment),
)
