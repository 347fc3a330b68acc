"""From bytes to lines: find the files, decode them, mend what was broken before they reached us."""

from broadsheet.read.folder import find_articles, look_into
from broadsheet.read.source import read_source

__all__ = ["find_articles", "look_into", "read_source"]
