"""What stands within a block: links, stars, signs that were escaped."""

from __future__ import annotations

import re
from collections.abc import Callable

Resolve = Callable[[str], str | None]
"""The address that a relative link becomes; ``None`` where that cannot be said."""

SPECIAL = re.compile(r"[\\`*_<>&\[\n]")
"""Without one of these, a text is its own HTML."""
IDS = re.compile(r'\bid="([^"]*)"')
_INLINE = re.compile(
    r"""
      (?P<image>!\[)
    | \\(?P<escaped>[\\`*_{}\[\]()>\#+.!|-])
    | (?P<entity>&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)
    | (?P<sign>[&>])
    | (?P<lines>\ \ \n)
    | <(?P<address>https?://[^<>\s"'*\\`\[\]&]+(?:&(?![\#\w]+;)[^<>\s"'*\\`\[\]&]*)*)>
    | (?P<mark><sup><a\ href="\#note-[\w-]+"(?:\ id="mark-[\w-]+")?>[^<>\\`*_\[\n]*</a></sup>)
    | \[(?P<label>(?:\\.|[^\[\]\\\n])*)\]\((?P<href>[^\s()<>"'*\\`\[\]]+)\)
    | (?P<word>\[[^\[\]\\`*_<>&\n]*\])(?![(\[:])
    | (?<!\*)(?P<stars>\*{1,3})(?P<inner>(?![\s*])(?:\\.|[^*\\\n])+(?<!\s))(?P=stars)(?!\*)
    | (?P<unknown>[\\`*_<\[\n])
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(r"&[#\w]+;")
_TAGS = {1: ("<em>", "</em>"), 2: ("<strong>", "</strong>"), 3: ("<strong><em>", "</em></strong>")}


class UnknownError(Exception):
    """Something that is not of our dialect."""


class Inline:
    """Writes what stands within the blocks of one page."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self.anchors: set[str] = set()
        """Those of marks that lead to notes."""

    def html(self, text: str) -> str:
        """The text of a block as HTML; raises `UnknownError` where that cannot be said."""
        return _INLINE.sub(self._token, text) if SPECIAL.search(text) else text

    def _token(self, match: re.Match[str]) -> str:
        kind, found = match.lastgroup, match[0]
        match kind:
            case "href":
                return f'<a href="{self._href(match["href"])}">{self.html(match["label"].strip())}</a>'
            case "escaped":
                sign = match["escaped"]
                return "&gt;" if sign == ">" else sign
            case "entity" | "word":
                return found
            case "mark":
                self.anchors.update(IDS.findall(found))
                return found
            case "sign":
                return "&amp;" if found == "&" else "&gt;"
            case "lines":
                return "<br />\n"
            case "address":
                address = match["address"].replace("&", "&amp;")
                return f'<a href="{address}">{address}</a>'
            case "inner":
                opening, closing = _TAGS[len(match["stars"])]
                return f"{opening}{self.html(match['inner'])}{closing}"
        raise UnknownError

    def _href(self, href: str) -> str:
        if _ENTITY.search(href):
            raise UnknownError
        if not href.startswith(("http://", "https://", "mailto:")):
            resolved = self._resolve(href)
            if resolved is None:
                raise UnknownError
            return resolved.replace("&", "&amp;")
        return href.replace("&", "&amp;")
