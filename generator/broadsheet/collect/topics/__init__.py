"""The topics of all articles: names and words, brought to one form each, and weighed."""

from broadsheet.collect.topics.remembered import are_known
from broadsheet.collect.topics.topics import Topics, topics_of
from broadsheet.collect.topics.vocabulary import vocabulary

__all__ = ["Topics", "are_known", "topics_of", "vocabulary"]
