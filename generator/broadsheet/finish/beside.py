"""The Markdown of each article, beside its page."""

from __future__ import annotations

from functools import partial

from broadsheet.finish.edition import Edition
from broadsheet.model import Collection, Page
from broadsheet.options import Options


def has_beside(collection: Collection, options: Options) -> bool:
    """Whether the articles have their Markdown beside them: not in collections that would burst a host's limits."""
    return len(collection.entries) <= options.markdown


def _text(page: Page) -> str:
    return page.text


def beside(edition: Edition) -> None:
    """Write ``slug.md`` beside ``slug.html``, just as `convert` writes it."""
    if has_beside(edition.site.collection, edition.options):
        for page in edition.site.pages:
            if page.source:
                edition.put(page.path, page.key.hex(), partial(_text, page))
