"""
The Markdown that we write, to HTML: what Python-Markdown makes of it, without Python-Markdown.

A page of ours uses little of Markdown.  That little is turned into HTML in a few passes, some twenty times as fast; the
result is the same, letter for letter.  Whatever else a text holds, such as a note of the owner's in free Markdown, is
left to Python-Markdown: the answer is then ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from markdown.extensions.toc import slugify, strip_tags, unique

EXTENSIONS = ("toc", "tables", "fenced_code")
"""Those of MkDocs, for which this holds, with their defaults."""

Resolve = Callable[[str], str | None]
"""The address that a relative link becomes; ``None`` where that cannot be said."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's text as HTML."""

    html: str
    headings: tuple[tuple[int, str, str], ...] = ()
    """Of each heading its level, its anchor and its text (HTML without tags)."""
    anchors: frozenset[str] = frozenset()
    """Every anchor of the page."""


class _UnknownError(Exception):
    """Something that is not of our dialect."""


_FOREIGN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef]|\n\n\n|klzzwxh|wzxhzdk|\[TOC\]")
"""Signs that Python-Markdown takes away or uses for itself, and layout that we do not write."""
_SPECIAL = re.compile(r"[\\`*_<>&\[\n]|!\(")
_START = re.compile(r"(?:[#>+=:|~-]|\*[ *]*(?:\n|$)|\*[ ]|\d+[.)](?:\s|$)| )")
"""What would begin a block of another kind."""
_INSET = re.compile(r"\n\s+[*\[<]")
"""Space between a line's end and a tag, which Python-Markdown takes away."""
_INLINE = re.compile(
    r"""
      \\(?P<escaped>[\\`*_{}\[\]()>\#+.!|-])
    | (?P<entity>&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)
    | (?P<sign>[&>])
    | (?P<lines>\ \ \n)
    | <(?P<address>https?://[^<>\s"'*_\\`\[\]&]+(?:&(?![\#\w]+;)[^<>\s"'*_\\`\[\]&]*)*)>
    | (?P<mark><sup><a\ href="\#note-[\w-]+"(?:\ id="mark-[\w-]+")?>[^<>\\`*_\[\]\n]*</a></sup>)
    | \[(?P<label>(?:\\.|[^\[\]\\\n])*)\]\((?P<href>[^\s()<>"'*\\`\[\]]+)\)
    | (?P<word>\[[^\[\]\\`*_<>&\n]*\])(?![(\[:])
    | (?<!\*)(?P<stars>\*{1,3})(?P<inner>(?![\s*])(?:\\.|[^*\\\n])+(?<!\s))(?P=stars)(?!\*)
    | (?P<unknown>[\\`*_<\[\n])
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(r"&[#\w]+;")
_ID = re.compile(r'\bid="([^"]*)"')
_TAGS = {1: ("<em>", "</em>"), 2: ("<strong>", "</strong>"), 3: ("<strong><em>", "</em></strong>")}
_HEADING = re.compile(r"(#{2,6}) ([^\n]+)")
_BULLET = re.compile(r"-   (\S[^\n]*)")
_NUMBER = re.compile(r"([1-9][0-9]*)\. {1,2}(\S[^\n]*)", re.ASCII)
_RAW = re.compile(r"<(aside|section|pre)[ >]")


def html_of(markdown: str, resolve: Resolve = lambda href: None) -> Rendered | None:
    """
    Turn the text of a page into HTML; ``None`` where it is not all in the dialect.

    >>> html_of("## The press\\n\\nIt ran *late*.").html
    '<h2 id="the-press">The press</h2>\\n<p>It ran <em>late</em>.</p>'
    >>> html_of("| a | table |\\n|---|---|") is None
    True
    """
    text = markdown.strip("\n")
    if not text or _FOREIGN.search(text):
        return None if text else Rendered("")
    try:
        return _Writer(resolve).written(text)
    except _UnknownError:
        return None


class _Writer:
    """Writes one page."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._headings: list[tuple[int, str, str]] = []
        self._used: set[str] = set()
        self._raw: set[str] = set()

    def written(self, text: str) -> Rendered:
        parts: list[str] = []
        last = ""
        pieces = iter(text.split("\n\n"))
        for piece in pieces:
            kind = self._kind(piece)
            if kind == last == "quotation":
                above = parts[-1].removesuffix("</blockquote>")
                parts[-1] = f"{above}{self._paragraph(_unquoted(piece))}\n</blockquote>"
            elif kind == "raw":
                parts.append(self._verbatim(piece, pieces))
            elif kind == "list" and last == "list":
                raise _UnknownError
            else:
                parts.append(getattr(self, f"_{kind}")(piece))
            last = kind
        return Rendered("\n".join(parts).strip(), tuple(self._headings), frozenset(self._used | self._raw))

    @staticmethod
    def _kind(piece: str) -> str:
        match piece[:1]:
            case "#":
                return "heading"
            case ">":
                return "quotation"
            case "<" if _RAW.match(piece):
                return "raw"
            case "*" if piece == "* * *":
                return "separator"
        return "list" if _BULLET.match(piece) or _NUMBER.match(piece) else "paragraph"

    def _paragraph(self, piece: str) -> str:
        if not piece.strip():
            raise _UnknownError
        if not _SPECIAL.search(piece) and not _START.match(piece):
            return f"<p>{piece.lstrip()}</p>"
        lines = piece.split("\n")
        if any(map(_START.match, lines)) or ("|" in piece and len(lines) > 1) or _INSET.search(piece):
            raise _UnknownError
        return f"<p>{self._inline(piece.lstrip())}</p>"

    def _heading(self, piece: str) -> str:
        match = _HEADING.fullmatch(piece)
        if match is None or (match[2].endswith("#") and not match[2].endswith("\\#")):
            raise _UnknownError
        level, inside = len(match[1]), self._inline(match[2].strip())
        if "<" in inside:
            raise _UnknownError
        name = strip_tags(inside)
        anchor = unique(slugify(unescape(name), "-"), self._used)
        self._headings.append((level, anchor, name))
        return f'<h{level} id="{anchor}">{inside}</h{level}>'

    def _quotation(self, piece: str) -> str:
        return f"<blockquote>\n{self._paragraph(_unquoted(piece))}\n</blockquote>"

    def _separator(self, piece: str) -> str:
        return "<hr />"

    def _list(self, piece: str) -> str:
        """A list on one level, with an item to a line."""
        lines = piece.split("\n")
        items = [_BULLET.fullmatch(line) or _NUMBER.fullmatch(line) for line in lines]
        first = items[0]
        if first is None or any(item is None or item.re is not first.re for item in items):
            raise _UnknownError
        if first.re is _NUMBER and first[1] != "1":
            raise _UnknownError
        tag = "ol" if first.re is _NUMBER else "ul"
        texts = [item[item.re.groups] for item in items if item]
        if any(_START.match(text) for text in texts):
            raise _UnknownError
        return "\n".join([f"<{tag}>", *(f"<li>{self._inline(text)}</li>" for text in texts), f"</{tag}>"])

    def _verbatim(self, piece: str, rest: object) -> str:
        """HTML, as it stands, up to the end of its outermost element; it may hold empty lines."""
        found = _RAW.match(piece)
        end = f"</{found[1]}>" if found else ""
        pieces = [piece]
        while not pieces[-1].endswith(end):
            following = next(rest, None)  # type: ignore[call-overload]
            if following is None:
                raise _UnknownError
            pieces.append(following)
        raw = "\n\n".join(pieces)
        if raw.count(end) != 1 or raw.count(end[2:-1] + "\n") > 1:
            raise _UnknownError
        self._raw.update(_ID.findall(raw))
        return f"{raw}\n"

    def _inline(self, text: str) -> str:
        return _INLINE.sub(self._token, text) if _SPECIAL.search(text) else text

    def _token(self, match: re.Match[str]) -> str:
        kind, found = match.lastgroup, match[0]
        match kind:
            case "escaped":
                sign = match["escaped"]
                return "&gt;" if sign == ">" else sign
            case "entity" | "word":
                return found
            case "mark":
                self._raw.update(_ID.findall(found))
                return found
            case "sign":
                return "&amp;" if found == "&" else "&gt;"
            case "lines":
                return "<br />\n"
            case "address":
                address = match["address"].replace("&", "&amp;")
                return f'<a href="{address}">{address}</a>'
            case "href":
                return f'<a href="{self._href(match["href"])}">{self._inline(match["label"].strip())}</a>'
            case "inner":
                opening, closing = _TAGS[len(match["stars"])]
                return f"{opening}{self._inline(match['inner'])}{closing}"
        raise _UnknownError

    def _href(self, href: str) -> str:
        if _ENTITY.search(href):
            raise _UnknownError
        if not href.startswith(("http://", "https://", "mailto:")):
            resolved = self._resolve(href)
            if resolved is None:
                raise _UnknownError
            return resolved.replace("&", "&amp;")
        return href.replace("&", "&amp;")


def _unquoted(piece: str) -> str:
    lines = piece.split("\n")
    if not all(line.startswith("> ") for line in lines):
        raise _UnknownError
    return "\n".join(line[2:] for line in lines)
