"""Letters in = letters out: checked on every article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from broadsheet.errors import Finding
from broadsheet.inline import hrefs, plain
from broadsheet.model import Block, Source
from broadsheet.trace import Step

_FEW = 200
"""Up to so many distinct characters, searching a text for each takes less time than counting all (measured)."""


_TOLD = frozenset(["link-number"])
"""Rules whose steps take letters away or add some, in the open: the number of a link goes, its address comes."""


def lost_letters(source: Source, blocks: Iterable[Block], steps: Iterable[Step] = ()) -> Finding | None:
    """
    Compare the letters and digits of a source with those of its blocks, the addresses of links counted.

    What the steps of some rules say that they changed is allowed for.

    Gives a finding, at the first line whose letters are not all there, where one is missing or one too many.
    """
    pieces = []
    for block in blocks:
        pieces += [block.marker, plain(block.nodes), *hrefs(block.nodes)]
    told = [step for step in steps if step.rule in _TOLD]
    before = "\n".join([*source.lines, *(step.after for step in told)])
    after = "\n".join([*pieces, *(step.before for step in told)])
    changed = differences(before, after)
    if not changed:
        return None
    line = next((n for n, text in enumerate(source.lines, 1) if not _stands(text, after)), 0)
    changes = ", ".join(f"{c!r} {changed[c]:+}" for c in sorted(changed)[:5])
    return Finding(source.path, line, 0, "lost-letters", changes)


def differences(before: str, after: str) -> dict[str, int]:
    """
    By how much each letter or digit is more, or less, in the second of two texts.

    >>> differences("a b 1", "b c 1") == {"a": -1, "c": 1}
    True
    """
    distinct = {c for c in {*before, *after} if c.isalnum()}
    if len(distinct) <= _FEW:
        return {c: more for c in distinct if (more := after.count(c) - before.count(c))}
    counts = Counter(after)
    counts.subtract(Counter(before))
    return {c: more for c in distinct if (more := counts[c])}


def _stands(line: str, text: str) -> bool:
    return all(word in text for word in line.split() if word.isalnum())
