"""Datelines in brackets, as papers of East Asia print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from broadsheet.recognise.lexicon.agencies import agencies_in, agency
from broadsheet.recognise.lexicon.places import city

_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CHINESE = re.compile(
    r"(?P<open>[（(【\[［])?(?P<named>[\u3400-\u9fff·]{2,20}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)?(?:专|專|综合|綜合)?"
    r"(?:电|電|讯|訊|消息|报道|報導)(?P<close>[）)】\]］])?(?=[\s　（(【:：—-]|$|(?<=[）)】\]］]))"
)
_BRACKETED = re.compile(r"[【［\[(（](?P<in>[^】］\])）\n]{2,40})[】］\])）]")
_PAPER = re.compile(r"(?:本报|本報|本社)")
_WRITER = re.compile(r"[记記]者|編譯|编译")
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Bracketed:
    """The place and the agencies of such a dateline."""

    place: str
    agencies: tuple[str, ...]


def read_brackets(text: str) -> Bracketed | None:
    """
    The dateline that a text in Chinese, Japanese or Korean begins with.

    >>> read_brackets("新华社北京10月1日电 国庆")
    Bracketed(place='北京', agencies=('新华社',))
    >>> read_brackets("(서울=연합뉴스) 기자"), read_brackets("【特集】東京")
    (Bracketed(place='서울', agencies=('연합뉴스',)), None)
    """
    if text.isascii() or not _SCRIPT.search(text, 0, 20):
        return None
    return _chinese(normalize("NFKC", text[:80])) or _bracketed(normalize("NFKC", text[:80]))


def _chinese(text: str) -> Bracketed | None:
    """Place, day and the word for a dispatch: three of bracket, paper, day and known city must show it."""
    match = _CHINESE.match(text)
    if match is None:
        return None
    named = match["named"]
    agencies: tuple[str, ...] = ()
    paper = bool(_PAPER.match(named))
    named = _PAPER.sub("", named, count=1)
    for length in range(min(len(named), 6), 1, -1):
        if sender := agency(named[:length]):
            named, agencies = named[length:], (sender,)
            break
    if _WRITER.search(named):
        named = next((named[at:] for at in range(len(named)) if city(named[at:])), "")
    known = bool(named) and city(named) is not None
    closed = bool(match["open"] and match["close"])
    certain = closed + paper + bool(agencies) + bool(match["date"]) + known >= 2
    if not certain or len(named) > _LONGEST_NAME or (not named and not agencies):
        return None
    return Bracketed(named, agencies)


def _bracketed(text: str) -> Bracketed | None:
    """A place and who sent it, in brackets: with ``=`` between them, or right behind a known city."""
    match = _BRACKETED.match(text)
    if match is None:
        return None
    place, equals, who = match["in"].partition("=")
    place, *more = place.split()
    for length in range(len(place), 1, -1):
        rest = place[length:]
        sent = agencies_in(rest)
        if city(place[:length]) and (not rest or sent):
            others = tuple(name for part in (*more, who) for name in agencies_in(part.strip()))
            return Bracketed(place[:length], (*sent, *others)) if rest or equals or others else None
    agencies = agencies_in(who.strip())
    return Bracketed(" ".join([place, *more]), agencies) if equals and agencies and len(place) < 8 else None
