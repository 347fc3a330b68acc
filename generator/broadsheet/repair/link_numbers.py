"""Numbers that stand for links, with the list of their addresses at the end, as text browsers and mail write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.inline import Link, parse
from broadsheet.model import Block, Kind
from broadsheet.trace import Note

_ENTRY = re.compile(
    r"\s*(?:\[(?P<name>[^\[\]\n]{1,60})\]:?|(?P<number>\d{1,4})[.)])\s+<?(?P<href>(?:https?|mailto):[^\s<>]+)>?\s*"
)
_HEADINGS = frozenset(
    """
    references reference links link list visible hidden sources urls verweise linkliste weblinks liens références
    enlaces referencias collegamenti riferimenti koppelingen länkar
    """.split()
)
_LABELLED = re.compile(r"!?\[(?P<label>[^\[\]\n]+)\]\s?\[(?P<key>[^\[\]\n]{0,60})\]")
_NAMED = re.compile(r"(?<![\w\]])\[(?P<key>[^\[\]\n]{1,60})\](?![\[(:\w])")
_LEADING = re.compile(r"(?<![^\s(“\"'«‘„])\[(?P<key>\d{1,4})\](?P<label>[^\s\[\]<>]+)")
_TRAILING = re.compile(r"(?P<label>[^\s\[\]<>(]+) ?\[(?P<key>\d{1,4})\](?![\w(\[:])")
_NUMBER = re.compile(r"\[(\d{1,4})\]")
_STOPS = ".,;:!?…)\"'”’»“"
_UNMARKED = (Kind.PREFORMATTED, Kind.SEPARATOR)
_LABEL = 100
"""The longest line that is a link as a whole."""


def link_numbers(blocks: Sequence[Block], note: Note) -> list[Block]:
    """
    Put the addresses that are listed at the end into the text, where their numbers stand; set the list aside.

    `[text][1]` is a link of its text; of `[1]word` and `word [1]` the word is the link, of a short line that begins
    with the only number in it the whole line.  Left alone: a list of which not every number in the text has an address,
    numbers that stand for themselves, notes with more than an address.
    """
    first, addresses = _listed(blocks)
    if not addresses:
        return list(blocks)
    text = [block.text for block in blocks[:first] if block.kind not in _UNMARKED]
    keys = {key for line in text for key in _NUMBER.findall(line)}
    named = any(not key.isdecimal() for key in addresses)
    if not keys <= addresses.keys() or not (keys or named):
        return list(blocks)
    found = [block if block.kind in _UNMARKED else _linked(block, addresses, note) for block in blocks[:first]]
    if found == list(blocks[:first]):
        return list(blocks)
    return [*found, *(block._replace(kind=Kind.ADDRESSES, level=0) for block in blocks[first:])]


def _listed(blocks: Sequence[Block]) -> tuple[int, dict[str, str]]:
    """The addresses that end a text, by their numbers, and at which block their list begins, its heading included."""
    found: dict[str, str] = {}
    first = at = len(blocks)
    while at:
        block = blocks[at - 1]
        entries = [_ENTRY.fullmatch(line) for line in block.printed.split("\n")]
        if all(entries):
            for entry in entries:
                if entry is None or (key := (entry["name"] or entry["number"]).casefold()) in found:
                    return first, {}
                found[key] = entry["href"]
            first = at - 1
        elif first == len(blocks) or not _is_heading(block):
            break
        else:
            first = at - 1
        at -= 1
    return first, found


def _is_heading(block: Block) -> bool:
    words = block.text.strip("*_: ").casefold().split()
    return 0 < len(words) <= 2 and all(word in _HEADINGS for word in words)


def _linked(block: Block, addresses: dict[str, str], note: Note) -> Block:
    text = block.text
    whole = re.fullmatch(r"\[(\d{1,4})\](\S[^\[\]\n]*)", text)
    if whole and len(text) <= _LABEL and whole[1] in addresses and text[-1] not in ".!?…":
        text = _link(whole[2], addresses[whole[1]]) or text
    else:
        for form in (_LABELLED, _NAMED, _LEADING, _TRAILING):
            text = form.sub(lambda match: _replaced(match, addresses), text)
    if text == block.text:
        return block
    note("link-number", block.first, block.last, block.text, text)
    return block._replace(text=text)


def _replaced(match: re.Match[str], addresses: dict[str, str]) -> str:
    """The link that a match is, or what it was."""
    groups = match.groupdict()
    label = groups.get("label") or match["key"]
    key = (match["key"] or label).casefold()
    if key not in addresses or (match.re is _NAMED and key.isdecimal()):
        return match[0]
    before = label[: len(label) - len(label.lstrip("(“\"'«‘„"))] if match.re is not _LABELLED else ""
    bare = label[len(before) :]
    stops = bare[len(bare.rstrip(_STOPS)) :] if match.re in (_LEADING, _TRAILING) else ""
    bare = bare[: len(bare) - len(stops)]
    link = _link(bare, addresses[key])
    return f"{before}{link}{stops}" if link else match[0]


def _link(label: str, href: str) -> str:
    """The link in Markdown; nothing, where it would not be read as one."""
    written = f"[{label}]({href})"
    nodes = parse(written)
    return written if label.strip() and len(nodes) == 1 and isinstance(nodes[0], Link) and nodes[0].href == href else ""
