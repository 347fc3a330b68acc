"""One file to an `Article`."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from broadsheet.errors import Finding
from broadsheet.model import Article, Item, Kind, Matter, Repeated
from broadsheet.options import Options
from broadsheet.pipeline.collector import collector_at_rest
from broadsheet.pipeline.letters import lost_letters, printed
from broadsheet.pipeline.summary import summary_of
from broadsheet.read import read_source
from broadsheet.recognise import NOT_SURVEYED, recognise
from broadsheet.recognise.header.stated import NOTHING, Stated
from broadsheet.repair import repair
from broadsheet.trace import Note

_UNSPACED = frozenset(("zh", "ja", "th"))


@collector_at_rest()
def read_article(
    root: Path, given: Item | str, options: Options, stated: Stated = NOTHING, repeated: Repeated = NOT_SURVEYED
) -> Article:
    """
    Read, recognise and repair one article, by its path or as an item.

    `stated` is what its owner says elsewhere, `repeated` what it shares with the other articles of its source.

    Raises `UnreadableError`, with the finding, for a file that gives no text.
    """
    item = Item(given) if isinstance(given, str) else given
    source = read_source(root, item.path, options, item.data)
    note = Note(list(source.steps))
    recognised = recognise(source, options, note, stated, repeated)
    blocks = repair(recognised.rest, recognised.shape, note, recognised.over, recognised.parted)
    body = tuple(block for block in blocks if block.kind != Kind.ADDRESSES)
    aside = (*recognised.aside, *(block for block in blocks if block.kind == Kind.ADDRESSES))
    known = recognised.metadata
    texts, about = printed(body)
    text = "\n".join(text for block, text in zip(body, texts, strict=True) if block.kind != Kind.SEPARATOR)
    words = sum(map(str.isalpha, text)) // 2 if known.language in _UNSPACED else len(text.split())
    pieces = chain(*printed(recognised.front), texts, about, *printed(aside))
    lost = lost_letters(source, pieces, note.steps)
    return Article(
        path=item.path,
        sha256=source.sha256,
        encoding=source.encoding,
        metadata=known,
        matter=Matter(recognised.front, body, aside, tuple(note.steps)),
        words=words,
        summary=summary_of(known, body, texts),
        findings=(*source.findings, *recognised.findings, *([lost] if lost else ())),
        shown=item.shown,
        contained=bool(item.container),
    )


def placed(finding: Finding, item: Item) -> Finding:
    """A finding about a record, at the line of its container on which the record begins."""
    if not item.line or finding.path != item.path:
        return finding
    detail = ": ".join(part for part in (finding.line and f"line {finding.line} of its text", finding.detail) if part)
    return Finding(item.container, item.line, 0, finding.id, detail)
