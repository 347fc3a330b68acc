"""Books: a collection, or a part of it, as EPUB 3."""

from broadsheet.write.book.epub import Book, epub

__all__ = ["Book", "epub"]
