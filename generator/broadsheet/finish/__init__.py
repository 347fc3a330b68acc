"""What follows the build: files made beside the pages, then the new site takes the place of the last one."""

from broadsheet.finish.edition import Edition
from broadsheet.finish.search import Index, Indexing
from broadsheet.finish.steps import add_files, finish

__all__ = ["Edition", "Index", "Indexing", "add_files", "finish"]
