"""What stands within a block: links, stars, signs that were escaped."""

from __future__ import annotations

import re
from collections.abc import Callable

Resolve = Callable[[str], str | None]
"""The address that a relative link becomes; ``None`` where that cannot be said."""

SPECIAL = "\\`*_<>&[\n"
"""Signs without which a text is its own HTML."""
IDS = re.compile(r'\bid="([^"]*)"')
_INLINE = re.compile(
    r"""
    [\\`*_<>&\[\n!]                             # by its first sign, so that text without one is passed over at once
    (?:
      (?P<image>(?<=!)\[)
    | (?P<plain>(?<=!))
    | (?<=\\)(?P<escaped>[\\`*_{}\[\]()>\#+.!|-])
    | (?P<entity>(?<=&)(?:\#[0-9]+|\#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)
    | (?P<sign>(?<=[&>]))
    | (?P<lines>(?<=\ \ \n))
    | (?<=<)(?P<address>https?://[^<>\s"'*\\`\[\]&]+(?:&(?![\#\w]+;)[^<>\s"'*\\`\[\]&]*)*)>
    | (?P<mark>(?<=<)sup><a\ href="\#note-[\w-]+"(?:\ id="mark-[\w-]+")?>[^<>\\`*_\[\n]*</a></sup>)
    | (?<=\[)(?P<label>[^\[\]\\\n]*(?:\\.[^\[\]\\\n]*)*)\]\((?P<href>[^\s()<>"'*\\`\[\]]+)\)
    | (?P<word>(?<=\[)[^\[\]\\`*_<>&\n]*\])(?![(\[:])
    | (?<=\*)(?<!\*\*)(?P<stars>\*{0,2})(?P<inner>(?![\s*])[^*\\\n]*(?:\\.[^*\\\n]*)*(?<!\s))\*(?P=stars)(?!\*)
    | (?P<unknown>)
    )
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(r"&[#\w]+;")
_TAGS = {"": ("<em>", "</em>"), "*": ("<strong>", "</strong>"), "**": ("<strong><em>", "</em></strong>")}
"""By the stars that stand there besides one."""
_LINE = "<br />\n"


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
        written = _INLINE.sub(self._token, text)
        return written.replace(f"  {_LINE}", _LINE) if "\n" in text else written

    def _token(self, match: re.Match[str]) -> str:
        kind, found = match.lastgroup, match[0]
        match kind:
            case "href":
                return f'<a href="{self._href(match["href"])}">{self.html(match["label"].strip())}</a>'
            case "escaped":
                sign = match["escaped"]
                return "&gt;" if sign == ">" else sign
            case "entity" | "word" | "plain":
                return found
            case "mark":
                self.anchors.update(IDS.findall(found))
                return found
            case "sign":
                return "&amp;" if found == "&" else "&gt;"
            case "lines":
                return _LINE
            case "address":
                address = match["address"].replace("&", "&amp;")
                return f'<a href="{address}">{address}</a>'
            case "inner":
                opening, closing = _TAGS[match["stars"]]
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
