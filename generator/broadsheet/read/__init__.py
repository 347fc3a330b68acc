"""From bytes to lines: find the files, decode them, mend what was broken before they reached us."""

from broadsheet.read.container import is_container, items
from broadsheet.read.folder import find_articles
from broadsheet.read.source import read_source

__all__ = ["find_articles", "is_container", "items", "read_source"]
