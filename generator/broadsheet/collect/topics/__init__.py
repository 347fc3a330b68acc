"""The topics of all articles: names and words, brought to one form each, and weighed."""

from broadsheet.collect.topics.remembered import Kept
from broadsheet.collect.topics.topics import Topics, topics_of
from broadsheet.collect.topics.vocabulary import vocabulary

__all__ = ["Kept", "Topics", "topics_of", "vocabulary"]
