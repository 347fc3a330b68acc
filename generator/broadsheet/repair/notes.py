"""Notes at the end of an article, to which marks in its text lead."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.layout.note_marks import Lead, in_order, lead_of, marks_of
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.trace import Note

_HEADINGS = frozenset(
    """
    notes note footnotes footnote endnotes references sources
    fußnoten fussnoten fußnote anmerkungen anmerkung endnoten einzelnachweise quellen
    notas nota referencias fuentes références sources noten voetnoten noter fotnoter referenser
    przypisy poznámky примечания сноски 注 注釈 脚注
    """.split()
)


def notes(blocks: Sequence[Block], note: Note) -> list[Block]:
    """
    Know the last blocks of an article as notes, if they are numbered from 1 or marked in the order of the symbols.

    Each of them must have its mark in the text, in the same order, and each mark of that form its note; else they are
    left alone: lists, numbers of links without addresses, corrections whose star stands nowhere, notes of which one is
    missing.
    """
    first, found = _last_notes(blocks)
    if not found:
        return list(blocks)
    text = [block.text for block in blocks[:first] if block.kind not in (Kind.PREFORMATTED, Kind.SEPARATOR)]
    headed = first > 0 and blocks[first - 1].text.strip("*_: ").casefold() in _HEADINGS
    if marks_of(text, [lead.key for _, lead in found], headed=headed) is None:
        return list(blocks)
    return [*blocks[:first], *(block._replace(kind=Kind.NOTE, level=0) for block, _ in found)]


def _last_notes(blocks: Sequence[Block]) -> tuple[int, list[tuple[Block, Lead]]]:
    """The notes that end a text, with their marks, and at which block they begin."""
    found: list[tuple[Block, Lead]] = []
    at = len(blocks)
    while at:
        pieces = _pieces(blocks[at - 1])
        if not pieces:
            break
        found[:0] = pieces
        at -= 1
        if found[0][1].key in ("1", "*") and in_order([lead.key for _, lead in found]):
            return at, found
    return at, []


def _pieces(block: Block) -> list[tuple[Block, Lead]]:
    """The notes that a block holds: one, or one on each line that it keeps."""
    if block.kind not in (PARAGRAPH, Kind.LIST, Kind.VERSE):
        return []
    if block.kind == Kind.LIST:
        lead = lead_of(f"{block.marker} .")
        return [(block, lead)] if lead else []
    lines = [line.strip() for line in block.text.split("\n")] if block.kind == Kind.VERSE else [block.text]
    if block.kind == Kind.VERSE and len(lines) != block.last - block.first + 1:
        return []
    found: list[tuple[Block, Lead]] = []
    for number, line in enumerate(lines, block.first):
        if (lead := lead_of(line)) is None:
            return []
        part = block if block.kind != Kind.VERSE else block._replace(text=line, first=number, last=number)
        found.append((part, lead))
    return found
