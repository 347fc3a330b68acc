"""What leads from an article to others: copies, related articles, series, neighbours."""

from broadsheet.collect.relations.duplicates import copies_of, reported
from broadsheet.collect.relations.neighbours import neighbours
from broadsheet.collect.relations.related import related_to
from broadsheet.collect.relations.series import same_parts, series_of

__all__ = ["copies_of", "neighbours", "related_to", "reported", "same_parts", "series_of"]
