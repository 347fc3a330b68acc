"""
Inline markup that a source writes in Markdown: strong, emphasis, links, addresses.

Only what is surely meant is read as markup.  Left alone, so that it prints as it stands: ``_underscores_``, stars
inside words or between spaces, links that lead into a site that is not here, raw HTML, backslashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HREF = r"(?:https?://|mailto:)(?:[^\s<>()\"\\^`{}|\[\]]|\([^\s<>()\"\\^`{}|\[\]]*\))+"
_MARKUP = re.compile(
    rf"""
      !?\[(?P<label>[^\[\]\n]{{0,500}})\]\((?P<href>{_HREF})\)
    | <(?P<auto>https?://[^\s<>"\\^`{{}}|\[\]]+)>
    | (?<![\w/])(?P<bare>https?://[^\s<>"\\^`{{}}|\[\]“”„«»*]+)
    | (?<![^\s("'“‘«—–\[|/-])(?P<stars>\*{{1,3}})(?=[^\s*])(?P<inner>[^*\n]{{0,1000}}[^\s*\\])(?P=stars)
      (?=$|[\s.,;:!?)\]"'”’»…—–|/-])
    """,
    re.VERBOSE,
)
_UNSURE = re.compile(r"&#?\w+;|\$")
"""In an address, no engine can be relied on to keep what looks like an entity or a formula as it is."""
_TRAILING = ".,;:!?'’*_~"


@dataclass(frozen=True, slots=True)
class Text:
    """Characters without markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text between stars."""

    children: tuple[Inline, ...]
    stars: int
    """1 for emphasis, 2 for strong, 3 for both."""


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an address."""

    children: tuple[Inline, ...]
    href: str
    stated: bool
    """Whether the address stands beside the text; else the text is the address."""


Inline = Text | Emphasis | Link


def parse(text: str) -> tuple[Inline, ...]:
    """
    Read the inline markup of a text.

    >>> parse("see **[the desk](https://example.org/)**")[1].children[0].href
    'https://example.org/'
    """
    return _inside(text, links=True, emphasis=True)


def may_have_markup(text: str) -> bool:
    """Whether a text has a sign of markup at all: a test that costs little."""
    return "*" in text or "http" in text or "mailto:" in text


def _inside(text: str, *, links: bool, emphasis: bool) -> tuple[Inline, ...]:
    if not may_have_markup(text):
        return (Text(text),) if text else ()
    return tuple(_parse(text, links=links, emphasis=emphasis))


def _parse(text: str, *, links: bool, emphasis: bool) -> Iterator[Inline]:
    """Links hold no links, emphasis holds no emphasis."""
    done = at = 0
    while match := _MARKUP.search(text, at):
        at = match.end()
        if match["stars"] is None and links and not _UNSURE.search(match[0]):
            node, at = _link(match, emphasis=emphasis)
        elif match["stars"] and emphasis:
            node = Emphasis(_inside(match["inner"], links=links, emphasis=False), len(match["stars"]))
        else:
            at = match.start() + len(match["stars"] or "x")
            continue
        if match.start() > done:
            yield Text(text[done : match.start()])
        yield node
        done = at
    if done < len(text):
        yield Text(text[done:])


def _link(match: re.Match[str], *, emphasis: bool) -> tuple[Inline, int]:
    """The link that a match is, and where it ends."""
    if (label := match["label"]) is not None:
        if not label.strip():
            return Link((Text(match["href"]),), match["href"], stated=False), match.end()
        return Link(_inside(label, links=False, emphasis=emphasis), match["href"], stated=True), match.end()
    if auto := match["auto"]:
        return Link((Text(auto),), auto, stated=False), match.end()
    address = _without_tail(match["bare"])
    return Link((Text(address),), address, stated=False), match.start() + len(address)


def _without_tail(address: str) -> str:
    """Leave off punctuation that belongs to the sentence, and a bracket that was opened before the address."""
    end, unopened = len(address), address.count(")") - address.count("(")
    while address[end - 1] in _TRAILING or (address[end - 1] == ")" and unopened > 0):
        unopened -= address[end - 1] == ")"
        end -= 1
    return address[:end]


def plain(nodes: tuple[Inline, ...]) -> str:
    """
    The text without its markup.

    >>> plain(parse("**Read** [this](https://example.org/)"))
    'Read this'
    """
    return "".join(node.text if isinstance(node, Text) else plain(node.children) for node in nodes)


def hrefs(nodes: tuple[Inline, ...]) -> list[str]:
    """The addresses that the markup carries and the text does not."""
    found = []
    for node in nodes:
        if isinstance(node, Link) and node.stated:
            found.append(node.href)
        if not isinstance(node, Text):
            found += hrefs(node.children)
    return found


def in_full(text: str) -> str:
    """
    Some lines without markup, with the addresses that it carried.

    >>> in_full("By [the desk](https://www.example.org)")
    'By the desk (https://www.example.org)'
    """
    nodes = parse(text)
    addresses = hrefs(nodes)
    return " ".join(plain(nodes).split()) + (f" ({', '.join(addresses)})" if addresses else "")
