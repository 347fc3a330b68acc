"""
The search: an index of all articles beside the pages, in chunks, read by the theme's script.

The way of the data: entries to records, records to shards (kept from build to build), shards to chunks.
"""

from broadsheet.finish.search.index import Index
from broadsheet.finish.search.indexing import Indexing
from broadsheet.finish.search.script import FOLDER

__all__ = ["FOLDER", "Index", "Indexing"]
