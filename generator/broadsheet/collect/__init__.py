"""All articles at once: their order, a permanent place for each, and what they have to do with one another."""

from broadsheet.collect.apart import here
from broadsheet.collect.collection import Known, Placed, collect, know_again
from broadsheet.collect.gathering import gather

__all__ = ["Known", "Placed", "collect", "gather", "here", "know_again"]
