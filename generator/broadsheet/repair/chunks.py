"""Chunks: lines that stand together between empty ones; and how a block is taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from broadsheet.model import Block, Kind

NumberedLine = tuple[int, str]

SENTENCE_ENDS = ".!?…。！？؟।:;：»”\"’')]"
"""Characters that end a sentence, or a quotation or bracket that may hold its end."""


def chunks(lines: Iterable[NumberedLine]) -> list[Block]:
    """A paragraph for each run of lines that are not empty; the lines keep their indents."""
    found: list[Block] = []
    run: list[NumberedLine] = []
    for number, line in lines:
        if line.strip():
            run.append((number, line.rstrip()))
        elif run:
            found.append(block_of(run))
            run = []
    if run:
        found.append(block_of(run))
    return found


def block_of(lines: Sequence[NumberedLine], kind: Kind = Kind.PARAGRAPH) -> Block:
    """A block of neighbouring lines."""
    return Block(kind, "\n".join(text for _, text in lines), lines[0][0], lines[-1][0])


def numbered(block: Block) -> list[NumberedLine]:
    """The lines of a block that still has them all."""
    return list(enumerate(block.text.split("\n"), block.first))


def indent_of(line: str) -> int:
    """The width of the space before a line; a tab reaches the next multiple of four."""
    bare = line.lstrip(" \t\u3000\u00a0")
    return len(line[: len(line) - len(bare)].expandtabs(4))


def join_lines(lines: Iterable[str]) -> str:
    """
    Join the lines of a paragraph by spaces.

    Without one after a hyphen that a word goes on behind, and between characters of scripts without spaces.

    >>> join_lines(["well-", "known since", "1605"])
    'well-known since 1605'
    """
    joined = ""
    for line in lines:
        text = line.strip()
        closed = not joined or not text or _goes_on(joined, text)
        joined += text if closed else f" {text}"
    return joined


def _goes_on(before: str, after: str) -> bool:
    hyphen = before[-1] in "-‐" and before[-2:-1].isalpha() and after[0].islower()
    return hyphen or (_unspaced(before[-1]) and _unspaced(after[0]))


def _unspaced(character: str) -> bool:
    """Han, kana and their punctuation, and Thai, are set without spaces."""
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef" or "\u0e00" <= character <= "\u0e7f"
