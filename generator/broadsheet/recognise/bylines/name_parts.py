"""The names of a byline: what stands beside them (roles, places, papers, credits, addresses) is told apart and goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from broadsheet.recognise.bylines.correspondents import without_office
from broadsheet.recognise.bylines.inverted import turned_round
from broadsheet.recognise.bylines.names import (
    PARTICLES,
    is_full_name,
    is_institution,
    is_organisation,
    is_uncased,
)
from broadsheet.recognise.bylines.words import opening
from broadsheet.recognise.lexicon.newspapers import is_newspaper
from broadsheet.recognise.lexicon.places import is_place

_ROLE = re.compile(
    r".*\b(?:writer|editor|reporter|correspondent|columnist|analyst|producer|contributor|photographer|fellow|professor"
    r"|director|staff|redakteur(?:in)?|korrespondent(?:in)?|reporterin|kolumnist(?:in)?|correspondante?|journalistes?"
    r"|journalista?|periodista|redactora?|giornalista|redacteur|redaktør|redaktör|universit\w*|inviat[oa]"
    r"|envoyée? spéciale?|enviad[oa] especial|profesorius|profesor[ae]?|muhabiri?|yazarı)",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(
    r"(?:[\w-]+-)?(?:(?:chef)?redakteur(?:in)?|redaktionsmitglied|reporter(?:in)?|korrespondent(?:in)?|gastautor(?:in)?"
    r"|mitarbeiter(?:in)?|correspondent|journaliste?|journalist(?:in)?|periodista|giornalista|verslaggever|redacteur"
    r"|корреспондент|журналист|обозреватель|кореспондент|журналіст)\s+(?-i:(?=[^\W\d_a-zß-ÿа-яё]\S+\s\S))",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(
    r"(?P<name>[^\W\d_]\S*(?:\s\S+){1,3}?)\s+(?:(?:senior|chief|deputy|associate|assistant|managing|contributing|special"
    r"|staff|science|health|political|business|sports?|news|features?|foreign|national|education|environment|technology"
    r"|arts|diplomatic|city)\s+)*(?:writer|reporter|correspondent|columnist|contributor|editor|staff)"
    r"|(?P<before>[^\W\d_]\S*(?:\s\S+){1,3}?)\s+(?:special to|for)\s(?:the|The|THE)\s.*",
    re.IGNORECASE,
)
"""A name, and with nothing between them what its bearer is."""
_ROLES = ("writer", "reporter", "correspondent", "columnist", "contributor", "editor", "staff", "special", "for")
"""Of these words each such text of ASCII alone has one."""
_ASIAN = re.compile(
    r"[〔【\[(（]?(?:[^=＝〔【\[]{2,6}[=＝])?(?:新華社|新华社|中新社)?(?:[記记]者[\s　]*)?"
    r"(?P<names>[^〕】\])）／/=＝]{2,40}?)"
    r"\s*(?:記者|기자|선임기자|객원기자|특파원|논설위원|통신원|리포터|特派員|編集委員|論説委員)?"
    r"\s*(?:[／/][^／/]{2,8}(?:報導|报道|電|电|讯|訊))?[〕】\])）]?"
)
"""A byline of East Asia: brackets about it, the place before it, the office on either side."""
_ASIAN_SIGNS = re.compile("[〔【]|[記记]者|기자|특파원|위원|통신원|리포터|特派員|委員|[=＝]")
_HAN = re.compile("(?:[\u3400-\u9fff]{2,4} )+[\u3400-\u9fff]{2,4}")
"""Chinese names after "reporter", where a space parts them, and none parts surname and given name."""
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|mba|esq|obe|cbe|mp|rn)\.?", re.IGNORECASE)
_DOTTED = re.compile(r".*\s(?:[JS]r|[A-Z])\.$")
_PARTING_SIGNS = ",;،、·&|+•/"
_PARTING_WORDS = frozenset("and und et y e en och og i a και і и و 和 with mit con avec dan ve".split())
_PARTS = re.compile(
    r"(?=[\s,;،、·&|+•/])\s*(?:[,;،、·&|+•](?:\s+(?:and|und|et|og|och|y)(?=\s))?|(?<=\w{3})/(?=\w+\s\w)"
    rf"|\s(?:{'|'.join(sorted(_PARTING_WORDS, key=len, reverse=True))})\s)\s*"
)
_SHOUTED_AND = re.compile(r"\s(?:AND|UND|ET|OCH|OG)\s")
"""Of the words that part names, those that are no initial in a line of capitals."""
_WHERE = re.compile(r"\s(?:in|aus|à|en|a|da|i|from)\s(?=[^\W\d_a-zß-ÿ])")
_WHERE_FIRST = re.compile(
    r"(?:in|aus|à|en|from|do|de|da|na|no|em|w|v|в|из|у|з)\s(?-i:(?=[^\W\d_a-zß-ÿ]))", re.IGNORECASE
)
_FOR = re.compile(r"\s(?:for|für|pour|para|per|of the(?= [A-Z]))\s.*", re.IGNORECASE)
_SHOUTED = re.compile(
    r"(?P<name>(?:[A-Z][A-Z.'’-]*\s+){1,3}[A-Z][A-Z'’-]+)\s+(?P<rest>(?:The )?[A-Z][a-z]{2,}(?: .*)?)"
)
"""A name in capitals and what is not, as in *ADA LOVELACE Associated Press*."""
_BESIDE = re.compile(r"(?<=\w{2})(?P<sign>\s?/\s?|\s[-–—]\s)(?P<what>[^/,;]{2,50})$")
_BEFORE = re.compile(r"(?P<what>[^/,;-]{2,40})(?:\s?/\s?|\s[-–—]\s)(?=\S)")
_CREDITS = re.compile(
    r"(?:^|[\s,;.|/–—(]+)(?:(?:additional )?(?:photo\w*|pictures?|images?|illustrat\w+|videos?|edit(?:ed|ing)"
    r"|reporting)\s+by\s|(?:fotos?|bild(?:er)?|photos?|photograph\w*|kamera|foto\w*|kuvat?|zdjęcia|snímky|fotky|fotó|фото"
    r"|写真|撮影|사진|摄影|攝影|צילום|ภาพ|ảnh)(?:\s(?:by|von|de|di|av|af|\[M\]))?\s?[:：=＝／]).*",
    re.IGNORECASE,
)
"""Who took the pictures, or edited the text, said after the names."""
_CREDIT_SIGNS = ":：=＝／"
"""One of them is in what is said so, or "by"."""
_AND = {
    "ARABIC": re.compile(r"\s+و(?!ليد|ائل|سام|فاء|حيد|جدي|جيه|داد|لاء|هبة|هيب)(?=\w{2,}\s\w)"),
    "HEBREW": re.compile(r"\s+ו(?!לדימיר|יקטור|רד\b|יקי|לרי|ירג)(?=\w{2,}\s\w)"),
}
""" "And", written onto the name after it; not the names that begin with its letter."""
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
ADDRESS = re.compile(r"\s*[<(]?(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)]?|(?<!\w)@\w{2,30}|\s*<[^<>]{0,200}>")
_WEB = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,}")
_ARTICLE = re.compile(r"(?P<the>the)\s+|(?:der|die|das|dem|la|le|les|el|los|de|della|la)\s+|l['’]")
_JOINING = frozenset("of for the in on at für zur des der im pour du des sur para del per".split())
"""Small words in the names of institutions."""
_MARKS = " .*_|·•–—-,:@»"


@lru_cache(maxsize=4096)
def split_names(text: str, *, by: bool = True) -> tuple[str, ...]:
    """
    The names of a byline, without "By", if it may have one, and without addresses, roles, places and credits.

    >>> split_names("By the Archive desk and Ada Lovelace <ada@example.org>")
    ('Archive desk', 'Ada Lovelace')
    >>> split_names("Lovelace, Ada"), split_names("von Goethe, Johann Wolfgang"), split_names("Smith, Jones")
    (('Ada Lovelace',), ('Johann Wolfgang von Goethe',), ('Smith', 'Jones'))
    >>> split_names("Ada Lovelace, Staff Writer"), split_names("Text: Ada Lovelace, Foto: Karl Marx")
    (('Ada Lovelace',), ('Ada Lovelace',))
    """
    bare = ADDRESS.sub("", text[opening(text) :] if by else text) if "@" in text or "<" in text else text
    if by:
        bare = without_credits(bare[opening(bare) :])
        if inverted := (turned_round(text) if text[:1].islower() else ()) or turned_round(bare):
            return inverted  # in “von Goethe, Johann Wolfgang” nothing says "by"
        named = without_office(bare)
        if (not bare.isascii() or "=" in bare) and _ASIAN_SIGNS.search(bare) and (asian := _ASIAN.fullmatch(named)):
            bare = asian["names"].replace(" ", "、") if _HAN.fullmatch(asian["names"]) else asian["names"]
        else:
            bare = _parted(named)
    if bare.isupper():
        bare = _SHOUTED_AND.sub(" & ", bare)
    if by and ("(" in bare or "[" in bare):
        bare = _BRACKETED.sub("", bare)
    parts = [_tidy(part) for part in (_PARTS.split(bare) if _may_have_parts(bare) else (bare,))]
    parts = [part for part in parts if part]
    return tuple(dict.fromkeys(_persons(_unjoined(parts)) if by else parts))


def begins_as_phrase(text: str, names: Sequence[str]) -> bool:
    """
    Whether a line begins with words that are neither names nor a role, before a comma or "with".

    >>> line = "The strategy of Amazon with Whole Foods"
    >>> begins_as_phrase(line, split_names(line)), begins_as_phrase("staff writer, Ada Lovelace", ["Ada Lovelace"])
    (True, False)
    """
    parts = split_names(text, by=False)
    first = parts[0] if len(parts) > 1 else ""
    words = first.split()
    if len(words) < 2 or any(name in first for name in names) or _ROLE.fullmatch(first):
        return False
    return any(word[0].islower() and word not in PARTICLES and word not in _JOINING for word in words)


def _may_have_parts(text: str) -> bool:
    """Whether a text has a sign or a word that parts names: a test that costs little."""
    return any(map(text.__contains__, _PARTING_SIGNS)) or not _PARTING_WORDS.isdisjoint(text.split())


def without_credits(text: str) -> str:
    """
    A byline without what is said of the pictures.

    >>> without_credits("ada, kml; Foto: Archive desk")
    'ada, kml'
    """
    may_have = "by" in text.lower() or any(map(text.__contains__, _CREDIT_SIGNS))
    return _CREDITS.sub("", text, count=1) if may_have else text


def _parted(text: str) -> str:
    """A byline with commas before what is printed beside a name: its agency after a slash, its role after a dash."""
    if match := _ROLE_BEFORE.match(text):
        text = text[match.end() :]
    if match := _SHOUTED.fullmatch(text):
        text = f"{match['name']}, {match['rest']}"
    if not any(sign in text for sign in "/-–—"):
        return text
    match = _BESIDE.search(text)
    if match and _is_beside(match["what"], slash="/" in match["sign"]):
        return f"{text[: match.start()]}, {match['what']}"
    match = _BEFORE.match(text)
    return text[match.end() :] if match and is_place(match["what"].strip()) else text


def _is_beside(what: str, *, slash: bool) -> bool:
    role = not slash or what.lower().endswith("staff")
    return is_organisation(what) or (role and _ROLE.fullmatch(what) is not None) or is_place(what) or is_newspaper(what)


def _unjoined(parts: list[str]) -> list[str]:
    """Parts of which some were joined by an "and" that is written onto the next name, as in Arabic and Hebrew."""
    found: list[str] = []
    for part in parts:
        script = (
            "ARABIC" if "\u0600" <= part[-1:] <= "\u06ff" else "HEBREW" if "\u05d0" <= part[-1:] <= "\u05ea" else ""
        )
        names = _AND[script].split(part) if script and part.count(" ") > 2 else [part]
        found += names if all(" " in name for name in names) else [part]
    return found


def _persons(parts: list[str]) -> list[str]:
    """Of the parts of a byline those that are names; a suffix belongs to the name before it, roles and places go."""
    names: list[str] = []
    for part in parts:
        if names and _SUFFIX.fullmatch(part):
            names[-1] = f"{names[-1]}, {part}"
            continue
        bare = _FOR.sub("", _WHERE.split(part, maxsplit=1)[0])
        role = _ROLE_AFTER.fullmatch(bare) if _may_have_role(bare) else None
        if role and is_full_name(name := role["name"] or role["before"]):
            bare = name
        names.append(bare if is_full_name(bare) else part)
    full = [name for at, name in enumerate(names) if is_full_name(name) and not _is_no_person(name, later=at > 0)]
    if not full:
        return names
    desks = [name for name in names if _is_desk(name)]
    return [name for name in names if name in full or name in desks]


def _may_have_role(text: str) -> bool:
    """Whether a name may have a role behind it: a test that costs little."""
    return not text.isascii() or any(map(text.lower().__contains__, _ROLES))


def _is_no_person(name: str, *, later: bool) -> bool:
    """Whether what has the form of a name is a role, or after a name a place or the paper."""
    if _ROLE.fullmatch(name):
        return True
    return later and (_WHERE_FIRST.match(name) is not None or is_place(name) or is_newspaper(name))


def _is_desk(name: str) -> bool:
    """Whether a part beside a person is an author too: an agency, a desk; not the paper by its web address."""
    if _WEB.fullmatch(name):
        return False
    return is_organisation(name) or (is_institution(name) and not _ROLE.fullmatch(name))


def _tidy(part: str) -> str:
    stripped = part.strip(_MARKS + "\u200e\u200f\ufeff〔〕【】")
    if part.endswith(".") and _DOTTED.match(part):
        stripped += "."
    name = _without_article(stripped).strip()
    first = name.split()[0] if name else ""
    cased = first.islower() and first[0].isalpha() and first not in PARTICLES and not is_uncased(first)
    if cased and not is_organisation(name):
        return name[0].upper() + name[1:]
    return name


def _without_article(name: str) -> str:
    """ "the Archive desk" is the Archive desk; *Le Monde* keeps its article, and so does a person's name."""
    article = _ARTICLE.match(name)
    if article is None or not (article["the"] or is_institution(name[article.end() :])):
        return name
    return name[article.end() :]
