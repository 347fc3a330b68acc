"""What the articles of one source have in common: lines that stand in many of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_ALL_AT_ONCE = frozenset(("utf-8", "utf-8-sig"))
"""Encodings in which a text has the bytes of its lines."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """The lines that stand in several articles of one source."""

    shares: Mapping[bytes, float] = field(default_factory=dict)
    """Of the articles that have the line, by `key_of` it: from 0 to 1."""

    def of(self, lines: Iterable[str], encoding: str) -> Iterator[float]:
        """In which share of the articles each line of a file in this encoding stands; 0 where it is in few."""
        wide = encoding.replace("_", "-").startswith(("utf-16", "utf-32"))
        read_as = "utf-8" if wide else encoding
        if read_as in _ALL_AT_ONCE:
            encoded = "\n".join(lines).encode("utf-8", "replace").split(b"\n")
        else:
            encoded = [line.encode(read_as, "replace") for line in lines]
        for line in encoded:
            yield self.shares.get(key_of(line), 0) if line else 0


NOT_SURVEYED = Repeated()
"""Of an article that is read by itself: no line is known to repeat."""


def key_of(line: bytes) -> bytes:
    """
    What two lines must share to be the same: all but the spaces about them.

    >>> key_of(b"  Home | News  "), key_of(b"\\xef\\xbb\\xbfHome | News")
    (b'Home | News', b'Home | News')
    """
    return line.removeprefix(b"\xef\xbb\xbf").strip()
