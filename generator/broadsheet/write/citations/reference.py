"""What a reference says of an article, whatever its form."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from broadsheet.model import Entry, PartialDate
from broadsheet.write.citations.names import Name, parted


@dataclass(frozen=True, slots=True)
class Imprint:
    """The site that articles are cited from."""

    name: str
    url: str = ""
    """With a slash at the end; empty where the owner has not said it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One article as a bibliography has it."""

    key: str
    """Unique in the collection, and for good: made of the permanent URL."""
    title: str
    authors: tuple[Name, ...]
    date: PartialDate | None
    container: str
    """The paper that it stood in, or else the site."""
    place: str
    language: str
    url: str
    """Empty where the site has no address."""


def reference_of(entry: Entry, imprint: Imprint) -> Reference:
    """
    The reference of an article.

    Names are those of the front matter, and nothing is added that is not known: no day of access, no publisher.
    """
    known = entry.article.metadata
    path = entry.url.removesuffix("/").removesuffix(".html")
    return Reference(
        key=path.replace("/", "-"),
        title=known.title,
        authors=tuple(map(parted, entry.authors)),
        date=known.date,
        container=known.publication or imprint.name,
        place=known.place or "",
        language=known.language or "",
        url=f"{imprint.url}{quote(entry.url, safe='/~-._')}" if imprint.url else "",
    )
