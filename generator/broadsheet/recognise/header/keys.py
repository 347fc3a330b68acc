"""The keys of headers, sidecars and records, and what each of them states."""

from __future__ import annotations

KEYS = {
    "title": "title", "headline": "title", "subject": "title", "titel": "title", "titre": "title",
    "author": "authors", "authors": "authors", "by": "authors", "byline": "authors", "autor": "authors",
    "auteur": "authors",
    "date": "date", "published": "date", "created": "date", "datum": "date",
    "language": "language", "lang": "language",
    "place": "place", "location": "place", "ort": "place", "lieu": "place",
    "agency": "agencies", "agencies": "agencies", "agentur": "agencies", "agence": "agencies",
    "publication": "publication", "newspaper": "publication", "journal": "publication", "zeitung": "publication",
    "description": "description", "summary": "description", "standfirst": "description", "abstract": "description",
    "tags": "topics", "topics": "topics", "keywords": "topics",
    "categories": "topics", "category": "topics", "kategorien": "topics",
    "series": "series", "serie": "series", "reihe": "series", "part": "part", "teil": "part", "partie": "part",
}  # fmt: skip
"""Each key, in lower case, and the field of `Metadata` that it gives."""


def field_of(key: str) -> str | None:
    """The field that a key gives, in capitals or not."""
    return KEYS.get(key.strip().casefold())
