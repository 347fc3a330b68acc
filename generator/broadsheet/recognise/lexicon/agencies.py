"""News agencies, by the names that they sign with."""

from __future__ import annotations

import re
from functools import lru_cache

_NAMES = """
    AA|AAP|AFP|Agence France-Presse|AFX|Agerpres|Anadolu|Anadolu Agency|ANI|ANP|ANSA|Ansa|Antara|AP|APA|Associated Press
    |ATS|AWP|Belga|Bernama|Bloomberg|Business Wire|Canadian Press|CNA|CNS|CP|ČTK|CTK|dapd|DHA|Dow Jones|dpa
    |dpa-AFX|dts|EFE|Efe|epa|epd|Europa Press|FAMES|GlobeNewswire|Globe Newswire|Hina|IANS|İHA|IHA|INS|Interfax|IPS
    |IRNA|ITAR-TASS|JTA|Jiji|Keystone-SDA|KNA|KUNA|Kyodo|Kyodo News|Lusa|LUSA|MTI|NAN|Notimex|Novosti|NTB|ots|PA
    |PA Media|PAP|PNA|Press Association|Press Trust of India|PRNewswire|PR Newswire|PTI|Reuter|Reuters|Reuters Health
    |TNN|Adnkronos|AGI|Askanews|LaPresse|Télam|Telam|Agência Brasil|Agência Lusa|Folhapress
    |Estadão Conteúdo|Agencia EFE
    |Anadolu Ajansı|VNA|TTXVN|RFE/RL|RIA|RIA Novosti|Ritzau|RNS|SANA|SDA|SID|SPA|STA|STT|Sputnik
    |Tanjug|TASR|TASS|TT|Ukrinform
    |UNI|UPI|United Press|United Press International|VOA|WAM|WAFA|Wolff|Havas|Xinhua|Yonhap
    |АП|АФП|Интерфакс|ИТАР-ТАСС|РИА Новости|РИА|Рейтер|ТАСС|Укринформ|Укрінформ|УНИАН|УНІАН|БТА|Танјуг|Синьхуа
    |ΑΠΕ|ΑΠΕ-ΜΠΕ|أ ف ب|أ.ف.ب|ا ف ب|فرانس برس|رويترز|د ب أ|د.ب.أ|وام|واس|وفا|سانا|كونا|واج|بترا|قنا|وكالات|الأناضول
    |ایسنا|ایرنا|مهر|فارس|תנועה|רויטרס|भाषा|एजेंसी|वार्ता|एएनआई|आईएएनएस|पीटीआई
    |新华社|新華社|中新社|中新网|中国新闻社|中央社|共同社|路透社|法新社|美联社|美聯社|德新社|塔斯社|韩联社|埃菲社|香港中通社
    |共同|時事|ロイター|AFP時事|共同通信|時事通信|聯合ニュース|聯合|연합뉴스|뉴시스|뉴스1|로이터
"""
_GAP = re.compile(r"[\s.-]+")
_USUAL: dict[str, str] = {}
for _name in _NAMES.split("|"):
    _USUAL.setdefault(_GAP.sub("-", _name.strip().casefold()), _name.strip())
_ARTICLE = re.compile(r"(?:the|die|der|l['’]|la)\s+", re.IGNORECASE)
_ARTICLES = ("the", "die", "der", "la", "l'", "l’")
_FIRST = re.compile(r"[^\s./,;+&|、-]*")
_FIRSTS = frozenset(_FIRST.match(name)[0] for name in _USUAL)  # type: ignore[index]
"""What stands before the first gap or sign of each."""
_PARTS = re.compile(r"\s*(?:[/,;+&|、]|\s[-–]\s|\band\b|\bund\b|\bet\b|\by\b|\s[eи]\s)\s*")
_NEWS = re.compile(r"(?:\.com|\.ru|\.info|\s(?:news|agency|agencia|agence))$", re.IGNORECASE)
_MARK = re.compile(r"[a-zäöü]{2,4}")
"""The mark of an office, as in *dpa/lno*."""
LONGEST = 40
"""A longer text names no agencies."""


@lru_cache(maxsize=4096)
def agency(name: str) -> str | None:
    """
    The usual form of an agency's name, or ``None`` where it is not known.

    >>> agency("REUTERS"), agency("The Associated Press"), agency("DPA"), agency("Archive desk")
    ('Reuters', 'Associated Press', 'dpa', None)
    """
    if not _may_name(name):
        return None
    key = _GAP.sub("-", _NEWS.sub("", _ARTICLE.sub("", name.strip(" .*_"), count=1)).casefold())
    return _USUAL.get(key)


def _may_name(text: str) -> bool:
    """Whether a text begins as the name of an agency does, or with an article: a test that costs little."""
    first = _FIRST.match(text.lstrip(" .*_"))[0].casefold()  # type: ignore[index]
    return first in _FIRSTS or first.endswith(_ARTICLES)


def agencies_in(text: str) -> tuple[str, ...]:
    """
    The agencies of a text that names nothing else.

    >>> agencies_in("dpa/AFP"), agencies_in("AP and Reuters"), agencies_in("the town clerk")
    (('dpa', 'AFP'), ('AP', 'Reuters'), ())
    """
    return _agencies_in(text) if text and len(text) <= LONGEST else ()


@lru_cache(maxsize=1024)
def _agencies_in(text: str) -> tuple[str, ...]:
    if not _may_name(text):
        return ()
    if whole := agency(text):
        return (whole,)
    parts = _PARTS.split(text)
    if len(parts) == 1 or agency(parts[0]) is None:
        return ()
    found = [agency(part) for part in parts]
    fine = all(name or _MARK.fullmatch(part) for name, part in zip(found, parts, strict=True))
    return tuple(dict.fromkeys(name for name in found if name)) if fine else ()
