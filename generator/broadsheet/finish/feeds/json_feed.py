"""JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from broadsheet.finish.feeds.feed import Feed, Item, first_instant

_json = json.JSONEncoder(ensure_ascii=False).encode


def json_feed(feed: Feed, items: Sequence[str]) -> str:
    """Write a feed as JSON, of items that are written."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.here,
        "description": feed.subtitle,
        "next_url": feed.older,
        "language": feed.language,
    }
    head = _written({key: value for key, value in said.items() if value} | {"items": []}).removesuffix("]\n}")
    listed = ",\n".join(items)
    return head + (f"\n{listed}\n" if items else "") + "]\n}\n"


def json_item(item: Item) -> str:
    """Write an article."""
    return _written(_item(item))


def _written(said: dict[str, Any]) -> str:
    """A line for each value; `indent` would write them by slow means."""
    return "{\n" + ",\n".join([f"{_json(key)}: {_json(value)}" for key, value in said.items()]) + "\n}"


def _item(item: Item) -> dict[str, Any]:
    """`date_published` only where the day is known; what is known of others is under a key of our own."""
    exact = item.date.exact if item.date else None
    said = {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "content_html": item.content() if item.content else None,
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
