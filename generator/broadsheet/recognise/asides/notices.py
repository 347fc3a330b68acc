"""Publishers' notices: rights, where an article first stood, whom to write to; by their form, below the text."""

from __future__ import annotations

import re

from broadsheet.inline import Emphasis, Inline, Link, Text, parse
from broadsheet.recognise.asides.words import split

LONGEST = 300
_RESERVED = tuple(
    split(
        "all rights reserved | alle rechte vorbehalten | tous droits réservés | todos los derechos reservados"
        " | todos os direitos reservados | tutti i diritti riservati | riproduzione riservata"
        " | alle rechten voorbehouden | alla rättigheter förbehållna | alle rettigheder forbeholdes"
        " | alle rettigheter forbeholdt"
        " | kaikki oikeudet pidätetään | wszelkie prawa zastrzeżone | všechna práva vyhrazena | minden jog fenntartva"
        " | toate drepturile rezervate | tüm hakları saklıdır | все права защищены | всі права захищені"
        " | με επιφύλαξη παντός δικαιώματος | כל הזכויות שמורות | جميع الحقوق محفوظة | کلیه حقوق محفوظ است"
        " | सर्वाधिकार सुरक्षित | hak cipta dilindungi | 版权所有 | 版權所有 | 著作権所有 | 無断転載禁止"
        " | 無断転載を禁じます"
        " | 無断転載を禁ずる | 無断複製・転載を禁じます | 무단전재 및 재배포 금지 | 무단 전재 및 재배포 금지"
    )
)
"""How lines of rights end, in lower case."""
_RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\d{4})).{0,150}", re.IGNORECASE)
_RIGHTS_LONGEST = 160
_SIGNS = " \t.!*_|)]©"
_PROMPT = re.compile(
    r"(?:subscribe to|sign up for|follow us|write to us|contact us)\b.{0,100}"
    r"|you (?:are receiving|received|have received|are getting) this (?:e-?mail|newsletter|message)\b.{0,150}"
    r"|(?:to )?unsubscribe\b.{0,80}|newsletter (?:abbestellen|abmelden).{0,80}|(?:pour )?se désabonner\b.{0,80}"
    r"|sie (?:erhalten|bekommen) (?:diese[nr]?) (?:e-?mail|newsletter|nachricht)\b.{0,150}"
    r"|vous recevez (?:cet e-?mail|ce courriel|cette newsletter|ce message)\b.{0,150}",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"(?:to (?:contact|subscribe|write to|send|report)|for more information,? (?:visit|contact)|corrections?:)(?=\W)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|www\.\S+")
_ADDRESS = re.compile(rf"https?://|{_EMAIL.pattern}")
_PUBLISHED = r"(?:published|appeared|ran|posted|republished|reprinted)"
_FIRST = r"(?:originally|first|previously|initially)"
_ORIGINS = (
    rf"this (?:article|story|post|piece|column|essay|interview|report|op-ed|text|review)(?: was| is| has been)?"
    rf"(?: {_FIRST})? {_PUBLISHED}(?: {_FIRST})? (?:in|on|at|by|as|with|from|under)\b",
    rf"the (?:article|story|post|piece|column|essay|interview) (?:was )?{_FIRST} {_PUBLISHED} (?:in|on|at|by|as)\b",
    rf"{_FIRST} {_PUBLISHED} (?:in|on|at|by|as)\b",
    r"a version of this (?:article|story|post|piece|essay)\b",
    r"(?:republished|reprinted|reproduced) (?:with (?:the )?(?:kind )?permission|from|courtesy)\b",
    r"dieser (?:artikel|text|beitrag) (?:ist |wurde |erschien )(?:zuerst|ursprünglich|erstmals)\b",
    r"(?:zuerst|erstmals|ursprünglich) (?:erschienen|veröffentlicht)\b",
    r"cet article (?:a été|est|avait été) (?:initialement|d'abord|originellement|originalement)\b",
    r"cet article (?:a été publié|est paru)\b|(?:publié|paru) (?:initialement|d'abord|pour la première fois)\b",
    r"este artículo (?:fue|ha sido|se) (?:originalmente )?public(?:ado|ó)\b|publicado originalmente\b",
    r"este artigo (?:foi )?(?:originalmente )?publicado\b",
    r"questo articolo è (?:stato )?(?:originariamente |originalmente )?(?:pubblicato|apparso)\b",
    r"dit artikel (?:verscheen|is) (?:eerder|oorspronkelijk|eerst)\b",
    r"(?:artikeln|texten) publicerades (?:först|ursprungligen)\b",
    r"artiklen (?:blev|er) (?:først|oprindeligt)\b|artikkelen ble (?:først|opprinnelig)\b",
    r"artykuł (?:pierwotnie )?ukazał się\b|článek (?:původně )?vyšel\b",
    r"(?:статья|текст|материал) (?:был[аи]? )?(?:впервые |первоначально )?опубликован\w*\b|впервые опубликован\w*\b",
    r"نشر هذا المقال|نُشر هذا المقال|本文(?:首发于|原载|转载自|轉載自|原載)|この記事は.{1,40}(?:掲載|転載|公開)",
    r"artikel ini (?:pertama kali )?(?:telah )?(?:tayang|terbit|dimuat)\b",
)
"""How it is said where an article stood first."""
_ORIGIN = re.compile("|".join(f"(?:{form}).{{0,220}}" for form in _ORIGINS), re.IGNORECASE)


def is_rights(text: str) -> bool:
    """A line of rights: "© 2017 …", "Copyright …", "… all rights reserved". Left alone: a sentence about rights."""
    if _RIGHTS.fullmatch(text):
        return True
    return len(text) <= _RIGHTS_LONGEST and text.casefold().rstrip(_SIGNS).endswith(_RESERVED)


def is_origin(text: str) -> bool:
    """Where an article stood first: "This article was originally published in …". Left alone: a second sentence."""
    return len(text) <= LONGEST and text.count(". ") < 2 and _ORIGIN.fullmatch(text.replace("’", "'")) is not None


def is_request(text: str) -> bool:
    """A prompt, or an invitation with an address in it: "To contact …"."""
    return _PROMPT.fullmatch(text) is not None or (_INVITATION.match(text) is not None and shows_address(text))


def is_address(text: str) -> bool:
    """Whether a text is nothing but a link, a web address or an e-mail address."""
    return len(text) <= LONGEST and (bool(_EMAIL.fullmatch(text.strip("*_ ."))) or _only_links(parse(text.strip())))


def shows_address(text: str) -> bool:
    """Whether a text has a web address or an e-mail address in it."""
    return _ADDRESS.search(text) is not None


def _only_links(nodes: tuple[Inline, ...]) -> bool:
    links = 0
    for node in nodes:
        if isinstance(node, Text):
            if any(c.isalnum() for c in node.text):
                return False
        elif isinstance(node, Link) or (isinstance(node, Emphasis) and _only_links(node.children)):
            links += 1
        else:
            return False
    return links > 0
