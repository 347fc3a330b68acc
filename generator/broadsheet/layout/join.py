"""Lines to one: with a space between them or without."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_letters, digits

from broadsheet.layout.divided import HYPHENS, NO_WORDS, Words
from broadsheet.layout.sentence import CONTINUING, begins_lower

_OPENING = "([{„‘«‹"

_AND = frozenset(
    "and or to nor und oder bis bzw. sowie et ou à y o u e ed of en och eller og i lub a nebo и или".split()
)
"""Before these a hyphen stands for the rest of a word: "two- and threefold"."""
_INITIALS = frozenset("BCDFGHJKLMNPQRSTVWXZ")
"""Letters that are no words of their own in most languages: alone before a small letter, one is a drop cap."""
_PLAIN = frozenset(ascii_letters + digits)
_ENDS = _PLAIN | frozenset(".,;:!?")
"""Between these and plain letters or digits there is a space."""
_DIVIDING = "¬"
"""What scanning programs write for the hyphen of a divided word."""


def join_lines(lines: Iterable[str], words: Words = NO_WORDS) -> str:
    """
    Join the lines of a paragraph by spaces.

    Without one after a hyphen that a word or number goes on behind, inside quotation marks and brackets, and between
    characters of scripts without spaces.  The hyphen itself goes where `words`, those of the file, show that it only
    divided a word.

    >>> join_lines(["well-", "known since 1605-", "1609"])
    'well-known since 1605-1609'
    """
    lines = list(lines)
    if len(lines) == 1:
        return lines[0].strip()
    parts: list[str] = []
    quoted = False
    for line in lines:
        if text := line.strip():
            before = parts[-1] if parts else ""
            if before and _are_parted(before, text, quoted=quoted):
                parts.append(" ")
            elif before and (words.is_divided(before, text) or before[-1] in _DIVIDING):
                parts[-1] = before[:-1]
            parts.append(text)
            quoted ^= text.count('"') % 2 == 1
    return "".join(parts)


def _are_parted(before: str, after: str, *, quoted: bool) -> bool:
    """Whether there is a space between two lines; `quoted`: whether the break stands inside a quotation."""
    if before[-1] in _ENDS and after[0] in _PLAIN and (len(before) > 1 or before not in _INITIALS):  # as most lines are
        return True
    return not _goes_on(before, after) and not (quoted and _meets_quote(before, after))


def _meets_quote(before: str, after: str) -> bool:
    """Whether there is a straight quotation mark at a break, which stands inside a quotation."""
    opens = before[-1] == '"' and before[-2:-1] in " \u00a0" and after[0].isalnum()
    return opens or (after[0] == '"' and not after[1:2].isalnum())


def _goes_on(before: str, after: str) -> bool:
    """
    Whether two lines are joined without a space.

    Left alone: "Zeitungs- und", where the hyphen stands for a word, and a dash between spaces.
    """
    if (after[0] in CONTINUING and begins_lower(after)) or (before in _INITIALS and after[0].islower()):
        return True
    if before[-1] in _OPENING and before[-2:-1] in " \u00a0":
        return True
    if after[0] == "-" and after[1:2].isalpha():
        return True
    if before[-2:-1].isalnum() and after[0].isalnum():
        if before[-1] in HYPHENS or before[-1] == "\u00ad":
            return after.split(maxsplit=1)[0] not in _AND
        if before[-1] in _DIVIDING or (before[-1] in "–/" and before[-2].isdigit() and after[0].isdigit()):
            return True
    return _unspaced(before.rstrip('"')[-1:]) and _unspaced(after.lstrip('"')[:1])


def _unspaced(character: str) -> bool:
    """Han, kana and their punctuation, and Thai, are set without spaces."""
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef" or "\u0e00" <= character <= "\u0e7f"
