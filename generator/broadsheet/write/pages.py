"""All pages of a collection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.model import Collection, Page, address, place_of
from broadsheet.options import Options
from broadsheet.write.article import article_page
from broadsheet.write.listings import listing_pages
from broadsheet.write.signposts import signposts


def pages(
    collection: Collection, options: Options, owner_pages: Sequence[str] = (), *, directories: bool = False
) -> Iterator[Page]:
    """
    Write every page: the listings, without those that the owner has written, then the articles and the signposts.

    No two have the same address: articles keep clear of the owner's pages by their permalinks, and where a page of the
    owner's has the address of a listing, the other listings lead to it.
    """
    owners = {address(path, directories=directories): path for path in owner_pages}

    def stands_at(path: str) -> str:
        return owners.get(address(path, directories=directories), path)

    listings = [
        page
        for page in listing_pages(collection, options, stands_at)
        if address(page.path, directories=directories) not in owners
    ]
    yield from listings
    yield from map(article_page, collection.entries)
    taken = {*map(place_of, owner_pages), *(place_of(page.path) for page in listings)}
    yield from (page for page in signposts(collection, options) if place_of(page.path) not in taken)
