"""Inline markup to Markdown and to HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from broadsheet.inline import Inline, Link, Text, may_have_markup, parse
from broadsheet.write.escape import escape_inline

_FENCES = {ord("`"): "&#96;", ord("~"): "&#126;"}
_TAGS = {1: ("<em>", "</em>"), 2: ("<strong>", "</strong>"), 3: ("<strong><em>", "</em></strong>")}


def to_markdown(text: str, *, dollars: bool | None = None) -> str:
    """
    Write a text with the markup that its source has, and everything else escaped.

    `dollars`: whether the block that the text is a line of has two and more of them; by itself, if not said.
    """
    dollars = text.count("$") > 1 if dollars is None else dollars
    return _markdown(parse(text), dollars=dollars) if may_have_markup(text) else escape_inline(text, dollars=dollars)


def _markdown(nodes: Iterable[Inline], *, dollars: bool) -> str:
    written = ""
    for node in nodes:
        if isinstance(node, Link) and written.endswith("!"):
            written = f"{written[:-1]}\\!"  # before a link it would make an image
        written += _node_markdown(node, dollars=dollars)
    return written


def _node_markdown(node: Inline, *, dollars: bool) -> str:
    if isinstance(node, Text):
        return escape_inline(node.text, dollars=dollars)
    if not isinstance(node, Link):
        stars = "*" * node.stars
        return f"{stars}{_markdown(node.children, dollars=dollars)}{stars}"
    if node.stated or not node.href.startswith("http"):
        return f"[{_markdown(node.children, dollars=dollars)}]({node.href})"
    return f"<{node.href}>"


def to_html(text: str) -> str:
    """
    Write a text as HTML, with the markup that its source has.

    >>> to_html("**Read** <this>")
    '<strong>Read</strong> &lt;this&gt;'
    """
    return _html(parse(text))


def _html(nodes: Iterable[Inline]) -> str:
    return "".join(_node_html(node) for node in nodes)


def _node_html(node: Inline) -> str:
    if isinstance(node, Text):
        return html_text(node.text)
    if isinstance(node, Link):
        return f'<a href="{escape(node.href)}">{_html(node.children)}</a>'
    opening, closing = _TAGS[node.stars]
    return f"{opening}{_html(node.children)}{closing}"


def html_text(text: str) -> str:
    """Text for HTML that stands in a Markdown page: nothing in it is left for a preprocessor to read."""
    return (
        escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;").replace("[", "&#91;").translate(_FENCES)
    )
