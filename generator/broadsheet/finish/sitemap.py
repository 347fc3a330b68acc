"""The sitemap: every page of the site, with the day of its article, never the day of the build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from broadsheet.finish.edition import Edition

_MOST = 50_000
"""Addresses of one file, by the protocol."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(edition: Edition, most: int = _MOST) -> None:
    """
    Write ``sitemap.xml``; of more addresses than a file may have, it is the index of several.

    Only where the owner has said the address of the site, since the protocol asks for whole ones.
    """
    if not edition.url:
        return
    lines = list(_lines(edition))
    if len(lines) <= most:
        edition.add("sitemap.xml", _file("urlset", lines))
        return
    parts = [f"sitemap-{number}.xml" for number in range(1, -(-len(lines) // most) + 1)]
    for number, name in enumerate(parts):
        edition.add(name, _file("urlset", lines[number * most : (number + 1) * most]))
    edition.add("sitemap.xml", _file("sitemapindex", [f"<sitemap>{_loc(edition, name)}</sitemap>" for name in parts]))


def _lines(edition: Edition) -> Iterator[str]:
    """A line for each page; signposts and later copies are in none, for their articles have one elsewhere."""
    copies, days = edition.site.collection.copies, dict[str, str]()
    left_out = {page.path for page in edition.site.pages if page.signpost}
    for entry in edition.site.collection.entries:
        page, date = f"{entry.permalink}.md", entry.article.metadata.date
        if entry.article.path in copies:
            left_out.add(page)
        elif date and (day := date.exact):
            days[page] = f"<lastmod>{day.isoformat()}</lastmod>"
    for page, url in sorted(edition.urls.items(), key=lambda item: item[1]):
        if page not in left_out:
            yield f"<url>{_loc(edition, url)}{days.get(page, '')}</url>"


def _loc(edition: Edition, url: str) -> str:
    return f"<loc>{escape(edition.full(url))}</loc>"


def _file(root: str, lines: Sequence[str]) -> str:
    return "\n".join([f"{_HEAD}<{root} {_SPACE}>", *lines, f"</{root}>\n"])
