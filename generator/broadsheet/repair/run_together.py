"""Paragraphs that a program ran together on one line, with nothing between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.open_ends import is_open
from broadsheet.trace import Note

_JOINT = re.compile(r"[.!?](?<=\w\w[.!?])[\"”»’)]*(?=[“„«\"]?(?P<next>[^\W\d_][^\W\d_]*)[\s,’'])")
"""The end of a sentence, and right after it a word."""
_CLOSE = {stop: re.compile(rf"\{stop}[\"”»’)]*[“„«\"]?[^\W\d_]") for stop in ".!?"}
"""The same by its stop, without what costs time."""
_LEAST = 5
"""So many joints in a text are the work of a program; a few are slips of the pen."""
_LONG = 40
"""Characters on each side of a joint, at least."""
_HEADED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ]{2})(?=(?P<word>[A-ZÀ-Þ][a-zß-ÿ]*)\s)")
_BEGIN = frozenset(
    "one two another he she it they we you i there here these those what how why if many most some".split()
)
_HEADING, _TITLED = 90, 0.6
"""The longest heading that is told, and the share of its longer words that begin with a capital."""
_LONGER = 4


def run_together(blocks: Sequence[Block], note: Note) -> list[Block]:
    """
    Part paragraphs where one sentence ends and the next begins with no space between, if that is so several times.

    A title that stands before the first sentence of such a part in the same way ("Causes Of The FireThe fire …") is
    parted, too.  Left alone: texts with fewer joints, where an author left a space out; texts of several lines, whose
    breaks are kept; addresses and abbreviations ("example.Org", "U.S.A"), for which the words around are too short.
    """
    if not _may_have_joints("\n".join([block.text for block in blocks])):
        return list(blocks)
    glued = {at: _joints(block.text) for at, block in enumerate(blocks) if _may_be_glued(block)}
    if sum(map(len, glued.values())) < _LEAST:
        return list(blocks)
    return [part for at, block in enumerate(blocks) for part in _parted(block, glued.get(at, []), note)]


def _may_have_joints(text: str) -> bool:
    """Whether enough words stand right behind a stop: a test that costs little."""
    return sum(len(close.findall(text)) for stop, close in _CLOSE.items() if stop in text) >= _LEAST


def _may_be_glued(block: Block) -> bool:
    """Whether a block is of running text, long enough to hold several paragraphs."""
    return block.kind == PARAGRAPH and len(block.text) > 2 * _LONG and "\n" not in block.text


def _joints(text: str) -> list[int]:
    """Where parts of a text that are long enough meet: after a small letter or a digit, before a capitalised word."""
    found: list[int] = []
    for joint in _JOINT.finditer(text):
        before, word = text[joint.start() - 1], joint["next"]
        begins = (before.islower() or before.isdigit()) and word[0].isupper() and word[1:] == word[1:].lower()
        if begins and joint.end() - (found[-1] if found else 0) >= _LONG and len(text) - joint.end() >= _LONG:
            found.append(joint.end())
    return found


def _parted(block: Block, joints: Sequence[int], note: Note) -> Iterator[Block]:
    if not _may_be_glued(block):
        yield block
        return
    ends = [0, *joints, len(block.text)]
    parts = [block.text[a:b] for a, b in pairwise(ends)]
    pieces = [piece for part in parts for piece in _headed(part)]
    note("run-together", block.first, block.last, block.text, "\n".join(text for _, text in pieces))
    for kind, text in pieces:
        yield block._replace(kind=kind, text=text, level=2 if kind == Kind.HEADING else block.level)


def _begins(word: str) -> bool:
    """Whether a word is one that sentences begin with; names such as YouTube have none in them."""
    return is_open(word) or word.lower() in _BEGIN


def _headed(text: str) -> Iterator[tuple[Kind, str]]:
    """A part, or a title and what follows it."""
    joint = next((found for found in _HEADED.finditer(text, 1, _HEADING) if _begins(found["word"])), None)
    words = [word for word in text[: joint.start()].split() if len(word) >= _LONGER] if joint else []
    titled = sum(word[0].isupper() for word in words) >= max(2, _TITLED * len(words))
    if joint and titled and not re.search(r"[.!?;]\s", text[: joint.start()]):
        yield Kind.HEADING, text[: joint.start()]
        text = text[joint.start() :]
    yield PARAGRAPH, text
