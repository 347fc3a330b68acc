"""Names by which newspapers and journals are known."""

from __future__ import annotations

import re
from functools import lru_cache

from broadsheet.recognise.lexicon.agencies import agency
from broadsheet.recognise.lexicon.places import city

_PAPER = re.compile(
    r"\b(?:Times|Gazette|Herald|Chronicle|Tribune|Courier|Telegraph|Mercury|Examiner|Sentinel|Inquirer|Intelligencer"
    r"|Argus|Guardian|Observer|Courrier|Quotidien|Nouvelliste)\b|(?:zeitung|anzeiger|nachrichten|kurier|rundschau|tagblatt|abendblatt|volksblatt)\b"
    r"|\bLe (?:Monde|Figaro|Temps|Petit Journal|Parisien)\b|\bLa (?:Presse|Croix|Vanguardia|Nación|Stampa|Repubblica)\b"
    r"|\bEl (?:País|Mundo|Diario|Heraldo|Tiempo|Universal)\b"
    r"|\b(?:Corriere|Giornale|Messaggero|Gazzetta|Gazeta|Gaceta)\b"
    r"|\b(?:Diário|Jornal|Correio|Folha)\b|(?:courant|dagblad|handelsblad|tidningen|tidende|dagbladet)\b"
    r"|\b(?:Газета|газета|Правда|Известия|Ведомости|Вестник)\b|[日晚时時早][报報]$|新聞$|신문$|일보$|جريدة|صحيفة",
    re.IGNORECASE,
)
_PAPER_TOO = re.compile(
    r"\b(?:Press|Post|News|Journal|Independent|Standard|Register|Star|Sun|Mail|Echo|Dispatch|Bulletin|Magazine|Review"
    r"|Weekly|Spectator|Economist|Globe|World|Leader|Record)\b"
)
"""Words that other names have too: they need "The", or a city, before them."""
_NO_PAPER = re.compile(
    r"University Press|WordPress|Press (?:Association|Trust|Release|Office|Agency)|\bStaff\b|\bDesk\b", re.I
)


@lru_cache(maxsize=4096)
def is_newspaper(name: str) -> bool:
    """
    Whether a name is one by which newspapers are known.

    >>> is_newspaper("The Valley Press"), is_newspaper("Leipziger Zeitung"), is_newspaper("Breaking News")
    (True, True, False)
    >>> is_newspaper("The Associated Press"), is_newspaper("Oxford University Press"), is_newspaper("Washington Post")
    (False, False, True)
    """
    if not 3 <= len(name) <= 60 or name[0].islower() or _NO_PAPER.search(name) or agency(name):
        return False
    words = name.split()
    if _PAPER.search(name):
        return len(words) > 1 or not name.isascii() or len(name) > 9
    if not _PAPER_TOO.search(name) or len(words) < 2:
        return False
    return words[0] == "The" or any(city(" ".join(words[:n])) for n in range(1, min(len(words), 4)))
