"""Files whose paragraphs were cut at links: which pieces belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from broadsheet.layout.sentence import CONTINUING, begins_lower, ends_sentence
from broadsheet.model import Block
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.open_ends import begins_within, is_open, may_be_link, may_go_on
from broadsheet.repair.run_in_heads import run_in_labels

_LONG, LINK = 60, 90
"""In such a file, what ends no sentence and is so long is no heading, and what is no longer than that may be a link."""
_UNFINISHED = re.compile(
    r"(?<!\d)[.!?…]['\"”’»)]*\s+[^\s:|/©()]+(?:\s+[^\s:|/©()]+)*\s+(?:\d+-)?(?P<last>[^\W\d_])[^\s:|/©()@”“»\"]*$"
)
"""A sentence, and a second one that does not end; with a capital, the last word may be a name below a picture."""
_PARAGRAPH = 120
"""So long a text with an unfinished sentence is a paragraph; a shorter one may be a heading or a caption."""
_INNER_STOP = re.compile(r"(?:[?!…]|\.\.|\b[IVX]+\.)['\"”’»)]*$")
"""A stop at which a sentence may go on in lower case."""
_STOP = re.compile(r"[.!?…]['\"”’»)]*\s+")
_SMALL_WORDS = 2
"""An unfinished sentence with so many words without capitals is no name below a picture."""
_HABIT = 3
"""So many pieces in lower case are a habit, and labels may run on, too."""
_REACH = 600
"""Of what was joined so far, so many characters are looked at."""
_REFERENCE = re.compile(r"\[(?:\w{1,3}|\w{1,4} \d{1,3})\]")
"""The number of a note, which stands at the end of a word."""
_TAIL = re.compile(r"(?:[–—―-]\s|[“„«‘\"]\s?|\([^()]{1,60}\)\s)(?P<next>[^\W\d_])|-(?=[^\W\d_])|\([^()]{1,60}\)[,;]")
"""
What only stands inside a sentence: a dash, quotation or bracket before a small letter, the second half of a compound.
"""
_TAIL_SIGNS = '–—―-“„«‘"('
_OPENED = {
    "”": "“„",
    "“": "„",
    "»": "«",
    ")": "(",
    "]": "[",
    "）": "（",
    "」": "「",
    "』": "『",
    "》": "《",
    "〉": "〈",
}
"""By which sign a quotation or bracket was opened that another one closes."""
_BRACKET = re.compile(r"[()]")
_CLOSED_BY = {'"': '"', "“": "”", "„": "“”", "«": "»"}
"""By which signs a quotation is closed that another one opens."""
_QUOTE = re.compile(r'["“”„«»]')
_GERMAN = re.compile(
    r"\b(?:und|oder|im|eine?|einen|einem|einer|eines|dem|vom|zum|zur|mit|für|ist|nicht|auch|sich|wird|wurde)\b"
)
"""Words of a language whose nouns have capitals: there a small letter is not to be waited for."""
_HIRAGANA = re.compile("[ぁ-ゖ]")


def cut_at_links(blocks: Sequence[Block], lower: Sequence[bool]) -> list[bool]:
    """
    Whether each block but the first belongs to the one before, in a file whose paragraphs were cut at links.

    `lower`: whether each is a paragraph that begins in lower case.
    """
    joins, text, last = [], "", blocks[0]
    referred = [block.text[:1] == "[" and _REFERENCE.fullmatch(block.text) is not None for block in blocks]
    heads = run_in_labels(blocks) if sum(lower) >= _HABIT else frozenset()
    for at, (before, after) in enumerate(pairwise(blocks), 1):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        text = (f"{text} {before.text}" if text else before.text)[-_REACH:]
        if not referred[at - 1]:
            last = before
        reference = referred[at] and last.kind == after.kind == PARAGRAPH
        joined = reference or at - 1 in heads or _continues(last, after, following, text, lower=lower[at])
        joins.append(joined)
        if not joined:
            text = ""
    return joins


def is_linked(before: Block, after: Block, following: Block) -> bool:
    """
    Whether a block is surely a link in the middle of a sentence, from the pieces around it alone.

    They are paragraphs; the one before does not end, the one after goes on in lower case.
    """
    if not _inside(following.text) or _ends(before.text):
        return False
    if begins_lower(after.text):
        whole = following.text[0] in CONTINUING or ends_sentence(following.text)
        return (len(before.text) >= _LONG or is_open(before.text)) and len(after.text) <= LINK and whole
    if not may_be_link(after.text):
        return False
    return len(before.text) >= _LONG or (is_open(before.text) and may_go_on(before.text))


def _continues(before: Block, after: Block, following: Block | None, text: str, *, lower: bool) -> bool:
    """
    Whether two pieces belong together; `text`: what was joined so far, `before` included; `lower`: how `after` begins.

    Left alone: a full stop after a long piece; the link that stood between is lost.
    """
    if before.kind != PARAGRAPH or after.kind != PARAGRAPH:
        return False
    if lower and after.text[0].isalpha() and before.text[-1].isalpha():  # in mid-sentence
        return True
    if _closes(after.text, text) or _closes_bracket(after.text, text) or _closes_quotation(after.text, text):
        return True
    if lower:
        if before.text[-1] in ":：":
            return following is not None and _inside(following.text) and following.text[0] in CONTINUING
        if after.text[0] in ".!?" and len(before.text) > 2 * LINK:
            return False
        stopped = ends_sentence(before.text)
        return not stopped or (after.text[0].isalpha() and _INNER_STOP.search(before.text) is not None)
    inside = following is not None and _inside(following.text)
    if _ends(before.text):
        return before.text[-1] in ":：" and inside and len(text) >= _LONG and may_be_link(after.text)
    if _opens_bracket(after.text, before.text) or is_open(text) or is_tail(after.text):
        return True
    if len(text) >= _PARAGRAPH and (unfinished := _UNFINISHED.search(text)) and _is_running(unfinished):
        return True
    if len(text) > len(before.text) and after.first == after.last and _expects_capital(text, after.text):
        return True
    if may_be_link(after.text):
        return inside and (len(text) >= _LONG or may_go_on(text))
    return inside and len(text) >= _PARAGRAPH and len(after.text) <= LINK and not ends_sentence(after.text)


def _expects_capital(text: str, after: str) -> bool:
    """
    Whether an unfinished text, itself of several pieces, may go on with a capital, as a noun in German, or has none.

    A heading is hardly cut at links, but may be where lines are broken to a width.
    """
    if not text[-1].isalnum():
        return False
    if not text.isascii() and _HIRAGANA.search(text):
        return True
    whole = len(text) >= _LONG or _STOP.search(text) is not None
    return whole and len(after) > LINK and _GERMAN.search(text) is not None


def _is_running(unfinished: re.Match[str]) -> bool:
    """Whether an unfinished sentence is no name below a picture: it has no capital at its end, or other small words."""
    if unfinished["last"].islower():
        return True
    last = _STOP.split(unfinished[0])[-1]
    return last[-1:].isalpha() and sum(word[0].islower() for word in last.split()) >= _SMALL_WORDS


def _inside(text: str) -> bool:
    return begins_within(text) or is_tail(text)


def is_tail(text: str) -> bool:
    """Whether a text begins as only the rest of a sentence does, with a sign."""
    found = _TAIL.match(text) if text[0] in _TAIL_SIGNS else None
    return found is not None and (found["next"] is None or found["next"].islower())


def _closes(after: str, text: str) -> bool:
    """Whether a piece begins with the mark that closes a quotation or bracket, which is open in the text before it."""
    sign = after[0]
    if sign == '"':
        return not after[1:2].isalnum() and text.count(sign) % 2 == 1
    return sign in _OPENED and any(text.count(opening) > text.count(sign) for opening in _OPENED[sign])


def _opens_bracket(after: str, before: str) -> bool:
    """Whether a piece opens a bracket behind a word; a credit, such as "(Photo:", does so as well."""
    return after[0] in "(（" and after[-1] not in ")）:" and before[-1].isalnum()


def _closes_bracket(after: str, text: str) -> bool:
    """Whether the first bracket of a piece closes one that is open at the end of the text before it."""
    first = _BRACKET.search(after) if ")" in after else None
    return first is not None and first[0] == ")" and text.count("(") > text.count(")")


def _closes_quotation(after: str, text: str) -> bool:
    """
    Whether the first quotation mark of a piece closes the quotation that a short text before it begins with.

    A long one may be a quotation over several paragraphs.
    """
    closing = _CLOSED_BY.get(text[0])
    if closing is None or len(text) > _PARAGRAPH:
        return False
    first = _QUOTE.search(after, 1)
    if first is None or first[0] not in closing or after[0] in _CLOSED_BY or after[first.start() - 1].isspace():
        return False
    return text.count(text[0]) % 2 == 1 if closing == text[0] else text.count(text[0]) > sum(map(text.count, closing))


def _ends(text: str) -> bool:
    """As a sentence, before a list, or as a line of program code."""
    return ends_sentence(text) or text[-1] in ":：{}"
