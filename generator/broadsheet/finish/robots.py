"""``robots.txt``: everything may be read, and where the sitemap is."""

from __future__ import annotations

from broadsheet.finish.edition import Edition


def robots(edition: Edition) -> None:
    """Write ``robots.txt``, unless the owner has one."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {edition.full('sitemap.xml')}"] if edition.url else [])]
    edition.add("robots.txt", "\n".join(lines) + "\n")
