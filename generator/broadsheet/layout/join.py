"""Lines to one: with a space between them or without."""

from __future__ import annotations

from collections.abc import Iterable

from broadsheet.layout.sentence import CONTINUING, begins_lower

_OPENING = "([{„‘«‹"

_AND = frozenset("and or to und oder bis et ou à y o e en of och eller og".split())


def join_lines(lines: Iterable[str]) -> str:
    """
    Join the lines of a paragraph by spaces.

    Without one after a hyphen that a word goes on behind, inside quotation marks and brackets, and between characters
    of scripts without spaces.

    >>> join_lines(["well-", "known since", "1605"])
    'well-known since 1605'
    """
    parts: list[str] = []
    quoted = False
    for line in lines:
        if text := line.strip():
            if parts and not _goes_on(parts[-1], text) and not (quoted and _meets_quote(parts[-1], text)):
                parts.append(" ")
            parts.append(text)
            quoted ^= text.count('"') % 2 == 1
    return "".join(parts)


def _meets_quote(before: str, after: str) -> bool:
    """Whether there is a straight quotation mark at a break, which stands inside a quotation."""
    opens = before[-1] == '"' and before[-2:-1] in " \u00a0" and after[0].isalnum()
    return opens or (after[0] == '"' and not after[1:2].isalnum())


def _goes_on(before: str, after: str) -> bool:
    """
    Whether two lines are joined without a space.

    Left alone: "Zeitungs- und", where the hyphen stands for a word, and a dash between spaces.
    """
    if after[0] in CONTINUING and begins_lower(after):
        return True
    if before[-1] in _OPENING and before[-2:-1] in " \u00a0":
        return True
    if after[0] == "-" and after[1:2].isalpha():
        return True
    suspended = after.split(maxsplit=1)[0] in _AND
    hyphen = before[-1] in "-‐\u00ad" and before[-2:-1].isalpha() and after[0].isalpha()
    return (hyphen and not suspended) or (_unspaced(before[-1]) and _unspaced(after[0]))


def _unspaced(character: str) -> bool:
    """Han, kana and their punctuation, and Thai, are set without spaces."""
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef" or "\u0e00" <= character <= "\u0e7f"
