"""The summary that listings and search results show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.model import Block, Kind, Metadata

_STOP = re.compile(
    r"[.!?…。！？؟۔।](?:(?:(?<=[!?…])|(?<=\.)(?<!\b[A-ZÄÖÜ]\.)(?<!\b\d\.)(?<!\b\d\d\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.))"
    r"['\"”’»)\]]*(?=\s+[^a-z\s])|(?<=[。！？؟۔।])[。！？؟۔।]*)"
)
"""A full stop after a number, or after a capital and up to two letters, is taken for an abbreviation's."""
_TEXT = (Kind.PARAGRAPH, Kind.QUOTATION, Kind.VERSE, Kind.LIST)
_SHORTEST = 60
_LONGEST = 240


def summary_of(known: Metadata, body: Sequence[Block], texts: Sequence[str]) -> str:
    """
    The owner's description, or the first sentence of the text; plain text of at most 240 characters.

    `texts`: what can be read of each block of the body.
    """
    if known.description:
        return known.description
    first = next((text for block, text in zip(body, texts, strict=True) if block.kind in _TEXT), "")
    return first_sentence(" ".join(first.split()))


def first_sentence(text: str) -> str:
    """
    The first sentence, with the next where it is very short, cut at a word where it is very long.

    >>> first_sentence("It rained. The compositors stayed in the shop until the second edition was on the stone. More.")
    'It rained. The compositors stayed in the shop until the second edition was on the stone.'
    """
    text, end = text[: 2 * _LONGEST], 0
    while end < min(_SHORTEST, len(text)):
        stop = _STOP.search(text, end + 1)
        end = stop.end() if stop else len(text)
    if end <= _LONGEST:
        return text[:end].strip()
    cut = text[: _LONGEST - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"
