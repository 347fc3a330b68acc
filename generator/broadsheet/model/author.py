"""An author: one who wrote articles of the collection, under whatever forms of the name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """One author of a collection."""

    name: str
    """As the owner writes it, or in the form that most articles have."""
    permalink: str
    """The folder of the author's pages in the site: ``authors/ada-lovelace``."""
    sort: str
    """What stands for the name in an index: the family name first, without case and accents."""
    forms: tuple[str, ...]
    """All forms that the articles have, the commonest first."""
    articles: tuple[str, ...]
    """The paths of the articles, in the order of the collection."""
    beside: tuple[tuple[str, int], ...] = ()
    """Those who wrote with this author, and in how many articles; the most frequent first."""
    note: str = ""
    """What the owner says of the author; Markdown."""
    portrait: str = ""
    """A picture, relative to the content folder."""
