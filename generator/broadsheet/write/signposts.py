"""Signposts: the pages that stand where articles were, so that no URL which was published breaks."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.model import Collection, Entry, Line, Page, State, page_of, way_to
from broadsheet.options import Options
from broadsheet.words import Words, words_of
from broadsheet.write.escape import escape_inline
from broadsheet.write.front_matter import Written


def signposts(collection: Collection, options: Options) -> Iterator[Page]:
    """A page for each URL of the ledger at which no article stands."""
    words = words_of(options.site_language)
    lines = {line.url: line for line in collection.ledger.lines}
    entries = {entry.url: entry for entry in collection.entries}
    for line in lines.values():
        if line.state == State.CURRENT:
            continue
        if entry := entries.get(line.to):
            yield _moved(line, entry, words)
        elif options.withdrawn == "page":
            text = f"{words('withdrawn_why')}\n\n{words('withdrawn_kept')}"
            yield _page(line, {"title": words("withdrawn"), "withdrawn": True}, text)


def _moved(line: Line, entry: Entry, words: Words) -> Page:
    """The link is one that any engine turns into the page's address; `moved` is for those that can send readers on."""
    title = entry.article.metadata.title
    label = escape_inline(title).replace("]", "&#93;")
    target = way_to(page_of(entry.url), page_of(line.url))
    return _page(line, {"title": title, "moved": entry.url}, words("moved", link=f"[{label}]({target})"))


def _page(line: Line, values: dict[str, object], body: str) -> Page:
    return Page(page_of(line.url), lambda: Written.of(values, body), signpost=True)
