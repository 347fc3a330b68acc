"""A book as EPUB 3, packed by ebooklib."""

from __future__ import annotations

import datetime
import io
import uuid
import zipfile
from collections import Counter
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from broadsheet.errors import BroadsheetError
from broadsheet.model import Collection
from broadsheet.write.book.contents import parts
from broadsheet.write.book.cover import cover
from broadsheet.write.book.face import fonts, style
from broadsheet.write.citations import Imprint

_NO_DATE = (1980, 1, 1, 0, 0, 0)
_PICTURES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Book:
    """What stands on the title page."""

    title: str
    imprint: Imprint
    """The site that the articles are from; the publisher."""
    label: str = ""
    """What part of the collection it is."""
    cover: Path | None = None
    """A picture; a cover is set where there is none."""


def epub(collection: Collection, book: Book) -> bytes:
    """
    Make a book of a collection: a chapter for each article, in the order of time, parted by years or months.

    The same collection gives the same bytes.  Raises `BroadsheetError` where ebooklib is not installed, or where the
    cover is no picture.
    """
    try:
        from ebooklib import epub as made

        from broadsheet.write.book.chapter import chapter, document
    except ImportError as error:
        raise BroadsheetError("EPUB needs ebooklib", 'install it: pip install "broadsheet[epub]"') from error
    language = _language(collection)
    volume = made.EpubBook()
    _describe(volume, collection, book, language)
    picture, data = _cover(book, collection)
    volume.add_item(made.EpubCover(uid="cover-image", file_name=picture))
    volume.get_item_with_id("cover-image").content = data
    volume.get_item_with_id("cover-image").media_type = _PICTURES[Path(picture).suffix]
    front = document(
        book.title, f'<div class="cover"><img src="{picture}" alt="{escape(book.title)}"/></div>', language
    )
    items = [_item(made, "cover", "cover.xhtml", front)]
    toc: list[Any] = []
    for name, entries in parts(collection.entries, language):
        links = []
        for entry in entries:
            file = f"{len(items):05}.xhtml"
            items.append(_item(made, f"c{len(items):05}", file, chapter(entry, language)))
            links.append(made.Link(file, entry.article.metadata.title, items[-1].id))
        toc += [(made.Section(name, links[0].href), links)] if name else links
    for item in items:
        volume.add_item(item)
    for name, font in fonts().items():
        volume.add_item(made.EpubItem(name.removesuffix(".woff2"), f"fonts/{name}", "font/woff2", font))
    volume.add_item(made.EpubItem("style", "book.css", "text/css", style(list(fonts())).encode("utf-8")))
    volume.toc = toc
    volume.add_item(made.EpubNcx())
    volume.add_item(made.EpubNav(title="Contents"))
    volume.spine = [items[0].id, "nav", *(item.id for item in items[1:])]
    return _packed(made, volume, _newest(collection))


def _describe(volume: Any, collection: Collection, book: Book, language: str) -> None:
    """The metadata of Dublin Core; what names the book is made of what is in it."""
    inside = "\n".join(sorted(entry.article.sha256 for entry in collection.entries))
    named = f"{book.imprint.url}\n{book.imprint.name}\n{book.title}\n{inside}"
    volume.set_identifier(f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, named)}")
    volume.set_title(book.title)
    volume.set_language(language)
    authors = Counter(name for entry in collection.entries for name in entry.authors)
    common = authors.most_common(1)
    by_one = bool(common) and common[0][1] == len(collection.entries)
    volume.add_author(common[0][0] if by_one else book.imprint.name)
    for name in sorted(authors):
        if not (by_one and name == common[0][0]):
            volume.add_metadata("DC", "contributor", name)
    volume.add_metadata("DC", "publisher", book.imprint.name)
    if book.imprint.url:
        volume.add_metadata("DC", "source", book.imprint.url)
    if dates := _dates(collection):
        volume.add_metadata("DC", "date", max(dates).isoformat())
    if book.label:
        volume.add_metadata("DC", "subject", book.label)


def _language(collection: Collection) -> str:
    """That of most articles."""
    languages = Counter(
        entry.article.metadata.language for entry in collection.entries if entry.article.metadata.language
    )
    return min(languages, key=lambda tag: (-languages[tag], tag)) if languages else "en"


def _dates(collection: Collection) -> list[datetime.date]:
    dates = (entry.article.metadata.date for entry in collection.entries)
    return [date.exact for date in dates if date and date.exact]


def _newest(collection: Collection) -> datetime.datetime:
    """What stands for the day on which the book was made, which must not change it."""
    day = max(_dates(collection), default=datetime.date(1980, 1, 1))
    return datetime.datetime.combine(day, datetime.time())


def _cover(book: Book, collection: Collection) -> tuple[str, bytes]:
    if book.cover is None:
        years = sorted({date.year for entry in collection.entries if (date := entry.article.metadata.date)})
        span = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years))
        return "cover.svg", cover(book.imprint.name, book.title, span)
    ending = book.cover.suffix.lower()
    if ending not in _PICTURES:
        raise BroadsheetError(f"{book.cover} is no picture of a kind that books may have", "name a .jpg, .png or .svg")
    return f"cover{ending}", book.cover.read_bytes()


def _item(made: Any, name: str, file: str, data: bytes) -> Any:
    return made.EpubItem(name, file, "application/xhtml+xml", data)


def _packed(made: Any, volume: Any, modified: datetime.datetime) -> bytes:
    """The book as bytes; packed once more, since the days of its files would be those of the packing."""
    buffer, packed = io.BytesIO(), io.BytesIO()
    made.write_epub(buffer, volume, {"mtime": modified, "raise_exceptions": True})
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            stored = name == "mimetype"
            target.writestr(entry, source.read(name), zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return packed.getvalue()
