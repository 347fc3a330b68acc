"""Authors: which forms of names are one person, and what each of them wrote."""

from broadsheet.collect.authors.authors import Authors, authors_of

__all__ = ["Authors", "authors_of"]
