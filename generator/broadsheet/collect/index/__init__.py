"""Lines of an index, whatever it is of: how names are folded, sorted, and given a place in the site."""

from broadsheet.collect.index.fold import fold
from broadsheet.collect.index.slug import slug
from broadsheet.collect.index.terms import free, index_of, sort_key, told

__all__ = ["fold", "free", "index_of", "slug", "sort_key", "told"]
