"""Blocks, one after the other, with an empty line between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from markdown.extensions.toc import slugify, strip_tags, unique

from broadsheet.publish.dialect.inline import IDS, SPECIAL, Inline, Resolve, UnknownError
from broadsheet.publish.dialect.lists import START, begins_list, list_html, table_html
from broadsheet.write.bare import is_bare


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's text as HTML."""

    html: str
    headings: tuple[tuple[int, str, str], ...] = ()
    """Of each heading its level, its anchor and its text (HTML without tags)."""
    anchors: frozenset[str] = frozenset()
    """Every anchor of the page."""


_CONTROLS = bytes([*range(0x0A), *range(0x0B, 0x20), 0x7F])
_FOREIGN = re.compile(r"[\x80-\x9f\u2028\u2029\ufdd0-\ufdef]")
"""Signs that Python-Markdown takes away or uses for itself: those of ASCII, and the others."""
_STRANGE = ("\n\n\n", "klzzwxh", "wzxhzdk", "[TOC]")
"""The same of several signs, and layout that we do not write."""
_BREAK, _BETWEEN = "\n\n", "</p>\n<p>"
"""What parts paragraphs, in Markdown and in HTML."""
_SPACE = re.compile(r"\n\s+[*\[<]")
"""Space between a line's end and a tag, which Python-Markdown takes away."""
_HEADING = re.compile(r"(#{2,6}) ([^\n]+)")
_RAW = re.compile(r"<(aside|section|pre)[ >]")


def html_of(markdown: str, resolve: Resolve = lambda href: None) -> Rendered | None:
    """
    Turn the text of a page into HTML; ``None`` where it is not all in the dialect.

    >>> html_of("## The press\\n\\nIt ran *late*.").html
    '<h2 id="the-press">The press</h2>\\n<p>It ran <em>late</em>.</p>'
    >>> html_of("a | table\\n---|---") is None
    True
    """
    text = markdown.strip("\n")
    if not text:
        return Rendered("")
    if _is_foreign(text):
        return None
    if is_bare(text):
        return Rendered(f"<p>{text.replace(_BREAK, _BETWEEN)}</p>")
    try:
        return _Writer(resolve).written(text)
    except UnknownError:
        return None


def _is_foreign(text: str) -> bool:
    """Whether there are signs in a text that Python-Markdown knows, and we do not."""
    data = text.encode("utf-8", "surrogatepass")
    return (
        len(data.translate(None, _CONTROLS)) < len(data)
        or any(map(text.__contains__, _STRANGE))
        or not (text.isascii() or _FOREIGN.search(text) is None)
    )


class _Writer:
    """Writes one page."""

    def __init__(self, resolve: Resolve) -> None:
        self._inline = Inline(resolve)
        self._headings: list[tuple[int, str, str]] = []
        self._used: set[str] = set()

    def written(self, text: str) -> Rendered:
        parts: list[str] = []
        last = ""
        pieces = iter(text.split("\n\n"))
        for piece in pieces:
            kind = _kind(piece)
            if kind == last == "quotation":
                above = parts[-1].removesuffix("</blockquote>")
                parts[-1] = f"{above}{self._paragraph(_unquoted(piece))}\n</blockquote>"
            elif kind == "raw":
                parts.append(self._verbatim(piece, pieces))
            elif kind == last == "list":
                raise UnknownError
            else:
                parts.append(getattr(self, f"_{kind}")(piece))
            last = kind
        return Rendered("\n".join(parts).strip(), tuple(self._headings), frozenset(self._used | self._inline.anchors))

    def _paragraph(self, piece: str) -> str:
        if not piece.strip():
            raise UnknownError
        if not START.match(piece) and not any(map(piece.__contains__, SPECIAL)):
            return f"<p>{piece.lstrip()}</p>"
        lines = piece.split("\n")
        if any(map(START.match, lines)) or ("|" in piece and len(lines) > 1) or _SPACE.search(piece):
            raise UnknownError
        return f"<p>{self._inline.html(piece.lstrip())}</p>"

    def _heading(self, piece: str) -> str:
        match = _HEADING.fullmatch(piece)
        if match is None or (match[2].endswith("#") and not match[2].endswith("\\#")):
            raise UnknownError
        level, inside = len(match[1]), self._inline.html(match[2].strip())
        if "<" in inside:
            raise UnknownError
        name = strip_tags(inside)
        anchor = unique(slugify(unescape(name), "-"), self._used)
        self._headings.append((level, anchor, name))
        return f'<h{level} id="{anchor}">{inside}</h{level}>'

    def _quotation(self, piece: str) -> str:
        return f"<blockquote>\n{self._paragraph(_unquoted(piece))}\n</blockquote>"

    def _separator(self, piece: str) -> str:
        return "<hr />"

    def _list(self, piece: str) -> str:
        return list_html(piece, self._inline)

    def _table(self, piece: str) -> str:
        return table_html(piece, self._inline)

    def _verbatim(self, piece: str, rest: Iterator[str]) -> str:
        """HTML, as it stands, up to the end of its outermost element; it may hold empty lines."""
        found = _RAW.match(piece)
        end = f"</{found[1]}>" if found else ""
        pieces = [piece]
        while not pieces[-1].endswith(end):
            following = next(rest, None)
            if following is None:
                raise UnknownError
            pieces.append(following)
        raw = "\n\n".join(pieces)
        if raw.count(end) != 1 or raw.count(end[2:-1] + "\n") > 1:
            raise UnknownError
        self._inline.anchors.update(IDS.findall(raw))
        return f"{raw}\n"


def _kind(piece: str) -> str:
    if piece[:1].isalpha():
        return "paragraph"
    match piece[:1]:
        case "#":
            return "heading"
        case ">":
            return "quotation"
        case "|":
            return "table"
        case "<" if _RAW.match(piece):
            return "raw"
        case "*" if piece == "* * *":
            return "separator"
    return "list" if begins_list(piece) else "paragraph"


def _unquoted(piece: str) -> str:
    lines = piece.split("\n")
    if not all(line.startswith("> ") for line in lines):
        raise UnknownError
    return "\n".join(line[2:] for line in lines)
