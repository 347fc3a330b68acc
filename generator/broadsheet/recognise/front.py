"""The front of an article: the lines of its head that gave a value, as the page prints them."""

from __future__ import annotations

from broadsheet.model import Block, Kind, Source
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.header.header import Header
from broadsheet.trace import Note


def printed_in_head(read: dict[str, Candidate], chosen: dict[str, Candidate]) -> list[Candidate]:
    """
    What stands in the head, title first; where a header says otherwise, the line says more than the value.

    A title that the header gives has taken no line of the text from the body, unless it stands there too; then the
    standfirst stays there as well.
    """
    found: list[Candidate] = []
    for field in ("title", "authors", "date", "description"):
        candidate, value = read.get(field), chosen.get(field)
        if candidate is None or value is None or candidate.first == 0 or candidate.kind == Kind.PARAGRAPH:
            continue
        if candidate.kind == Kind.STANDFIRST:  # the page prints it in any case
            found += [candidate] if any(c.field == "title" for c in found) else []
            continue
        same = candidate is value or candidate.as_text.casefold() == value.as_text.casefold()
        if same or field != "title":
            found.append(candidate if same else candidate._replace(says_more=True))
    return found


def front_of(source: Source, header: Header | None, printed: list[Candidate], note: Note) -> tuple[Block, ...]:
    """A block for each span of lines that gave a value."""
    blocks: dict[int, Block] = {}
    if header:
        text = "\n".join(source.lines[header.first - 1 : header.last])
        blocks[header.first] = Block(Kind.HEADER, text, header.first, header.last)
    for candidate in printed:
        if candidate.first in blocks:
            continue
        before = "\n".join([line.strip() for line in source.lines[candidate.first - 1 : candidate.last]])
        after = before if candidate.text is None else candidate.text
        note(candidate.rule, candidate.first, candidate.last, before, after)
        blocks[candidate.first] = Block(candidate.kind, after, candidate.first, candidate.last)
    return tuple(blocks[first] for first in sorted(blocks))
