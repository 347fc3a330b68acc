"""Facets: what results may be narrowed to, a file for each (``f/…``), loaded when it is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from babel import Locale

from broadsheet.finish.search.record import Record
from broadsheet.finish.search.script import Shelf, packed
from broadsheet.finish.search.varint import encode
from broadsheet.words.locales import locale_of

_FACETS: tuple[tuple[str, Callable[[Record], tuple[str, ...]]], ...] = (
    ("author", lambda record: record.authors),
    ("topic", lambda record: record.topics),
    ("language", lambda record: (record.language,) if record.language else ()),
    ("publication", lambda record: (record.publication,) if record.publication else ()),
)
"""Each with the values that an article has of it; the years come from the order of the articles."""
_MANY = 300
"""Where there are more values, those of one article only are left out: they narrow nothing that a search does not."""


def put_facets(records: Sequence[Record], shelf: Shelf, language: str) -> list[tuple[str, str]]:
    """Write the facets that have two values or more, and tell which these are, each with the name of its file."""
    found = ((name, _put(name, [values(record) for record in records], shelf, language)) for name, values in _FACETS)
    return [(name, file) for name, file in found if file]


def _put(name: str, values: Sequence[tuple[str, ...]], shelf: Shelf, language: str) -> str | None:
    counts = Counter(value for some in values for value in some)
    if len(counts) < 2:
        return None
    least = 2 if len(counts) > _MANY else 1
    names = sorted((value for value in counts if counts[value] >= least), key=lambda value: (-counts[value], value))
    number = {value: at for at, value in enumerate(names)}
    said = list[int]()
    for some in values:
        known = [number[value] for value in some if value in number]
        said += [len(known), *known]
    labels = [_language(value, language) for value in names] if name == "language" else names
    header: dict[str, Any] = {"names": names} if labels == names else {"names": names, "labels": labels}
    return shelf.put("f/", packed(header, encode(np.array(said))))


def _language(tag: str, language: str) -> str:
    """The name of a language, in the language of the site; its tag where the CLDR has none."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(locale_of(language)) or tag
    except ValueError:
        return tag
