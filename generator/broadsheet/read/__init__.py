"""From bytes to lines: find the files, decode them, mend what was broken before they reached us."""

from broadsheet.read.container import ENDINGS, is_container, items
from broadsheet.read.folder import look_into
from broadsheet.read.source import read_source
from broadsheet.read.survey import Survey, survey

__all__ = ["ENDINGS", "Survey", "is_container", "items", "look_into", "read_source", "survey"]
