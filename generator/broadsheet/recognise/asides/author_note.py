"""Notes on the authors of an article, below its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from broadsheet.recognise.asides.prompts import folded
from broadsheet.recognise.asides.words import phrases
from broadsheet.recognise.bylines.names import is_full_name

LONGEST = 700
"""A longer paragraph is the article's."""
_HEADINGS = {
    "en": "about the author | about the authors | about the writer",
    "de": "über den autor | über die autorin | über die autoren | zum autor | zur autorin",
    "fr": "à propos de l'auteur | à propos de l'autrice | à propos de l'auteure | à propos des auteurs",
    "es": "sobre el autor | sobre la autora | acerca del autor | acerca de la autora",
    "pt": "sobre o autor | sobre a autora",
    "it": "l'autore | sull'autore | informazioni sull'autore",
    "nl": "over de auteur",
    "sv": "om författaren",
    "da": "om forfatteren",
    "fi": "tietoa kirjoittajasta",
    "pl": "o autorze | o autorce",
    "cs": "o autorovi",
    "hu": "a szerzőről",
    "ro": "despre autor",
    "tr": "yazar hakkında",
    "ru": "об авторе | об авторах",
    "uk": "про автора",
    "el": "σχετικά με τον συγγραφέα",
    "he": "על המחבר",
    "ar": "عن الكاتب | عن المؤلف | نبذة عن الكاتب",
    "fa": "درباره نویسنده",
    "hi": "लेखक के बारे में",
    "zh": "作者简介 | 关于作者 | 作者簡介 | 關於作者",
    "ja": "著者について | 筆者紹介 | 著者紹介",
    "ko": "글쓴이 소개",
    "id": "tentang penulis",
    "vi": "về tác giả",
}
_ALL_HEADINGS = phrases(_HEADINGS)
_LONGEST_HEADING = 80
"""With signs and spaces about it; the phrases have no more than thirty letters."""
_OPENINGS = re.compile(
    r"(?:the (?:author|writer)s? (?:is|are) (?!unknown|not|dead|anonymous|said)"
    r"|the (?:author|writer)s? (?:works?|writes|teach(?:es)?) (?:at|for|in|on)"
    r"|(?:der autor|die autorin) (?:ist (?!unbekannt|nicht|tot)|arbeitet|lehrt)|die autoren sind (?!unbekannt|nicht)"
    r"|l'(?:auteure?|autrice) (?:est (?!inconnue?|mort)|enseigne)|les auteurs sont (?!inconnus)"
    r"|(?:el autor|la autora) es (?!desconocid)|los autores son|(?:o autor|a autora) é (?!desconhecid)"
    r"|l'(?:autore|autrice) è (?!ignot|sconosciut)|de auteur is (?!onbekend)|författaren är (?!okänd)"
    r"|forfatteren er (?!ukjent|ukendt)|(?:autor|autorka) jest (?!nieznan)|автор\s*[—–-]\s|автор является"
    r"|作者(?:是|为|係|系)|筆者は|著者は|필자는)",
    re.IGNORECASE,
)
"""How a note begins that does not name the author. Left alone: one of whom nothing is known."""
_WRITER = "|".join(
    (
        r"staff writer|freelance writer|contributing writer|reporter|editor|correspondent|columnist|journalist",
        r"contributor",
        r"redakteur(?:in)?|redaktor(?:in)?|korrespondent(?:in)?|journalistin|kolumnist(?:in)?",
        r"journaliste|correspondante?|rédact(?:eur|rice)|periodista|corresponsal|redactora?|jornalista",
        r"giornalista|redattrice|redattore|verslaggever|dziennikar(?:z|ka)|novinář(?:ka)?",
    )
)
_WRITES = re.compile(
    r"(?P<name>\S+(?: \S+){1,4}?),? (?:is|ist|est|es|è|é|är|er|jest) "
    rf"(?:an? |the |our |their |eine? |une? |un[ao]? |uma? |en |senior |chief )?(?:[^\s.]+ ){{0,4}}?(?:{_WRITER})"
    r",? (?:at|for|with|of|in|on|based|covering|who covers|bei|für|beim|im|am|der|à|au|pour|en|de|del|da|di|per|na|w|v)"
    r"\b.*",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:is|was|has|covers|writes|works|reports|teaches|lives|edits|leads|can be reached"
    r"|ist|arbeitet|schreibt|berichtet|leitet|est|couvre|écrit|travaille|es|cubre|escribe|trabaja"
    r"|é|cobre|escreve|trabalha|è|scrive|lavora)\b"
)
_REACHED = re.compile(
    r"(?:you can )?(?:e-?mail|contact|follow|reach|write to) (?P<whom>\S+(?: \S+){0,4}?) (?:at|on|via)\b.*"
    r"|(?:twitter|bluesky|x|threads)\s?: ?@\w+\W*",
    re.IGNORECASE,
)
_REACHED_LONGEST = 200
_SHORT = 3
"""Letters of a shortened given name, at least: "Dan" of "Daniel"."""
_CREDITED = re.compile(r"\(?(?:additional )?(?:reporting|writing|editing) by (?P<names>.+)", re.IGNORECASE)
_BETWEEN = frozenset("and in by for the editing writing reporting additional compiled graphics".split())


def is_author_note(text: str, authors: Sequence[str]) -> bool:
    """
    A paragraph about those who wrote: "… is a staff writer at …", "The author is …", "(Reporting by …)".

    One that begins with the name of an author counts whatever it says of them.  Of others it counts only where no
    author is known, and it says that they write, and for whom.  Left alone: one that is long, any other person of whom
    the text speaks, the past of those.
    """
    return len(text) <= LONGEST and _is_note(text, tuple(authors))


@lru_cache(maxsize=256)  # the last lines are looked at for a signature, and again for notices
def _is_note(text: str, authors: tuple[str, ...]) -> bool:
    if _OPENINGS.match(text.replace("’", "'")) or _is_of(text, authors) or _is_credit(text):
        return True
    if len(text) <= _REACHED_LONGEST and (match := _REACHED.fullmatch(text)):
        return match["whom"] is None or is_full_name(match["whom"].strip(" .")) or _is_me(match["whom"])
    named = None if authors else _WRITES.fullmatch(text)
    return named is not None and is_full_name(named["name"])


def is_heading(text: str) -> bool:
    """ "About the author", in many languages."""
    return len(text) <= _LONGEST_HEADING and folded(text) in _ALL_HEADINGS


def _is_of(text: str, authors: Sequence[str]) -> bool:
    """Whether a paragraph begins with an author's name and says what they do."""
    return any(
        is_full_name(author) and (length := _named(text, author)) and _DOES.match(text[length:].lstrip(" ,"))
        for author in authors
    )


def _named(text: str, author: str) -> int:
    """How many characters of a text are the author's name that it begins with; the given name may be shortened."""
    if text.casefold().startswith(author.casefold()):
        return len(author)
    given, _, surname = author.partition(" ")
    first, _, rest = text.partition(" ")
    short = len(first) >= _SHORT and given.casefold().startswith(first.casefold())
    return len(first) + 1 + len(surname) if short and rest.casefold().startswith(surname.casefold()) else 0


def _is_credit(text: str) -> bool:
    """Whether a text names those who reported and edited, and says no more."""
    match = _CREDITED.fullmatch(text) if len(text) <= _REACHED_LONGEST else None
    words = match["names"].split() if match else []
    return bool(words) and all(word[0].isupper() or word.casefold().strip(";,.)") in _BETWEEN for word in words)


def _is_me(whom: str) -> bool:
    return whom.casefold() in ("her", "him", "them", "me", "the author", "the reporter", "the writer")
