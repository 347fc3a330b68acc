"""What a byline begins with, in the most written languages: "By", "Ein Kommentar von", "Texto:", "作者："."""

from __future__ import annotations

import re
from functools import lru_cache

_BY = {
    "en": "by", "de": "von", "fr": "par", "es": "por", "pt": "por", "it": "di", "nl": "door", "sv": "av", "da": "af",
    "nb": "av", "ro": "de", "ca": "per", "id": "oleh", "ms": "oleh", "vi": "bởi", "bg": "от", "el": "από|του|της|των",
    "ar": "بقلم|كتب|كتبت|كتبه", "fa": "نوشته|به قلم", "ur": "تحریر", "he": "מאת", "hi": "द्वारा", "th": "โดย|เขียนโดย",
    "ko": "글|글·사진|글 사진",
}  # fmt: skip
"""Words right before a name."""
_MADE = {
    "en": "written|words|story|stories|report|reported|reporting|text|article|essay|post|posted|published|compiled"
          "|contributed|submitted|created|authored|as told to|told|analysis|opinion|commentary|column|review|interview"
          "|feature|special report|perspective|guest post|a guest post|guest column|guest essay|story and photos"
          "|story and photography|story and photographs|words and photos|words and pictures|words and photography"
          "|text and photos|text and photographs|text and photography|text and images|text and illustrations",
    "de": "geschrieben|verfasst|veröffentlicht|erstellt|aufgezeichnet|aufgeschrieben|notiert|ein kommentar|kommentar"
          "|ein interview|interview|ein bericht|bericht|ein gastbeitrag|gastbeitrag|ein gastkommentar|gastkommentar"
          "|ein beitrag|eine analyse|analyse|eine reportage|reportage|ein essay|essay|eine kolumne|kolumne|ein porträt"
          "|ein nachruf|nachruf|eine rezension|rezension|eine kritik|ein leitartikel|leitartikel|eine glosse|glosse"
          "|ein text|text|ein artikel|ein meinungsbeitrag|meinungsbeitrag",
    "fr": "écrit|rédigé|publié|posté|propos recueillis|recueilli|un article|article|texte|analyse|reportage",
    "es": "escrito|redactado|publicado|elaborado|texto|un artículo|artículo|reportaje|análisis",
    "pt": "escrito|redigido|publicado|postado|texto|artigo|reportagem|análise",
    "it": "testo|testi|articolo|un articolo|intervista|analisi|commento|servizio|a cura",
    "nl": "geschreven|gepubliceerd|geplaatst|tekst|een analyse|een interview|een column",
    "sv": "skriven|skrivet|publicerad|publicerat|postad|text|krönika|analys",
    "da": "skrevet|publiceret|tekst|kommentar|analyse", "nb": "skrevet|publisert|tekst|kommentar|analyse",
    "ro": "scris|publicat|postat|text|un articol", "ca": "escrit|publicat",
}  # fmt: skip
"""Words that stand before the word "by" of the same language."""
_WHOLE = (
    "scritto da|pubblicato da|redatto da|a cura della|a cura dell'|testo de|texto de|un texto de|texte de|un texte de"
    "|dalla|dal|da|do|vom|aus der|from the|van|oprac.|opracował|opracowała|napisał|napisała|rozmawiał|rozmawiała"
    "|przygotował|przygotowała|napsal|napsala|připravil|připravila|írta|piše|kirjoittanut|подготовил|подготовила"
    "|написал|написала|беседовал|беседовала|підготував|підготувала|написав|пише|γράφει ο|γράφει η|γράφει"
)
"""Openings that are of no such form. "Da", "do", "vom", "from the" and "van" lead to desks only."""
_LABELS = (
    "author|authors|author(s)|writer|reporter|byline|text|story|words|contributor"
    "|autor|autorin|autoren|autor:in|autor*in|autor/in|text und foto|text und fotos|text & foto|text & fotos|text/foto"
    "|protokoll|interview|aufgezeichnet|verfasser|verfasserin|bericht"
    "|auteur|auteure|autrice|auteurs|texte|textes|journaliste|propos recueillis|recueilli par"
    "|autorius|autorė|autors|autora|autores|autoras|texto|textos|escribe|periodista|redactor|redactora|reportagem|jornalista"
    "|autore|autori|testo|testi|servizio|auteurs|tekst|verslaggever|tekst en foto's|tekst en beeld"
    "|skribent|författare|text och foto|text & foto|text och bild|forfatter|journalist|tekst og foto|teksti"
    "|kirjoittaja|toimittaja|teksti ja kuvat|autorka|autorzy|tekst i zdjęcia|opracowanie|autoři|redaktor|redaktorka"
    "|szerző|szerzők|szöveg|autori|аутор|автор текста|автор статьи|автор|авторы|текст|текст и фото|корреспондент"
    "|журналист|автори|авторка|журналіст|συντάκτης|συντάκτρια|συγγραφέας|κείμενο|ρεπορτάζ"
    "|yazan|yazar|haber|muhabir|röportaj|metin|hazırlayan|penulis|pewarta|wartawan|laporan|kontributor"
    "|tác giả|bài|bài viết|bài và ảnh|phóng viên|thực hiện|الكاتب|إعداد|تقرير|حوار|نویسنده|گزارش|گزارشگر|خبرنگار|مصنف"
    "|כתב|כתבה|מחבר|लेखक|लेखिका|रिपोर्ट|रिपोर्टर|संवाददाता|লেখক|লেখা|প্রতিবেদক|எழுதியவர்|రచన|เรื่อง|ผู้เขียน|ผู้สื่อข่าว"
    "|作者|文|撰文|记者|記者|文字|撰稿|采写|採訪|采访|图文|圖文|文图|著者|筆者|執筆|執筆者|ライター|取材・文|文・写真|構成・文|構成"
    "|기자|작성자|저자|취재"
)
"""Words that need a sign between them and the name."""
_DESKS = frozenset("de da do van vom dal dalla per от".split()) | {"aus der", "from the"}
"""Openings that are too common for persons: only desks are named after them, unless a colon parts them."""
_WEAK = _DESKS | frozenset("di av af του της των από пише piše".split())
"""Openings that are common words: whole names follow them."""
_SIGN = re.compile(r"\s*[:：]\s*(?=\S)")
_LABEL_SIGN = re.compile(r"\s*[:：=＝／｜]\s*(?=\S)|(?<=[文作著字])\s*[/|・]\s*(?=\S)")
_SPACE = re.compile(r"\s+(?=\S)")
_ELIDED = re.compile(r"(?<=['’])(?=\w)")
_FIRST = re.compile(r"[^\s:：=＝／｜|]+")
_UNSPACED = "\u3040"
"""From here on are the scripts that part no words: their phrases are looked up by the first letter."""


