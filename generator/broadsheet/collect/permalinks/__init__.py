"""A permanent URL for each article: which it was published at, which it would have, which is free."""

from broadsheet.collect.permalinks.permalink import Assigned, assign

__all__ = ["Assigned", "assign"]
