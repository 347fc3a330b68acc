"""From the collection to front-mattered Markdown pages, and from the pages to a folder."""

from broadsheet.write.pages import pages

__all__ = ["pages"]
