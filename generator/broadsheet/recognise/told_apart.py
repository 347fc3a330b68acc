"""What is known of the lines of a source before its head is read: header, furniture, asides, what repeats."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from broadsheet.abreast import Run
from broadsheet.layout.shape import Shape, shape_of
from broadsheet.model import Repeated, Source
from broadsheet.recognise.asides import Found, among
from broadsheet.recognise.asides.boilerplate import above_headline, boilerplate
from broadsheet.recognise.asides.furniture import Furniture, page_furniture
from broadsheet.recognise.header.ebook import read_ebook
from broadsheet.recognise.header.header import Header, read_header
from broadsheet.recognise.header.stated import Stated
from broadsheet.recognise.spans import Span, numbers_in


class ToldApart(NamedTuple):
    """The lines of a source, as far as their form alone tells what they are."""

    header: Header | None
    pages: Furniture
    shape: Shape
    found: Found
    """Captions, prompts, the frame of an electronic book."""
    start: int
    """The last line of what stands above the text: of a header, of such a frame."""
    titled: str
    """The title that is stated, so that the first line need not be one; empty where none is."""
    spoken: frozenset[int]
    """Lines of page furniture and of what was found."""
    repeated: tuple[Span, ...]
    """What stands in other articles of the source, too."""
    unseen: frozenset[int]
    """All lines that neither headline nor byline can be."""


def tell_apart(source: Source, stated: Stated, repeated: Repeated) -> Run[ToldApart]:
    """Tell apart the lines of a source; the surest are taken first, and what is taken is not looked at again."""
    ebook = read_ebook(source.lines)
    header = read_header(source.path, source.lines, ebook, stated.date_order)
    pages = page_furniture(source.lines)
    yield
    seen = (line for number, line in enumerate(source.lines, 1) if number not in pages.over)
    shape = shape_of(seen if pages.over else source.lines)
    if header and header.outlined:
        shape = replace(shape, outlined=True)
    yield
    found = among(source.lines, ebook, shape, pages.over | header.lines if header else pages.over)
    start, spoken = max(header.last if header else 0, found.head), pages.over | found.lines
    given = (*stated.over, *(header.candidates if header else ()))
    titled = next((str(c.value) for c in given if c.field == "title" and c.value), "")
    shares = list(repeated.of(source.decoded, source.encoding)) if repeated.shares else []
    same: tuple[Span, ...] = ()
    if any(shares):
        same = () if titled else above_headline(source, start, spoken, shares)
        same += boilerplate(source, shape, spoken | numbers_in(same), shares)
    return ToldApart(header, pages, shape, found, start, titled, spoken, same, spoken | numbers_in(same))
