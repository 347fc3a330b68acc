"""What follows the build: files made beside the pages, then the new site takes the place of the last one."""

from broadsheet.finish.edition import Edition
from broadsheet.finish.steps import Searched, finish, searching

__all__ = ["Edition", "Searched", "finish", "searching"]
