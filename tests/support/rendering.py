"""Markdown to the text that a reader sees."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import markdown

MKDOCS = ("toc", "tables", "fenced_code")
MATERIAL = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "toc", "tables",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.mark", "pymdownx.tilde",
    "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.keys", "pymdownx.magiclink", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed",
    "pymdownx.tasklist", "pymdownx.blocks.admonition", "pymdownx.blocks.details", "pymdownx.blocks.tab",
)  # fmt: skip
"""What Material's documentation recommends; those whose purpose is to change characters (smart quotes) are left out."""


@cache
def _markdown(extensions: tuple[str, ...]) -> markdown.Markdown:
    configs = {"pymdownx.tabbed": {"alternate_style": True}, "pymdownx.snippets": {"check_paths": False}}
    return markdown.Markdown(
        extensions=list(extensions), extension_configs={k: v for k, v in configs.items() if k in extensions}
    )


def html_of(text: str, extensions: tuple[str, ...] = MKDOCS) -> str:
    """Render Markdown as MkDocs does."""
    converter = _markdown(extensions)
    converter.reset()
    return converter.convert(text)


class _Reader(HTMLParser):
    """Collects text; ordered lists get the numbers that a browser shows, blocks are parted by newlines."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "ol":
            self.lists.append(int(dict(attrs).get("start") or 1))
        elif tag == "ul":
            self.lists.append(None)
        elif tag == "li" and self.lists and (number := self.lists[-1]) is not None:
            self.parts.append(f"\n{number}. ")
            self.lists[-1] = number + 1
        elif tag not in ("a", "em", "strong", "sup"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self.lists.pop()
        if tag not in ("a", "em", "strong", "sup"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(html: str) -> str:
    """The text of some HTML, as a reader sees it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


def words_of(text: str) -> list[str]:
    """What stands between spaces."""
    return text.split()


def letters_of(text: str) -> list[str]:
    """Runs of letters and digits, in order."""
    return re.findall(r"[^\W_]+", text)
