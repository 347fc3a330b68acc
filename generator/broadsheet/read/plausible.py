"""How plausible a text is that came of guessing an encoding."""

from __future__ import annotations

import re

_COMMON = frozenset("àâäáãåæçéèêëíîïñóòôöõøœúùûüÿßÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÑÓÖØŒÚÜ¿¡«»„“”‘’–—…•·€£©®™°§½¼¾ªº\u00a0\u00ad")
"""Characters beyond ASCII of nearly all texts in western languages."""
_RARE = _COMMON | frozenset("ìðþýšžÌÒÔÕÙÛÝÐÞŠŽŸ¥¢¶†‡‚‹›²³¹±×÷µƒ")
"""Those that some have besides."""
_ODD = re.compile(
    r"""
      [a-zß-öø-ÿšžœ][À-ÖØ-ÞŒŠŽŸ]                     # a capital inside a word
    | [^\W\d_][¡¿«„“‚‹‡†¶§©®™°½¼¾²³¹±×÷¥¢£€][^\W\d_]   # a sign inside a word
    | (?<=[^\W\d_])[ºª¤¬¦¨¯´¸](?=[^\W\d_])
    | [^\W\d_][„‚](?=\s)                              # an opening one that closes
    | (?<!\S)[ÊÿÐÑÕÔÒÓŸ](?!\S)                        # a letter that is no word
    | [\x80-\x9f\ufffd]
    """,
    re.VERBOSE,
)
_QUOTES = frozenset("‘’“”–—…")
_COMMON_HAN = frozenset(
    "的一是不了在人有我他这個个們们中来來上大為为和国國地到以說说时時要就出会會可也你对對生能而子那得于於着下自之年过過发發后後作里"
    "用道行所然家种事成方多经經麼去法学學如都同现現当當没動动面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實"
)
"""The commonest characters of written Chinese, simplified and traditional."""


def western_doubt(text: str, *, rare: bool = False) -> float:
    """
    The share of the characters beyond ASCII that a western text would not have, or not where they stand.

    `rare`: whether it may have those that only few have. The õ without ã is the Hungarian ő of another encoding.

    >>> western_doubt("Der Zürcher Druck"), western_doubt("itÕs the printerÕs")
    (0.0, 1.0)
    """
    beyond = [c for c in text if c > "\x7f"]
    if not beyond:
        return 0.0
    usual = _RARE if rare else _COMMON
    strange = sum(1 for c in beyond if c not in usual)
    if "õ" in beyond and "ã" not in beyond:
        strange += beyond.count("õ")
    return min(1.0, (strange + len(_ODD.findall(text))) / len(beyond))


def east_asian_share(text: str, encoding: str) -> float:
    """
    The share of the characters beyond ASCII that show the language of an East Asian encoding.

    Kana for Japanese, Hangul for Korean, the commonest Han characters for Chinese.
    """
    beyond = [c for c in text if c > "\x7f" and c not in _QUOTES]
    if not beyond:
        return 0.0
    if encoding in ("cp932", "euc_jp"):
        shown = sum(1 for c in beyond if "\u3040" <= c <= "\u30ff")
        half = sum(1 for c in beyond if "\uff61" <= c <= "\uff9f")
        return max(0.0, (shown - half) / len(beyond))
    if encoding == "cp949":
        return sum(1 for c in beyond if "\uac00" <= c <= "\ud7a3") / len(beyond)
    return sum(1 for c in beyond if c in _COMMON_HAN) / len(beyond)
