"""Words that stand before names and are no part of them: titles, offices; and the adjectives of places."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from babel import Locale

ROLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lady madam mister rev reverend president vice-president"
    " adv advocate major-gen lt-gen brig speaker mp mps mep"
    " minister premier secretary senator sen rep representative congressman congresswoman governor gov mayor"
    " chancellor general gen colonel col lieutenant captain commander sergeant admiral marshal judge justice"
    " chairman chairwoman chair chief director executive officer spokesman spokeswoman spokesperson analyst"
    " editor correspondent reporter autor autorin frenchman englishman scotsman ceo cfo cto manager coach"
    " striker midfielder defender goalkeeper skipper winger boss leader founder attorney ambassador"
    " commissioner economist lawyer actor actress singer director-general vice herr frau präsident präsidentin"
    " bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin ministerin außenminister außenministerin"
    " innenminister innenministerin finanzminister finanzministerin bundesrat bundesrätin trainer chef chefin"
    " sprecher sprecherin direktor direktorin professorin doktor us-präsident ministerpräsident monsieur"
    " madame m mme président présidente ministre señor señora presidente presidenta ministro ministra signor"
    " signora presidentti pan pani prezydent premiera prezydenta президент министр премьер".split()
)
"""As they are printed before a name; what stands before them goes with them (“US Treasury Secretary”)."""

HONORIFICS = frozenset(
    "mr mrs ms miss dr prof adv sir herr frau monsieur madame mme mister señor señora signor signora".split()
)
"""Those that are never part of a name."""
NO_TOPICS = frozenset(
    "gmt bst est edt cet cest utc am pm tv inc corp ltd plc co llc gmbh ag sa ceo cfo vip faq pdf url http"
    " https www html i o ok q ii iii iv jr sr ab cd id ps re mln dlr dlrs pct cts bn km kg getty afp apa dpa"
    " epa str imago keystone sipa stg shr shrs qtr qtrs avg revs mths net loss prior".split()
)
"""Short forms that are no topics: time zones, kinds of companies, units, who took a picture."""
VAGUE = frozenset(
    "people government official officials report reports statement statements plan plans challenge challenges"
    " friend friends event events told tell business problem problems issue issues country countries member"
    " members staff time save strong book trip trips day days week month home life work thing things way lot"
    " man woman men women buildings customers users number numbers part service services system systems site"
    " sites page pages game games political easy difficult economic original vote information question"
    " questions answer answers policy policies milliarden millionen prozent"
    " company companies court sales shares team teams children"
    " film films großteil ort foto photo euro euros dollar dollars franken"
    " king queen prince princess pope lord"
    " mio mrd uhr jahre menschen unternehmen kinder mitte ende anfang entwurf beginn ziel ziele angaben medien"
    " bild bilder thema frage fragen fall fälle weg großteil informationen klick infografik zustimmung image"
    " images world city couple severe spaces 日午後 日午前 代表撮影 pounds accounts speeds temperature vips personas"
    " gente gobierno gouvernement personnes pays governo persone".split()
)
"""Words that many articles repeat and that no index would have by themselves."""
MANNER = re.compile(r"(?:ly|ed|ous|ful|less|[ia]ble|[binrt]{1,2}al|omic|tive|sive|lier|iest)$")
"""Endings of English adjectives and adverbs; no subject is named by one of them alone."""
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "british:Britain french:France german:Germany dutch:Netherlands spanish:Spain swiss:Switzerland"
        " polish:Poland danish:Denmark greek:Greece irish:Ireland welsh:Wales scottish:Scotland english:England"
        " turkish:Turkey finnish:Finland swedish:Sweden portuguese:Portugal american:America european:Europe"
        " iraqi:Iraq israeli:Israel pakistani:Pakistan saudi:Saudi_Arabia thai:Thailand welshman:Wales"
        " britons:Britain americans:America germans:Germany russians:Russia israelis:Israel"
        " palestinians:Palestinians palestinian:Palestinians"
        " arab:Arab canadian:Canada peruvian:Peru belgian:Belgium norwegian:Norway african:Africa asian:Asia"
        " korean:Korea argentine:Argentina philippine:Philippines"
    ).split()
)
"""English adjectives of places whose form does not show it, or shows another."""

ADJECTIVES = ("n", "i", "h", "ese", "ine", "c", "s", "k")
"""Last letters of the English adjectives of places, and of the names of their people."""
_ENDINGS = ("n", "i", "ese", "ish", "ic", "ch")
_LONGER = 4
"""Letters that an adjective has more than its place, at most."""


@cache
def _places() -> dict[str, list[str]]:
    """English names of countries and continents by their first three letters, folded."""
    found: dict[str, list[str]] = {}
    for name in sorted(Locale("en").territories.values()):
        folded = str(name).casefold()
        if folded.isalpha():
            found.setdefault(folded[:3], []).append(folded)
    return found


@cache
def places() -> tuple[str, ...]:
    """All that an adjective may come to, folded."""
    irregular = (place.replace("_", " ").casefold() for place in _IRREGULAR.values())
    return tuple({*irregular, *chain.from_iterable(_places().values())})


@cache
def place_of(adjective: str) -> str | None:
    """
    The country or continent of an English adjective, as far as the form shows it.

    >>> place_of("russian"), place_of("french"), place_of("chinese"), place_of("martin"), place_of("oman")
    ('Russia', 'France', 'China', None, None)
    """
    if adjective in _IRREGULAR:
        return _IRREGULAR[adjective].replace("_", " ")
    if not adjective.endswith(_ENDINGS) or adjective in _places().get(adjective[:3], ()):
        return None
    fitting = [
        place
        for place in _places().get(adjective[:3], ())
        if adjective.startswith(place[: max(4, len(place) - 2)])
        and len(place) - 1 <= len(adjective) <= len(place) + _LONGER
        and adjective != place
        and (adjective == f"{place}i" or not adjective.endswith("i"))
    ]
    best = max(fitting, key=lambda place: (len(_common(place, adjective)), place), default=None)
    return best and best.capitalize()


def _common(one: str, other: str) -> str:
    return next((one[:at] for at in range(min(len(one), len(other)), 0, -1) if one[:at] == other[:at]), "")
