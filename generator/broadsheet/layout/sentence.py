"""Where sentences begin and end, by the signs and letters at the ends of a line."""

from __future__ import annotations

import re
from string import ascii_letters, digits

SENTENCE_ENDS = ".!?…。！？؟।:;：»«”“\"’‘')]"
"""Characters that end a sentence, or a quotation or bracket that may hold its end."""

_STOPS = frozenset(".!?…。！？؟۔।॥")
_CLOSING = "\"'”’»«)]*_›‹“"
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Hon|No|Nr|vs|cf|ca|al|bzw|Mme|Mgr|Sr"
    r"|Sra|Ing|Jan|Feb|Aug|Sept|Oct|Nov|Dec|e\.g|i\.e|z\.B|d\.h|u\.a|U\.S|U\.K|U\.N)\.$"
)
_REFERENCES = re.compile(r"(?:\[(?:\w{1,3}|\w{1,4} \d{1,3})\])+$|(?<![\d⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}$")
"""The numbers of notes behind a sentence."""
_RAISED = frozenset("]⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = frozenset(ascii_letters + digits)
_LONGEST_ABBREVIATED = 6
"""With its full stop and what stands before it; a longer word is none."""
CONTINUING = frozenset(",.;:!?)]}»”…%'’")
_INSIDE = re.compile(r"(?:['’]s(?=\s+[a-z\d$£€])|[;}]|[,.:!?)\]»”…%][.,:!?…\"'”’»)\]*_›“]*)(?:[\s—–]|$)")
"""
Signs that follow a word, and then a space or a dash; not the brackets and semicolons of program code.

So does the s of a possessive, if it has no capital behind it, as „'s Avonds“ has.
"""


def ends_sentence(line: str) -> bool:
    """
    Whether a line ends with a full stop or the like, perhaps before a closing quote or the number of a note.

    The full stop of an abbreviation is none.

    >>> ends_sentence("It rained.”"), ends_sentence("It rained.[12]"), ends_sentence("Il pleut. »")
    (True, True, True)
    >>> ends_sentence("said Mr.")
    False
    """
    last = line[-1:]
    if last in _PLAIN or (last.isalnum() and last not in _RAISED):  # as most lines that were broken to a width
        return False
    bare = line.rstrip()
    if bare[-1:] in _RAISED:
        bare = _REFERENCES.sub("", bare).rstrip()
    if bare[-1:] == "»":
        bare = bare[:-1].rstrip()
    bare = bare.rstrip(_CLOSING)
    if not bare or bare[-1] not in _STOPS:
        return False
    if bare[-1] != "." or (len(bare) >= _LONGEST_ABBREVIATED and bare[-_LONGEST_ABBREVIATED:-1].isalpha()):
        return True
    return not _ABBREVIATED.search(bare, max(0, len(bare) - _LONGEST_ABBREVIATED))


def begins_inside(line: str, before: str) -> bool:
    """
    Whether a line begins as a sentence does not: in lower case, or with a comma or the like.

    In scripts without capitals nothing shows that, and any line may.
    """
    first = line.lstrip()[:1]
    if first.isalpha() and not first.isupper() and not first.islower():
        return not before[-1:].isdigit()
    return begins_lower(line)


def begins_lower(line: str) -> bool:
    """
    Whether a line begins with a small letter, or with a sign that only follows a word.

    >>> begins_lower("the Herald"), begins_lower(", he said"), begins_lower("iPhones"), begins_lower(".NET")
    (True, True, False, False)
    """
    text = line.lstrip()
    first = text[:1]
    if not first.islower():
        return first in CONTINUING and _INSIDE.match(text) is not None
    word = text.split(maxsplit=1)[0]
    return word.islower() or word[1:] == word[1:].lower()
