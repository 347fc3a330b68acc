"""Letters in = letters out: checked on every article."""

from __future__ import annotations

from collections.abc import Iterable

from broadsheet.errors import Finding
from broadsheet.inline import hrefs, parse, plain
from broadsheet.model import Block, Source


def lost_letters(source: Source, blocks: Iterable[Block]) -> Finding | None:
    """
    Compare the letters and digits of a source with those of its blocks, the addresses of links counted.

    Gives a finding, at the first line whose letters are not all there, where one is missing or one too many.
    """
    pieces = []
    for block in blocks:
        nodes = parse(block.printed)
        pieces += [plain(nodes), *hrefs(nodes)]
    before, after = "\n".join(source.lines), "\n".join(pieces)
    differing = [c for c in {*before, *after} if c.isalnum() and before.count(c) != after.count(c)]
    if not differing:
        return None
    line = next((n for n, text in enumerate(source.lines, 1) if not _stands(text, after)), 0)
    changes = ", ".join(f"{c!r} {after.count(c) - before.count(c):+}" for c in sorted(differing)[:5])
    return Finding(source.path, line, 0, "lost-letters", changes)


def _stands(line: str, text: str) -> bool:
    return all(word in text for word in line.split() if word.isalnum())
