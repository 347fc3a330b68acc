"""Heads of markup languages other than Markdown: Org's keywords, the title and the field list of reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.layout.marks import is_rule, underlines
from broadsheet.recognise.header.keyed import Entry
from broadsheet.recognise.header.keys import field_of

_ORG = re.compile(r"#\+(?P<key>[A-Za-z_]{2,30}):\s*(?P<value>.*)")
_ORG_KEYS = {"filetags": "tags"}
_ORG_TAGS = re.compile(r":(?:[\w@#%-]+:)+")
_FIELD = re.compile(r":(?P<key>[A-Za-z][\w -]{0,30}):\s+(?P<value>\S.*)")


def org_head(lines: Sequence[str], start: int) -> tuple[list[Entry], int]:
    """The keywords that a text in Org begins with, such as ``#+TITLE: …``, and the line after the last of them."""
    found: list[Entry] = []
    at = start
    while at < len(lines) and (match := _ORG.fullmatch(lines[at].strip())):
        key, value = match["key"].casefold(), match["value"].strip()
        if _ORG_TAGS.fullmatch(value):
            value = ", ".join(value.strip(":").split(":"))
        elif key == "date":
            value = value.strip("<>[]")
        found.append(Entry(_ORG_KEYS.get(key, key), value, at + 1, match.start("value") + 1))
        at += 1
    return (found, at) if _are_stated(found) else ([], start)


def field_list(lines: Sequence[str], start: int) -> tuple[list[Entry], int]:
    """
    The underlined title and the fields below it, such as ``:Author: …``, of a text in reStructuredText.

    With the line after the last of them.  Left alone: a title without fields, which is a headline.
    """
    at = start + is_rule(lines[start])
    if at + 1 >= len(lines) or not lines[at].strip() or not underlines(lines[at + 1], lines[at]):
        return [], start
    found = [Entry("title", lines[at].strip(), at + 1, 1)]
    at += 2
    while at < len(lines) and not lines[at].strip():
        at += 1
    while at < len(lines) and (match := _FIELD.fullmatch(lines[at].strip())):
        found.append(Entry(match["key"], match["value"], at + 1, match.start("value") + 1))
        at += 1
    return (found, at) if _are_stated(found) else ([], start)


def _are_stated(found: Sequence[Entry]) -> bool:
    """Whether a title and one more field are known."""
    known = {field for entry in found if entry.value and (field := field_of(entry.key))}
    return "title" in known and len(known) > 1
