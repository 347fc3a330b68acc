"""A word of a headline in capitals, as it is printed where the text does not show it."""

from __future__ import annotations

import re
from functools import lru_cache

from broadsheet.recognise.headlines.case import capitalised
from broadsheet.recognise.lexicon.months import month_number

_SHORT = frozenset(
    """
    ace act add ado age ago aid aim air ale all am and any ape apt arc are ark arm art ash ask ate awe axe aye
    back bad bag ban bar bat bay be bed bee beg bet bid big bin bit bow box boy bud bug bun bus buy bye cab can
    cap car cat co cod cop cow cry cub cue cup cut dad dam day deal den dew did die dig dim dip do doe dog dot
    dry due dug dye ear eat ebb eel egg ego elm end era eve eye fad fan far fat fax fed fee few fig fin fit fix
    fly foe fog fox fun fur gag gap gas gem get go god got gum gun gut guy gym had ham has hat hay he hen her
    hid him hip his hit hoe hog hop hot how hub hue hug hut ice ill inc ink inn ion is it its ivy jam jar jaw
    jet job jog joy jug key kid kin kit lab lag lap law lay led leg let lid lie lip lit log lot low mad man map
    mar mat may me men met mix mob mop mud mug my nap nay net new nil no nod not now nun nut oak oar oat odd ode
    off oil old one opt or ore our out owe owl own pad pan par pat paw pay pea peg pen per pet pie pig pin pit
    plc ply pod pop pot pro pub pun put ran rap rat raw ray red rib rid rig rim rip rob rod rot row rub rug rum
    run rye sad sat saw say sea see set sex she shy sin sip sir sit six ski sky sly so son sow soy spa spy sub
    sue sum sun tab tag tan tap tar tax tea ten tie tin tip toe ton too top toy try tub tug two up us use van
    vat vet via vow wag war was wax way we web wed wet who why wig win wit woe won wry yen yes yet yew you zip
    zoo
    """.split()
)
"""Short English words; others in capitals are abbreviations."""
_VOWELLESS = frozenset(
    """
    div reg qt inc cos pfd hrs lbs ltd mr mrs ms dr st mt jr sr mln bln pct dlr dlrs qtr qtrs qtly cts stg yr
    yrs mth mths mfg hwy blvd rd ft nxt wld why try dry sky fly shy cry spy ply my by
    """.split()
)
"""Abbreviations that are not printed in capitals."""
_VOWELS = frozenset("aeiouyàâäéèêëîïôöûüáíóú")
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH|S)")
_ROMAN = re.compile(r"[IVX]{2,4}")
_DOTTED = re.compile(r"(?P<initials>(?:[A-Z]\.)+)(?P<word>[A-Z]{3,})")
_BEGUN_ODDLY = re.compile(
    r"(?![bcfgkps]l|[bcdfgkptvw]r|[cgkprstw]h|s[ckmnpqtvw]|[dgstkz]w|[gk]n|p[fns]|m[cj]|ts|dj|dz|cz|sz|gj|hr|ng|vl)"
    r"[bcdfghjklmnpqrstvwxz]{2}|[a-z]*(?:aa|ii|uu)$"
)
"""Letters with which few words and names begin; so an abbreviation."""


@lru_cache(maxsize=4096)  # headlines are made of the same words again and again
def by_itself(word: str) -> tuple[str, bool]:
    """
    An English word in capitals in its usual case; and whether its letters are so odd that a text tells better.

    >>> by_itself("PRESS"), by_itself("EPA"), by_itself("21ST"), by_itself("HENRY"), by_itself("VIII")
    (('Press', False), ('EPA', True), ('21st', False), ('Henry', False), ('VIII', False))
    """
    low = word.lower()
    if word[:1].isdigit() and _ORDINAL.fullmatch(word):
        return low, False
    if word[:1] in "IVX" and _ROMAN.fullmatch(word):
        return word, False
    if month_number(word) and "." not in word:
        return capitalised(word), False
    if "." in word and (dotted := _DOTTED.fullmatch(word)):
        return dotted["initials"] + capitalised(dotted["word"]), False
    if not word.isalpha() and (any(map(str.isdigit, word)) or "." in word or "&" in word):
        return word, False
    short = len(word) <= 3 and low not in _SHORT and low.removesuffix("s") not in _SHORT
    is_odd = short or (len(word) <= 5 and _BEGUN_ODDLY.match(low)) or _VOWELS.isdisjoint(low)
    return (word, True) if is_odd and low not in _VOWELLESS else (capitalised(word), False)
