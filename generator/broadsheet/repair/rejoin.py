"""Paragraphs that a page or column break, or a link inside them, cut in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from broadsheet.layout.join import join_lines
from broadsheet.layout.sentence import SENTENCE_ENDS, begins_lower, ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.trace import Note

_SALUTATION = 5
"""A paragraph of no more words, with a comma at its end and no other, opens a letter."""
_WHOLE = 60
"""A shorter second half must end its sentence; else it may be an item of a list without marks."""
_CUT, _CUT_SHARE = 3, 0.04
"""From so many cuts on, before small letters or signs, a file is one whose paragraphs were cut at links."""
_GAPS, _LINKS = 0.3, 0.3
"""Where more paragraphs than this begin in lower case, and few short pieces stand between, words are missing there."""
_LONG, _LINK = 60, 90
"""In such a file, what ends no sentence and is so long is no heading, and what is no longer than that may be a link."""
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*$")
_NO_PROSE = re.compile(r"[:|/©()]")
"""Signs that the unfinished end of a sentence does not have."""
_SMALL = re.compile(r"[^\W\d_A-ZÄÖÜ]")
_OPENING = "([{„“‘«‹\"'"
_OPEN_WORDS = frozenset(
    """
    a an the of to in on at by for from with and or but as than that which who whose when while because if into about
    its his her their our your my this these those every each several other between among under over through during
    inside near until till is are was were has have had be been said says told called including
    der die das des dem den ein eine einer eines einem einen und oder sowie von vom im in mit für auf bei aus nach über
    unter zwischen durch gegen ohne um zum zur als wie dass ob wenn weil seit während laut sein seine seiner seinem ihr
    ihre ihrer unser unsere unserer dieser diese dieses diesen diesem jeder jede jedes jeden alle aller viele vieler
    mehrere weitere weiteren neue neuen neuer ehemalige ehemaligen sogenannte zwei drei vier fünf sechs sieben acht ist
    sind war hat wird sagte sagt
    le la les l un une des du de d à au aux et ou en dans par pour sur avec sans entre selon vers chez que qui dont est
    sont a ont son sa ses leur leurs notre cette cet ces
    el los las una del al y o e en con por para sin entre desde hasta según sobre que su sus este esta estos es son fue
    ha se lo
    il lo gli i uno di da dal dalla della dei delle nel nella con per tra fra che è sono ha questo questa
    o os as um uma do da dos das no na nos nas em com por para que seu sua este esta é foi
    het een van voor met op te bij uit door naar tussen dat die is zijn haar en of aan deze dit
    en ett och att som av till med på för från det den är var har om i mellan denna
    et af til fra på at og der er den det mellem
    w z na do od i o że się po za dla przez
    v ve na s z a že do pro o u k
    в на и с по о от для к из что не за при как у об
    """.split()
)
"""Articles, prepositions, conjunctions and the like of common languages: no paragraph and hardly a heading ends so."""
_ITEM_END = re.compile(r"[;,] (?:and|or|und|oder|et|ou|y|o|e|en|of)$")
"""So the last item but one of a list ends."""


_REFERENCE = re.compile(r"\[(?:\w{1,3}|\w{1,4} \d{1,3})\]")
"""The number of a note, which stands at the end of a word."""
_TAIL = re.compile(r"[–—-]\s[^\W\d_A-ZÄÖÜ]|-(?=[^\W\d_])|\([^()]{1,60}\)\s[^\W\d_A-ZÄÖÜ]")
"""What only stands inside a sentence: a dash or a bracket that goes on in lower case, the second half of a compound."""


def rejoin(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Join a paragraph that ends in mid-sentence with the next, if that goes on in lower case or with a comma or the like.

    In a file whose paragraphs were cut at links, where that is seen several times, it may also go on with a capital, if
    the first half ends in an open word or bracket or is too long for a heading.  Left alone: verse, lists, a first half
    that ends a sentence or opens a letter, a second one that begins with a name such as iPhone, articles written
    without capitals, and articles in which words were lost between the pieces.
    """
    begun = [b for b in blocks if b.kind == Kind.PARAGRAPH]
    if _without_capitals(begun):
        return list(blocks)
    lower = [b.kind == Kind.PARAGRAPH and begins_lower(b.text) for b in blocks]
    joins = _cut_in_sentences(blocks, lower)
    small = sum(lower)
    links = sum(len(b.text) <= _LINK and not ends_sentence(b.text) for b in begun)
    if small > max(1, _GAPS * len(begun)) and links < _LINKS * small:
        return list(blocks)
    if sum(joins) + sum(_is_open(b.text) for b in begun) >= max(_CUT, _CUT_SHARE * len(begun)):
        joins = _cut_at_links(blocks)
    runs: list[list[Block]] = [[block] for block in blocks[:1]]
    for joined, block in zip(joins, blocks[1:], strict=True):
        if joined:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [run[0] if len(run) == 1 else _joined(run, note) for run in runs]


