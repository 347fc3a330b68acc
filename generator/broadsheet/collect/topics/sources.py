"""Agencies and newspapers, which articles mostly name for what they took from there."""

from __future__ import annotations

from functools import cache

from broadsheet.recognise.lexicon.agencies import agency
from broadsheet.recognise.lexicon.newspapers import is_newspaper

_SHORT = 3
"""Letters of short forms that are agencies and something else too."""


@cache
def is_source(name: str) -> bool:
    """
    Whether a name is that of an agency, a newspaper or a broadcaster's news.

    >>> is_source("Reuters"), is_source("The New York Times"), is_source("Analytical Engine")
    (True, True, False)
    """
    return (len(name) > _SHORT and agency(name) is not None) or is_newspaper(name) or name.endswith(" News")
