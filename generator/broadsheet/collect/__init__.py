"""All articles at once: their order, a permanent place for each, and what they have to do with one another."""

from broadsheet.collect.collection import collect
from broadsheet.collect.gathering import gather
from broadsheet.collect.knowledge import here

__all__ = ["collect", "gather", "here"]
