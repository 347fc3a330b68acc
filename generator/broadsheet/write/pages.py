"""All pages of a collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from broadsheet.model import Collection, Page
from broadsheet.options import Options
from broadsheet.write.article import article_page
from broadsheet.write.listings import listing_pages


def pages(collection: Collection, options: Options, owner_pages: Iterable[str] = ()) -> Iterator[Page]:
    """
    Write every page: the listings, without those that the owner has written, then the articles.

    No two have the same path: articles keep clear of the owner's pages by their permalinks.
    """
    kept = {_place(path) for path in owner_pages}
    yield from (page for page in listing_pages(collection, options) if _place(page.path) not in kept)
    yield from map(article_page, collection.entries)


def _place(path: str) -> str:
    """A page's place in the site; to MkDocs, ``README.md`` is the index of its folder."""
    stem = path.rpartition(".")[0]
    folder, slash, name = stem.rpartition("/")
    return f"{folder}{slash}index" if name == "README" else stem
