"""One article to what the collection needs of its text; this is done where the article is read."""

from broadsheet.collect.gathering.gather import gather

__all__ = ["gather"]
