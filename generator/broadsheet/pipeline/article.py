"""One file to an `Article`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from broadsheet.inline import plain
from broadsheet.model import Article, Kind
from broadsheet.options import Options
from broadsheet.pipeline.letters import lost_letters
from broadsheet.pipeline.summary import summary_of
from broadsheet.read import read_source
from broadsheet.recognise import recognise
from broadsheet.repair import repair
from broadsheet.trace import Note

_UNSPACED = frozenset(("zh", "ja", "th"))


def read_article(root: Path, path: str, options: Options) -> Article:
    """
    Read, recognise and repair one article of a folder.

    Raises `UnreadableError`, with the finding, for a file that gives no text.
    """
    source = read_source(root, path, options)
    note = Note(list(source.steps))
    recognised = recognise(source, options, note)
    body = repair(recognised.rest, note)
    known = replace(recognised.metadata, title=normalize("NFC", recognised.metadata.title))  # macOS decomposes names
    text = "\n".join(plain(block.nodes) for block in body if block.kind != Kind.SEPARATOR)
    words = sum(map(str.isalpha, text)) // 2 if known.language in _UNSPACED else len(text.split())
    lost = lost_letters(source, (*recognised.front, *body, *recognised.aside))
    return Article(
        path=path,
        sha256=source.sha256,
        encoding=source.encoding,
        metadata=known,
        front=recognised.front,
        body=body,
        aside=recognised.aside,
        words=words,
        summary=summary_of(known, body),
        steps=tuple(note.steps),
        findings=(*source.findings, *recognised.findings, *([lost] if lost else ())),
    )
