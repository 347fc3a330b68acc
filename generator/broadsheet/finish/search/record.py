"""What the search holds of an article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields

from broadsheet.model import Entry, Matter
from broadsheet.model.block import plain_text
from broadsheet.model.matter import Packed
from broadsheet.write.dates import long_date

Texts = tuple[str, str, str]
"""Title, standfirst and body, each with its lines or paragraphs parted by newlines."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article: what it is found by, and what its line among the results shows."""

    url: str
    title: str
    authors: tuple[str, ...]
    date: str
    """In EDTF; empty where it is not known."""
    day: str
    """The date in words, in the language of the site."""
    year: int | None
    language: str
    """BCP 47; empty where it is not known."""
    publication: str
    topics: tuple[str, ...]
    places: tuple[str, ...]
    matter: Matter | Packed
    """From which the text comes when it is wanted."""
    key: bytes
    """A checksum of all that the article was read from; empty where that is not known."""

    @property
    def texts(self) -> Texts:
        """What it says; nothing that is set aside."""
        laid_out = self.matter.laid_out
        return self.title, "\n".join(laid_out.standfirst), plain_text(laid_out.body)

    @property
    def known(self) -> str:
        """What is known of it, parted by newlines."""
        known = [*self.authors, *self.places, self.publication, *self.topics, self.date[:4]]
        return "\n".join(filter(None, known))


_KNOWN = tuple(field.name for field in fields(Record) if field.name not in ("matter", "key"))


def record_of(entry: Entry, language: str) -> Record:
    """What the search holds of an article, for readers of a language."""
    article = entry.article
    known = article.metadata
    return Record(
        url=entry.url,
        title=known.title,
        authors=entry.authors,
        date=str(known.date or ""),
        day=long_date(known.date, language) if known.date else "",
        year=known.date.year if known.date else None,
        language=known.language or "",
        publication=known.publication or "",
        topics=entry.topics,
        places=(known.place,) if known.place else (),
        matter=article.matter,
        key=article.key,
    )


def key_of(records: Sequence[Record]) -> str:
    """A checksum of all that some articles put into the index."""
    known = [
        (
            *(getattr(record, name) for name in _KNOWN),
            record.key.hex() or record.texts,
        )
        for record in records
    ]
    text = json.dumps(known, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
