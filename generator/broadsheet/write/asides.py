"""What was set aside, as the foot of a page's body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet.model import Block, Kind
from broadsheet.write.inline import to_html

_ORDER = ("author-note", "caption", "prompt", "notice")
"""The classes of the boxes at the foot."""
_CLASSES = {Kind.AUTHOR_NOTE: "author-note", Kind.CAPTION: "caption", Kind.PROMPT: "prompt"}
"""Of the other kinds the class is the last."""


def asides(blocks: Sequence[Block]) -> Iterator[str]:
    """A box for each class, in HTML, which every engine passes on; kept out of Material's search by its attribute."""
    for name, run in groupby(in_order(blocks), key=_class_of):
        inside = (f"<p>{'<br>'.join(to_html(line) for line in block.printed.split(chr(10)))}</p>" for block in run)
        yield "\n".join([f'<aside class="{name}" data-search-exclude="">', *inside, "</aside>"])


def in_order(blocks: Sequence[Block]) -> list[Block]:
    """By class, and within each as in the source."""
    return sorted(blocks, key=lambda block: (_ORDER.index(_class_of(block)), block.first))


def _class_of(block: Block) -> str:
    return _CLASSES.get(block.kind, _ORDER[-1])
