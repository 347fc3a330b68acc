"""``llms.txt``: what the site holds, for programs that read it for people."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.finish.beside import has_beside
from broadsheet.finish.edition import Edition
from broadsheet.model import Entry
from broadsheet.write.escape import escape_inline

_MOST = 500
"""Articles that are named; the listings lead to the others."""
_LISTINGS = ("archive", "authors", "topics", "places", "publications", "series", "on-this-day")


def llms(edition: Edition) -> None:
    """Write ``llms.txt``, in Markdown: the name of the site, what it is, its listings, its newest articles."""
    edition.add("llms.txt", "\n".join(_lines(edition)) + "\n")


def _lines(edition: Edition) -> Iterator[str]:
    entries = edition.site.collection.entries
    yield f"# {escape_inline(edition.name)}"
    if edition.description:
        yield f"\n> {escape_inline(edition.description)}"
    yield f"\n{_counted(edition)}"
    listings = [(name, url) for name in _LISTINGS if (url := edition.urls.get(f"{name}/index.md"))]
    yield from ["\n## Listings\n"] if listings else []
    for name, url in listings:
        yield f"- {_link(edition, url, name.replace('-', ' ').capitalize())}"
    yield "\n## Articles\n" if len(entries) <= _MOST else f"\n## The newest {_MOST} articles\n"
    for entry in entries[:_MOST]:
        yield f"- {_article(edition, entry)}"


def _counted(edition: Edition) -> str:
    number = len(edition.site.collection.entries)
    beside = has_beside(edition.site.collection, edition.options)
    form = ", each as Markdown with front matter" if beside else ""
    return f"{number:,} article{'' if number == 1 else 's'}{form}."


def _article(edition: Edition, entry: Entry) -> str:
    beside = has_beside(edition.site.collection, edition.options)
    page = f"{entry.permalink}.md"
    known = entry.article.metadata
    facts = ", ".join([*entry.authors, *([str(known.date)] if known.date else [])])
    about = " · ".join(part for part in (facts, entry.article.summary) if part)
    link = _link(edition, page if beside else edition.address(page), known.title)
    return f"{link}: {escape_inline(about)}" if about else link


def _link(edition: Edition, url: str, label: str) -> str:
    return f"[{escape_inline(label).replace(']', '&#93;')}]({edition.full(url)})"
