"""Files to articles."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

from broadsheet.abreast import Run, abreast
from broadsheet.collector import collector_at_rest
from broadsheet.errors import Finding, UnreadableError
from broadsheet.model import Article, Block, Item, Kind, Matter, Repeated, Source
from broadsheet.model.repeated import NOT_SURVEYED
from broadsheet.options import Options
from broadsheet.pipeline.asked import Asked
from broadsheet.pipeline.letters import lost_letters, printed
from broadsheet.pipeline.summary import summary_of
from broadsheet.read import read_source
from broadsheet.recognise.choose import Recognised, recognise
from broadsheet.recognise.header.stated import NOTHING, Stated
from broadsheet.repair import repair
from broadsheet.trace import Note

_UNSPACED = frozenset(("zh", "ja", "th"))
_ADDRESSES, _SEPARATOR = Kind.ADDRESSES, Kind.SEPARATOR
_SPACE, _SIGN = b" ", b"."
_SPACED = b"".join(_SPACE if sign < 128 and chr(sign).isspace() else _SIGN for sign in range(256))
_WIDE_SPACES = "".join(chr(sign) for sign in range(128, 0x3001) if chr(sign).isspace())
"""All space beyond ASCII."""


def read_article(
    root: Path, given: Item | str, options: Options, stated: Stated = NOTHING, repeated: Repeated = NOT_SURVEYED
) -> Article:
    """
    Read, recognise and repair one article, by its path or as an item.

    Raises `UnreadableError`, with the finding, for a file that gives no text.
    """
    item = Item(given) if isinstance(given, str) else given
    [found] = read_articles(root, [Asked(item, stated, repeated)], options)
    if isinstance(found, Finding):
        raise UnreadableError(found)
    return found


@collector_at_rest()
def read_articles(root: Path, asked: Sequence[Asked], options: Options) -> list[Article | Finding]:
    """
    Read, recognise and repair some articles; a finding in the place of one that gives no text.

    Each is brought as far as the others before any goes further: what has just run is at the processor's hand.
    """
    sources = [_source(root, one.item, options) for one in asked]
    read = [(one, source) for one, source in zip(asked, sources, strict=True) if isinstance(source, Source)]
    notes = [Note(list(source.steps)) for _, source in read]
    told = abreast(
        recognise(source, options, note, one.stated, one.repeated)
        for (one, source), note in zip(read, notes, strict=True)
    )
    texts = abreast(
        repair(found.rest, found.shape, note, found.over, found.parted) for found, note in zip(told, notes, strict=True)
    )
    parts = zip(read, notes, told, texts, strict=True)
    articles = iter(
        abreast(_article(one.item, source, note, found, blocks) for (one, source), note, found, blocks in parts)
    )
    return [source if isinstance(source, Finding) else next(articles) for source in sources]


def _source(root: Path, item: Item, options: Options) -> Source | Finding:
    try:
        return read_source(root, item.path, options, item.data)
    except UnreadableError as error:
        return error.finding


def _article(item: Item, source: Source, note: Note, recognised: Recognised, blocks: Sequence[Block]) -> Run[Article]:
    """Put together what was read; see whether all letters are there."""
    addresses = [block for block in blocks if block.kind == _ADDRESSES]
    body = tuple(block for block in blocks if block.kind != _ADDRESSES) if addresses else tuple(blocks)
    aside = (*recognised.aside, *addresses)
    known = recognised.metadata
    texts, pieces = printed(body)
    yield
    text = "\n".join([text for block, text in zip(body, texts, strict=True) if block.kind != _SEPARATOR])
    words = sum(map(str.isalpha, text)) // 2 if known.language in _UNSPACED else words_in(text)
    yield
    lost = lost_letters(source, _in_order(recognised.front, body, pieces, aside), note.steps)
    yield
    summary = summary_of(known, body, texts)
    yield
    return Article(
        path=item.path,
        sha256=source.sha256,
        encoding=source.encoding,
        metadata=known,
        matter=Matter(recognised.front, body, aside, tuple(note.steps)),
        words=words,
        summary=summary,
        findings=(*source.findings, *recognised.findings, *([lost] if lost else ())),
        shown=item.shown,
        contained=bool(item.container),
    )


def _in_order(
    front: Sequence[Block], body: Sequence[Block], pieces: Sequence[str], aside: Sequence[Block]
) -> Sequence[str]:
    """The pieces of all blocks, as far as possible in the order of the lines; `pieces`: those of the body."""
    if front and body and aside and (front[-1].first > body[0].first or body[-1].first > aside[0].first):
        return printed(sorted((*front, *body, *aside), key=attrgetter("first")))[1]
    return [*printed(front)[1], *pieces, *printed(aside)[1]]


def words_in(text: str) -> int:
    """
    How many words a text has; where all space is of ASCII their ends are counted, in half the time that parting takes.

    >>> words_in("One  of\\tmany "), words_in("Été à Paris"), words_in("")
    (3, 3, 0)
    """
    if not text.isascii() and any(map(text.__contains__, _WIDE_SPACES)):
        return len(text.split())
    return (text.encode("utf-8", "surrogatepass") + _SPACE).translate(_SPACED).count(_SIGN + _SPACE)


def placed(finding: Finding, item: Item) -> Finding:
    """A finding about a record, at the line of its container on which the record begins."""
    if not item.line or finding.path != item.path:
        return finding
    detail = ": ".join(part for part in (finding.line and f"line {finding.line} of its text", finding.detail) if part)
    return Finding(item.container, item.line, 0, finding.id, detail)