def _without_capitals(paragraphs: Sequence[Block]) -> bool:
    """Whether sentences begin in lower case as a habit."""
    text = "\n".join(b.text for b in paragraphs)
    small = len(re.findall(r"[.!?]\s+[a-zà-ÿ]", text))
    return small > 2 and small > len(re.findall(r"[.!?]\s+[A-ZÀ-Þ]", text))


def _joined(run: Sequence[Block], note: Note) -> Block:
    text = join_lines(block.text for block in run)
    note("rejoin", run[0].first, run[-1].last, "\n".join(block.text for block in run), text)
    return replace(run[0], text=text, last=run[-1].last)


def _cut_in_sentences(blocks: Sequence[Block], lower: Sequence[bool]) -> list[bool]:
    """Whether each block but the first goes on a sentence of the one before; `lower`: whether it may, by its letter."""
    joins: list[bool] = []
    length, last = 0, ""
    for (before, after), goes_on in zip(reversed([*pairwise(blocks)]), reversed(lower), strict=False):
        if not (joins and joins[-1]):
            length, last = 0, after.text[-1]
        length += len(after.text)
        joins.append(goes_on and _goes_on(before, after) and not _is_item(length, last))
    return joins[::-1]


def _cut_at_links(blocks: Sequence[Block]) -> list[bool]:
    """Whether each block but the first belongs to the one before, in a file whose paragraphs were cut at links."""
    joins, length, last = [], 0, blocks[0]
    for at, (before, after) in enumerate(pairwise(blocks)):
        following = blocks[at + 2] if at + 2 < len(blocks) else None
        length += len(before.text)
        if not _REFERENCE.fullmatch(before.text):
            last = before
        reference = _REFERENCE.fullmatch(after.text) and last.kind == after.kind == Kind.PARAGRAPH
        joins.append(bool(reference) or _continues(last, after, following, length))
        if not joins[-1]:
            length = 0
    return joins


def _continues(before: Block, after: Block, following: Block | None, length: int) -> bool:
    """`length`: of what was joined so far, `before` included."""
    if before.kind != Kind.PARAGRAPH or after.kind != Kind.PARAGRAPH:
        return False
    if begins_lower(after.text):
        lost = not after.text[0].isalpha() and (ends_sentence(before.text) or len(before.text) > 2 * _LINK)
        return before.text[-1] not in ":：" and not lost
    if ends_sentence(before.text) or before.text[-1] in ":：":
        return False
    if _is_open(before.text) or _is_unfinished(before.text) or _TAIL.match(after.text):
        return True
    link = len(after.text) <= _LINK and not ends_sentence(after.text)
    return length >= _LONG and link and following is not None and begins_lower(following.text)


def _goes_on(before: Block, after: Block) -> bool:
    """
    Whether a block goes on in a paragraph that begins in lower case.

    Left alone: a comma or full stop after a long piece; the link that stood between is lost.
    """
    if before.kind != Kind.PARAGRAPH:
        return False
    if ends_sentence(before.text) or _ITEM_END.search(before.text):
        return False
    if len(before.text) > _LINK and not after.text[0].isalpha():
        return False
    salutation = before.text.find(",") == len(before.text) - 1 and len(before.text.split()) <= _SALUTATION
    return (before.text[-1].isalnum() or before.text[-1] in ",–—-") and not salutation


def _is_unfinished(text: str) -> bool:
    """Whether a text ends with a second sentence of two words and more, the last of which begins small."""
    words = text.split()
    if not _SMALL.match(words[-1]):
        return False
    for at, word in enumerate(reversed(words)):
        if at >= 2 and _SENTENCE_END.search(word):
            return True
        if _NO_PROSE.search(word):
            return False
    return False


def _is_item(length: int, last: str) -> bool:
    """Whether a second half, with all that goes on from it, may be an item of a list: short, with an open end."""
    return length < _WHOLE and last not in SENTENCE_ENDS


def _is_open(text: str) -> bool:
    """Whether a text surely goes on: it ends in an article or a preposition, a comma, or an opening bracket."""
    if text[-1] in ",–" or (text[-1] in _OPENING and text[-2:-1] in " "):
        return True
    if _ITEM_END.search(text):
        return False
    word = text.rsplit(maxsplit=1)[-1]
    return word.lower() in _OPEN_WORDS and (word.islower() or word == text)
