"""Backslashes that a converter to Markdown set before signs, so that they would not be read as markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ESCAPE = re.compile(r"""\\(?=[][().#+!'"|_~$&@^>-])(?!\]\()""")
_BREAK = re.compile(r"(?<=\S)\\$")
_AT_START = re.compile(r"\s*\\[-+>#](?=\s)")
_SURE = re.compile(r"\\[][().#+!|_~$&@^>-]")
"""Before quotation marks, other notations have backslashes too: YAML, JSON."""
_OTHER = re.compile(r"\\[^\W_]")
_LEAST = 2
"""With fewer, somebody may have typed them."""


def has_escapes(text: str) -> bool:
    r"""
    Whether the backslashes of a text are escapes: there are some before signs, and none before letters or digits.

    >>> has_escapes(r"He \[the editor\] left."), has_escapes(r"In C:\press\new \(and\) so on.")
    (True, False)
    """
    return "\\" in text and len(_SURE.findall(text)) >= _LEAST and _OTHER.search(text) is None


def unescaped(line: str) -> str:
    r"""
    Take the escapes off a line.

    Left alone: those before stars, grave accents, angle brackets and further backslashes, whose sign would then be read
    as markup; and before the sign of a list, a quotation or a heading at the beginning of the line.

    >>> unescaped(r"He \[the editor\] left \(on a Tuesday\).")
    'He [the editor] left (on a Tuesday).'
    """
    if "\\" not in line or r"\\" in line:
        return line
    start = _AT_START.match(line)
    kept = start.end() if start else 0
    return line[:kept] + _BREAK.sub("", _ESCAPE.sub("", line[kept:]))


def after_header(lines: Sequence[str]) -> int:
    """
    After how many lines a YAML header ends, in which backslashes mean something else; 0, where there is none.

    >>> after_header(["---", "title: A", "---", "Text"]), after_header(["Title", "---", "Text"])
    (3, 0)
    """
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((at for at, line in enumerate(lines[1:], 2) if line.rstrip() in ("---", "...")), 0)