def _key(text: str) -> str:
    """By what the openings of a text are looked up: its first word."""
    if text[:1] >= _UNSPACED:
        return text[0]
    first = _FIRST.match(text)
    return first[0].lower() if first else ""


def _openings() -> dict[str, tuple[tuple[str, bool], ...]]:
    """For each first word the openings that begin with it, longer ones first, and whether a space may follow."""
    found = dict.fromkeys(_LABELS.split("|"), False)
    for language, words in _BY.items():
        for word in words.split("|"):
            found[word] = True
            found |= {f"{made} {word}": True for made in _MADE.get(language, "").split("|") if made}
    found |= dict.fromkeys(_WHOLE.split("|"), True)
    table: dict[str, list[tuple[str, bool]]] = {}
    for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)):
        table.setdefault(_key(phrase), []).append((phrase, found[phrase]))
    return {word: tuple(phrases) for word, phrases in table.items()}


_OPENINGS = _openings()
FIRST = frozenset(_OPENINGS)
"""The words that an opening begins with; in scripts that part no words, the letters."""


@lru_cache(maxsize=1024)
def opening(text: str) -> int:
    """
    How many characters of a line come before the names, if it begins as a byline does; else 0.

    >>> opening("By Ada Lovelace"), opening("Texto: Ana García"), opening("Bypass opened"), opening("Text message")
    (3, 7, 0, 0)
    """
    for phrase, spaced in _OPENINGS.get(_key(text), ()):
        end = len(phrase)
        if text[:end].replace("’", "'").lower() != phrase:
            continue
        if sign := (_SIGN if spaced else _LABEL_SIGN).match(text, end):
            return sign.end()
        if spaced and (space := (_ELIDED if phrase[-1] == "'" else _SPACE).match(text, end)):
            return space.end()
    return 0


def is_weak(text: str, end: int) -> bool:
    """Whether the opening of a line, up to `end`, is a common word such as "di", and no colon follows it."""
    return text[:end].strip().lower() in _WEAK


def leads_to_desks(text: str, end: int) -> bool:
    """Whether only desks are named after the opening of a line, up to `end`, as after "da"."""
    return text[:end].strip().lower() in _DESKS
