"""All articles at once: their order, and a permanent place for each."""

from broadsheet.collect.collection import collect

__all__ = ["collect"]
