"""All articles at once: their order, a permanent place for each, and what they have to do with one another."""

from broadsheet.collect.apart import here
from broadsheet.collect.collection import Placed, collect, newest_first

__all__ = ["Placed", "collect", "here", "newest_first"]
