"""Letters in = letters out: checked on every article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from broadsheet.errors import Finding
from broadsheet.inline import hrefs, may_have_markup, plain
from broadsheet.model import Block, Source
from broadsheet.trace import Step

_SPACE = bytes(sign for sign in range(128) if chr(sign).isspace())
_FEW = 200
"""Up to so many distinct characters, searching a text for each takes less time than counting all (measured)."""


def printed(blocks: Iterable[Block]) -> tuple[list[str], list[str]]:
    """
    What can be read of some blocks, a text for each; and the same in pieces, with all that stands beside it.

    That is, in their order: the marks of lists before it, and the addresses of its links behind it.
    """
    texts, pieces = [], []
    for block in blocks:
        if block.marker:
            pieces.append(block.marker)
        nodes = block.nodes if may_have_markup(block.text) else ()
        text = plain(nodes) if nodes else block.text
        texts.append(text)
        pieces += (text, *hrefs(nodes)) if nodes else (text,)
    return texts, pieces


_TOLD = frozenset(["link-number"])
"""Rules whose steps take letters away or add some, in the open: the number of a link goes, its address comes."""


def lost_letters(source: Source, pieces: Iterable[str], steps: Iterable[Step] = ()) -> Finding | None:
    """
    Compare the letters and digits of a source with those of what was `printed` of it.

    What the steps of some rules say that they changed is allowed for.

    Gives a finding, at the first line whose letters are not all there, where one is missing or one too many.
    """
    told = [step for step in steps if step.rule in _TOLD]
    before = "\n".join([*source.lines, *(step.after for step in told)])
    after = "\n".join([*pieces, *(step.before for step in told)])
    if _without_space(before) == _without_space(after):  # as of most articles, whose pieces stand in their order
        return None
    changed = differences(before, after)
    if not changed:
        return None
    line = next((n for n, text in enumerate(source.lines, 1) if not _stands(text, after)), 0)
    changes = ", ".join(f"{c!r} {changed[c]:+}" for c in sorted(changed)[:5])
    return Finding(source.path, line, 0, "lost-letters", changes)


def _without_space(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").translate(None, _SPACE)


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
