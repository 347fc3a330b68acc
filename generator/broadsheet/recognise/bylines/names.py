"""Names of those who write: persons, desks and agencies."""

from __future__ import annotations

import re
from functools import lru_cache

from broadsheet.recognise.lexicon.agencies import LONGEST, agency
from broadsheet.recognise.lexicon.months import is_weekday, month_number

_INSTITUTION = re.compile(
    r"(?:[\w'’&.-]+\s){0,4}(?:desk|staff|newsroom|bureau|editorial board|correspondents?|reporters?"
    r"|staff (?:reporter|writer|correspondent)s?|news service|wire services?|news agency|online|editors)"
    r"|(?:[\w.]+\s)?(?:[\w-]*redaktion(?:en)?|rédaction|redacción|redação|redazione|redactie|redakce|redakcja|redacția"
    r"|redaksi|редакция|редакція|редакцията|toimitus|haber merkezi)(?:\s[\w'’&.-]+){0,5}"
    r"|(?:قسم|מערכת|هيئة)(?:\s\w+){1,4}|(?:\w{2,8})?(?:編集部|编辑部|編輯部|뉴스팀|편집국|편집부|取材班)"
    r"|নিজস্ব (?:প্রতিবেদক|প্রতিনিধি)",
    re.IGNORECASE,
)
_OFFICES = (
    "desk staff newsroom bureau board respondent report service agency online editor reda réda редакц toimitus haber"
    " قسم מערכת هيئة 編集部 编辑部 編輯部 뉴스팀 편집국 편집부 取材班 নিজস্ব"
).split()
"""Of these words and beginnings of words, in lower case, each such name has one."""
_ASCII_OFFICES = [office for office in _OFFICES if office.isascii()]
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
_MARKED = re.compile(r"[a-zäöü]{2,5}(?:\s?[/;,]\s?[a-zäöü]{2,5}){1,4}")
_LONGEST = 60
"""A longer text is no name."""
_SHORT = 4
"""A shorter name of an agency must not be written as that of a person is: *ANI*, but not *Ani*."""
PARTICLES = frozenset(
    "af al at av bin bint d da das de del della den der des di dos du el ibn la le o st ten ter van vom von y zu zum"
    " zur e".split()
)
_BODIES = frozenset(
    """
    academy agency association board bureau centre center church college commission committee conference contributors
    council department embassy faculty federation foundation friends institute international league library ministry
    museum network office organisation organization parliament school secretariat society students teachers trust
    union university verband verein universität institut ministerium ministère université institut musée asociación
    fundación instituto ministerio universidad sociedad associação fundação instituto ministério universidade
    associazione fondazione istituto ministero università stichting vereniging ministerie universiteit
    """.split()
)
_OF = frozenset("of for to der des für de du del della dell' do da di van voor in and und et y e".split())
_SMALL = _OF | frozenset("the die das den les las los on projects project works".split())
_NO_NAME = re.compile(r'[\d!?:;"“”„«»()\[\]<>=/\\…。！？，；：《》「」『』【】〔〕（）।؟]|[\u3040-\u9fff]{17}')
"""Signs that no name has; and no name has so many letters in one, where spaces part no words."""


def may_be_institution(text: str) -> bool:
    """Whether a text has a word that the name of a desk or newsroom has: a test that costs little."""
    small = text.casefold()
    return any(map(small.__contains__, _ASCII_OFFICES if small.isascii() else _OFFICES))


@lru_cache(maxsize=4096)
def is_institution(name: str) -> bool:
    """
    Whether a text names a desk, a staff or a newsroom.

    >>> is_institution("Archive desk"), is_institution("Redaktion Kultur"), is_institution("Ada Lovelace")
    (True, True, False)
    """
    may_be = not name.isascii() or may_be_institution(name)
    return may_be and _INSTITUTION.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def is_organisation(name: str) -> bool:
    """
    Whether a text names an agency, or is the web address of a paper.

    >>> is_organisation("Reuters"), is_organisation("dpa"), is_organisation("mdr.de"), is_organisation("Paris")
    (True, True, True, False)
    """
    if len(name) > LONGEST:
        return False
    folded = name.casefold().replace(" ", "-")
    first = folded.partition("-")[0]
    if folded in AGENCIES or (" " not in name and _SIGNED.fullmatch(name)):
        return True
    if first in AGENCIES:
        return not (len(first) <= _SHORT and name[: len(first)].istitle())
    return agency(name) is not None and not (name.istitle() and len(name) <= _SHORT)


@lru_cache(maxsize=1024)
def is_marks(name: str) -> bool:
    """
    Whether a text is nothing but the marks that offices and writers sign with, several of them.

    >>> is_marks("hn/kml;abc"), is_marks("kml, abc"), is_marks("and so"), is_marks("kml")
    (True, True, False, False)
    """
    return _MARKED.fullmatch(name) is not None


def is_body(text: str) -> bool:
    """
    Whether a text names a body of people at length: a society, a ministry, the contributors of a work.

    >>> is_body("Society for Old Bridges"), is_body("Ministry of Works"), is_body("Society is changing")
    (True, True, False)
    """
    words = text.split()
    if not 3 <= len(words) <= 9 or words[0].casefold() not in _BODIES or text[-1] in ".!?:…" or _NO_NAME.search(text):
        return False
    return words[1].casefold() in _OF and all(_name_word(word) or word in _SMALL for word in words[1:])


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """
    Whether a text has the form of a name: one to six words, no digit, each capitalised or a particle, no full stop.

    Scripts without capitals have up to five words.

    >>> is_name("Ludwig van Beethoven"), is_name("It rained")
    (True, False)
    """
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > _LONGEST or _NO_NAME.search(text):
        return False
    if (text[-1] == "." and len(words[-1]) > 3) or _is_calendar(words):
        return False
    if words[-1] in PARTICLES or words[0] in ("Via", "via"):
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
    return not (any(map(str.isupper, name)) or any(map(str.islower, name)))


def is_full_name(name: str) -> bool:
    """
    Whether a name is surely more than a word: of two to five words, or in a script without capitals of a few letters.

    >>> is_full_name("Ada Lovelace"), is_full_name("Archive"), is_full_name("魯迅")
    (True, False, True)
    """
    if len(name) > _LONGEST:
        return False
    words = name.split()
    if is_uncased(name):
        return is_name(name) and (2 <= len(words) <= 4 or (len(words) == 1 and 2 <= len(name) <= 5))
    return is_name(name) and 2 <= len(words) <= 5
