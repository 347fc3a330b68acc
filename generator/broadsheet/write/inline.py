"""Inline markup to Markdown and to HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from broadsheet.inline import Inline, Link, Text, parse
from broadsheet.write.escape import escape_inline

_TAGS = {1: ("<em>", "</em>"), 2: ("<strong>", "</strong>"), 3: ("<strong><em>", "</em></strong>")}


def to_markdown(text: str) -> str:
    """Write a text with the markup that its source has, and everything else escaped."""
    return _markdown(parse(text))


def _markdown(nodes: Iterable[Inline]) -> str:
    return "".join(_node_markdown(node) for node in nodes)


def _node_markdown(node: Inline) -> str:
    if isinstance(node, Text):
        return escape_inline(node.text)
    if not isinstance(node, Link):
        stars = "*" * node.stars
        return f"{stars}{_markdown(node.children)}{stars}"
    if node.stated or not node.href.startswith("http"):
        return f"[{_markdown(node.children)}]({node.href})"
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
    return escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;").replace("[", "&#91;")
