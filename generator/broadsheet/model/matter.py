"""The matter of an article: its text in blocks, laid out, or packed away."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from broadsheet.inline import in_full
from broadsheet.model.block import Block, Kind
from broadsheet.model.row import Row
from broadsheet.trace import Step

_SHORT = 3000
"""Bytes that are not compressed: a third of them would be saved, in more time than it takes to make them."""
_COMPRESSED = b"x"
"""With this byte data begins that zlib made; with another, what `pickle` made."""
_AT_HAND = 64
"""Of how many articles the matter stays laid out after it was looked at."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Where every line of a source went."""

    front: tuple[Block, ...] = ()
    """Headline, standfirst, byline, dateline, header."""
    body: tuple[Block, ...] = ()
    aside: tuple[Block, ...] = ()
    """What was printed with the article and is not the article: notices."""
    steps: tuple[Step, ...] = ()
    """Every change, in order, from the decoded lines to the blocks."""

    @property
    def laid_out(self) -> Matter:
        """Itself."""
        return self

    @property
    def standfirst(self) -> tuple[str, ...]:
        """The paragraphs between headline and byline, as plain text, with the addresses of their links."""
        lines = (line for block in self.front if block.kind == Kind.STANDFIRST for line in block.text.split("\n"))
        return tuple(map(in_full, lines))


@dataclass(frozen=True, slots=True, eq=False)
class Packed(Row):
    """Matter as bytes, the fewer the better: each is wanted once or twice, and all of them laid out fill the memory."""

    data: bytes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matter | Packed) and self.laid_out == other.laid_out

    def __hash__(self) -> int:
        return hash(self.laid_out)

    @classmethod
    def of(cls, matter: Matter) -> Packed:
        """Pack it."""
        data = pickle.dumps(_as_rows(matter), 5)
        return cls(data if len(data) <= _SHORT else zlib.compress(data, 1))

    @property
    def laid_out(self) -> Matter:
        """What was packed."""
        return _unpacked(self.data)


@lru_cache(_AT_HAND)
def _unpacked(data: bytes) -> Matter:
    front, body, aside, steps = pickle.loads(zlib.decompress(data) if data.startswith(_COMPRESSED) else data)
    return Matter(_blocks(front), _blocks(body), _blocks(aside), tuple(map(Step._make, steps)))


def _blocks(rows: Iterable[Iterable[object]]) -> tuple[Block, ...]:
    return tuple(map(Block._make, rows))


def _as_rows(matter: Matter) -> tuple[list[tuple[object, ...]], ...]:
    """All values in plain tuples, which are packed in a third of the time that blocks and steps take."""
    parts = (matter.front, matter.body, matter.aside, matter.steps)
    return tuple([tuple(value) for value in part] for part in parts)
