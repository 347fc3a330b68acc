"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from broadsheet.finish.feeds.feed import Feed, Item, first_instant


def json_feed(feed: Feed) -> str:
    """Write a feed as JSON."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.here,
        "description": feed.subtitle,
        "next_url": feed.older,
        "language": feed.language,
        "items": [_item(item) for item in feed.items],
    }
    kept = {key: value for key, value in said.items() if value or key == "items"}
    return json.dumps(kept, ensure_ascii=False, indent=0) + "\n"


def _item(item: Item) -> dict[str, Any]:
    """`date_published` only where the day is known; what is known of others is under a key of our own."""
    exact = item.date.exact if item.date else None
    said = {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "content_html": item.content,
        "content_text": item.summary if item.content is None else None,
        "summary": item.summary,
        "date_published": first_instant(item.date) if item.date and exact else None,
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.topics),
        "language": item.language,
        "_broadsheet": {"date": str(item.date)} if item.date and not exact else None,
    }
    needed = "content_text" if item.content is None else "content_html"
    return {key: value for key, value in said.items() if value or key == needed}
