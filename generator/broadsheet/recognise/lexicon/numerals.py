"""Digits and numerals of other scripts, as the digits 0 to 9."""

from __future__ import annotations

import re
import unicodedata

_CHINESE = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "元": 1}
_TENS = {"十": 1, "廿": 2, "卅": 3}
_COUNTED = re.compile(rf"[{''.join([*_CHINESE, *_TENS])}]{{1,6}}(?=\s?[年月日])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def with_digits(text: str) -> str:
    r"""
    Write native digits, and Chinese numerals before 年, 月 and 日, as ASCII digits; take off Markdown's backslashes.

    >>> with_digits("١٠ يوليو ٢٠١٧"), with_digits("平成二十九年七月十日"), with_digits(r"10\. Juli 2017")
    ('10 يوليو 2017', '平成29年7月10日', '10. Juli 2017')
    """
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if text.isascii():
        return text
    text = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
    return _COUNTED.sub(lambda match: str(_number(match[0])), text) if "年" in text else text


def _number(numeral: str) -> int:
    """
    The value of a numeral up to 99, or of digits in a row.

    >>> _number("二十九"), _number("十"), _number("二〇一七")
    (29, 10, 2017)
    """
    for sign, tens in _TENS.items():
        if sign in numeral:
            before, _, after = numeral.partition(sign)
            tens = _number(before) if before else tens
            return 10 * tens + (_number(after) if after else 0)
    return int("".join(str(_CHINESE[c]) for c in numeral))
