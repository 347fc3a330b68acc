"""Captions of pictures and their credits, by their form, anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable

from broadsheet.layout.sentence import ends_sentence
from broadsheet.recognise.bylines.names import is_institution
from broadsheet.recognise.bylines.words import opening

_PICTURE = "|".join(
    (
        r"file photo|stock photo|stock image|photo illustration|photos?|photographs?|pictures?|images?|illustration",
        r"symbolfoto|symbolbild|archivfoto|archivbild|fotos?|bild(?:er)?|foto(?:grafie)?|grafik",
        r"photographies?|image d'illustration|fotografías?|imagen|imagem|imágenes|immagine",
        r"fotó|fotoğraf|zdjęcie|kuva|фото|φωτο|φωτογραφία|صورة|الصورة|תמונה|צילום",
        r"图|图片|圖片|摄影|写真|画像|사진|फोटो|ছবি|ảnh",
    )
)
"""What a picture is called."""
_CREDIT = "|".join(
    (
        r"(?:photo |image |picture |foto)?credits?(?: ?: ?(?:photo|image))?|image source",
        r"crédits?(?: photos?| images?)?|crédito|créditos|crédito da foto|foto de|(?:photo|image) courtesy(?: of)?",
        r"bildnachweis|bildquelle|fotoquelle|фото предоставлено|图片来源|图源|圖片來源|사진 ?출처|写真提供|提供写真",
    )
)
"""What is said before the one who made it."""
_CAPTION = "|".join(
    (
        r"(?:photo |image )?caption|bildunterschrift|bildlegende|bildtext|legende|légende|légende de la photo",
        r"pie de foto|legenda|legenda da foto|didascalia|onderschrift|fotobijschrift|подпись к фото",
    )
)
"""What is said before what a picture shows."""
_AGENCY = "|".join(
    (
        r"getty images(?: ?/ ?istock(?:photo)?)?|getty|istock(?:photo)?|shutterstock|alamy(?: stock photo)?|unsplash",
        r"picture[- ]alliance|imago(?: images)?|keystone|depositphotos|adobe ?stock|pexels|pixabay|wikimedia commons",
        r"ap photo|ap|reuters|afp|epa|dpa|press association|pa wire|pa images|apa|ansa|efe|tt|ntb|ritzau|scanpix|belga",
        r"anp|pap|čtk|ctk|mti|lusa|tass|тасс|риа новости|xinhua|新华社|kyodo|共同|時事|연합뉴스|뉴시스",
        r"bloomberg|zuma(?: press)?|sipa|magnum|corbis",
    )
)
"""Who sends pictures."""
_NAME = r"(?:[A-ZÀ-ÖØ-ÞĀ-ſА-ЯΑ-Ω0-9@(&/|–\-]\S*|[^\x00-\u024f\s]+|[a-z]{2,3}|/|&|\||y|from|desk|archives?|handout)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,9}}"
"""Words of a credit: names, agencies, and small words between them; no sentence."""
_RIGHTS = "copyright|riproduzione|all rights|alle rechte|tous droits"

_LABELLED = re.compile(rf"(?i:{_PICTURE}|{_CREDIT})\s?[:：=＝]\s?(?P<who>.{{1,100}})")
_OF_PHOTO = re.compile(r"(?:\w+ )?(?:photo|foto|photograph|фото|credit|crédit)", re.IGNORECASE)
_WORDS = 4
"""So many words after the label of a photograph are a credit; after "Image", which may head a text, only names are."""
_BY = re.compile(
    rf"\(?(?i:photos?|photographs?|images?|illustrations?|pictures?|fotos?)\s(?i:by|via|courtesy of|von)\s{_NAMES}\)?"
)
_AGENCIES = re.compile(
    rf"\(?{_NAMES}\s?/\s?(?i:{_AGENCY})(?:\s?/\s?{_NAMES})*(?:, via {_NAMES})?\)?"
    rf"|(?i:getty images(?:/istock(?:photo)?)?|ap photo)(?:\s?/\s?{_NAMES})?"
    rf"|{_NAMES}\s\|\s(?i:getty images|istock(?:photo)?|shutterstock|alamy|unsplash|picture[- ]alliance|ap photo)"
)
_SIGNED = re.compile(rf"©\s?(?!\d|(?i:{_RIGHTS})){_NAMES}")
_ALONE = re.compile(r"(?i:(?:photo |image )?credits?)\s?(?:\.\.\.|…)")
_CAPTIONED = re.compile(rf"(?i:{_CAPTION}|file photo)\s?[:：]\s?.{{1,300}}")
_STATED = re.compile(r"(?i:image|media) (?:caption|source|copyright),? \S.{1,250}")
_LOST_IMAGE = re.compile(r"\[(?i:image|img|photo|picture|bild|foto|inline|video)(?:\s?[:：][^\[\]]{0,200})?\]")

_BRACKETED = (
    rf"[(（\[]\s?(?:(?i:{_PICTURE}|{_CREDIT})(?: (?:by|von))?\s?(?:[:：=＝/]|by|von|via|courtesy)"
    r"|AP Photo|REUTERS/|Getty Images)[^()（）\[\]]{0,90}[)）\]]"
)
_ENDING = re.compile(
    rf"\S.{{8,}}?\s?(?:{_BRACKETED}|(?<=[\s.!?)\]”\"»])©\s?(?!\d){_NAMES}"
    rf"|[.!?…\"”»)]\s?(?i:fotos?|photos?|photograph|bild|фото)\s?:\s?{_NAMES})\.?"
)
_SENTENCE, _SENTENCES = re.compile(r"[.!?]\s+[A-ZÄÖÜ„“\"–]"), 3
HINTS = tuple(
    """
    photo foto image bild credit © caption getty legend picture illustration grafik / [img [inline [video
    kuva crédit légende zdjęcie didascalia onderschrift bijschrift imágenes crédito
    фото φωτο подпись صورة צילום תמונה फोटो ছবি ảnh 图 圖 摄影 写真 画像 사진
    """.split()
)
"""One of them stands in every caption that is known, in lower case."""


def is_credit(text: str) -> bool:
    """
    A credit alone: "Photo: Archive desk", "(Bild: dpa)", "Photo by … / Getty Images", "© dpa | …", "Credit...".

    Left alone: what begins with a small letter, as code does ("image: …"), or as a byline does ("By Ada
    Lovelace/AP"), a sentence after the colon, a year after ©.
    """
    if text[:1].islower() or opening(text) or is_institution(text.partition("/")[0].strip()):
        return False
    whole = text[:1] in "(（" and text[-1:] in ")）" and not any(sign in text[1:-1] for sign in "()（）")
    if match := _LABELLED.fullmatch(text[1:-1].strip() if whole else text):
        who = match["who"].strip(" ()")
        return re.fullmatch(_NAMES, who) is not None or (_OF_PHOTO.match(text) is not None and _is_short(who))
    forms = (_BY, _AGENCIES, _SIGNED, _ALONE)
    return len(text) <= 120 and any(form.fullmatch(text) for form in forms)


def _is_short(who: str) -> bool:
    return len(who.split()) <= _WORDS and not who[:1].islower() and not ends_sentence(who)


def is_caption(text: str) -> bool:
    """
    A paragraph that says that it is a caption: "Caption: …", "FILE PHOTO: …", "Image source, …".

    Left alone: what begins with a small letter.
    """
    return not text[:1].islower() and any(form.fullmatch(text) for form in (_CAPTIONED, _STATED))


def ends_in_credit(text: str) -> bool:
    """
    A short paragraph that a credit ends: "… (AP Photo/…)", "… (Foto: dpa)", "… © Name/dpa", "… . Foto: Name".

    Left alone: "… photo courtesy of …" and other credits that are words of a sentence; "Text: …, Foto: …", a byline.
    """
    if text[: opening(text)].rstrip().endswith((":", "：")):
        return False
    return _ENDING.fullmatch(text) is not None and len(_SENTENCE.findall(text)) <= _SENTENCES


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("credit", is_credit),
    ("caption", is_caption),
    ("caption-with-credit", ends_in_credit),
)
"""Each says of the text of a paragraph that may be a caption whether it is one."""


def is_lost_image(raw: str) -> bool:
    """What a program printed for a picture: "[Image: …]", "[IMG]". Left alone: other words between brackets."""
    return _LOST_IMAGE.fullmatch(raw.strip()) is not None
