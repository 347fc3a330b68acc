"""What pages hand out besides their text: references, feeds, Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_letters, digits
from urllib.parse import quote

from broadsheet.finish.beside import has_beside
from broadsheet.finish.feeds import FORMS as FEEDS
from broadsheet.finish.feeds import channels
from broadsheet.model import Collection, Entry
from broadsheet.options import Options
from broadsheet.write.citations import FORMS, Imprint, harvard, reference_of
from broadsheet.write.data import FORMS as DATA

_LABELS = {
    **{name: form.label for name, form in FORMS.items()},
    "jsonl": "JSON Lines", "csv": "CSV", "parquet": "Parquet", "atom": "Atom", "rss": "RSS", "json": "JSON Feed",
}  # fmt: skip
"""How forms of data, references and feeds are called."""
_SAFE = frozenset(f"{ascii_letters}{digits}/~-._:;,!*()@=?+$%")
"""Signs that may stand in a ``data:`` address, once each `%` is one of an escape."""
_FRONT = "index.md"


@dataclass(frozen=True, slots=True)
class Handout:
    """A file that a page leads to."""

    label: str
    type: str
    href: str
    """Relative to the site, or a ``data:`` address that holds the whole file."""
    name: str = ""
    """What the file is called when it is saved."""


@dataclass(frozen=True, slots=True)
class Citation:
    """How an article is cited."""

    html: str
    """The reference that readers see."""
    files: Sequence[Handout]
    """For reference managers."""


class Handouts:
    """The handouts of each page, by the path of its Markdown file."""

    def __init__(self, collection: Collection, options: Options, imprint: Imprint) -> None:
        self._imprint, self._options = imprint, options
        self._entries = {f"{entry.permalink}.md": entry for entry in collection.entries}
        self._beside = has_beside(collection, options)
        formats = [FEEDS[name] for name in options.feeds]
        self._feeds = {
            channel.page: [
                Handout(channel.name or imprint.name, form.type, form.file(channel.folder)) for form in formats
            ]
            for channel in (channels(collection, options) if imprint.url else ())
        }

    def alternates(self, page: str) -> list[Handout]:
        """What stands for a page, or follows what it lists: its Markdown, its feeds, then those of the site."""
        return [*self.own(page), *self.of_site]

    def own(self, page: str) -> list[Handout]:
        """Those of them that other pages do not have."""
        markdown = [Handout("Markdown", "text/markdown", page)] if self._beside and page in self._entries else []
        return markdown if page == _FRONT else [*markdown, *self._feeds.get(page, ())]

    @property
    def of_site(self) -> list[Handout]:
        """Those that all pages have."""
        return self._feeds.get(_FRONT, [])

    @property
    def downloads(self) -> list[Handout]:
        """The whole collection: its data, in each form that the owner publishes, and its feeds."""
        data = [Handout(_LABELS[name], DATA[name].type, f"data/{DATA[name].file}") for name in self._options.data]
        names = self._options.feeds if self._imprint.url else ()
        return data + [Handout(_LABELS[name], FEEDS[name].type, FEEDS[name].file("")) for name in names]

    def citation(self, page: str) -> Citation | None:
        """How the article of a page is cited; ``None`` for other pages."""
        entry = self._entries.get(page)
        return self._citation(entry) if entry else None

    def _citation(self, entry: Entry) -> Citation:
        reference = reference_of(entry, self._imprint)
        files = [
            Handout(
                form.label, form.type, _data(form.type, "".join(form.write([reference]))), reference.key + form.ending
            )
            for form in FORMS.values()
        ]
        return Citation(harvard(reference), files)


_quoted = cache(quote)


def _data(media_type: str, text: str) -> str:
    """
    A small file as an address: no further file of the site, and it works from disk and without a script.

    >>> _data("text/plain", "a & b")
    'data:text/plain;charset=utf-8,a%20%26%20b'
    """
    text = text.replace("%", "%25")  # first, since all others become one
    for sign in set(text) - _SAFE:
        text = text.replace(sign, _quoted(sign))
    return f"data:{media_type};charset=utf-8,{text}"
