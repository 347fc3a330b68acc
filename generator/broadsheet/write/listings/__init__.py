"""The pages that lead to articles: front page, archive by date, authors, topics, places, publications, series."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.model import Collection, Page
from broadsheet.options import Options
from broadsheet.words import words_of
from broadsheet.write.listings.about import about_page
from broadsheet.write.listings.archive import archive_pages
from broadsheet.write.listings.authors import author_pages
from broadsheet.write.listings.front import front_page
from broadsheet.write.listings.links import Links, StandsAt
from broadsheet.write.listings.on_this_day import on_this_day_pages
from broadsheet.write.listings.terms import series_pages, term_pages

__all__ = ["StandsAt", "listing_pages"]


def listing_pages(collection: Collection, options: Options, stands_at: StandsAt) -> Iterator[Page]:
    """Write all listings of a collection; only those that have something to list, besides front page and archive."""
    links = Links(stands_at, words_of(options.site_language))
    yield front_page(collection, options, links)
    yield from archive_pages(collection, links)
    yield from on_this_day_pages(collection, links)
    yield from author_pages(collection, links)
    yield from term_pages(collection, links)
    yield from series_pages(collection, links)
    if collection.entries:
        yield about_page(collection, links)
