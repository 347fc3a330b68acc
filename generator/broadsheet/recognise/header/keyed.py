"""Keys and values in YAML, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from broadsheet.errors import Finding

_BRACKET = re.compile(r"[\[\]{}]")
_LONGEST, _DEEPEST = 100_000, 50
"""What is longer, or has more brackets open at once, is no header; PyYAML would take seconds for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key and its value."""

    key: str
    value: Any
    """A text, a list of texts, or ``None`` for what is neither; never a number, a date or a truth value."""
    line: int
    """Of the value, in its file."""
    column: int


def read_yaml(path: str, text: str, kind: str, before: int = 0) -> tuple[list[Entry], list[Finding]]:
    """
    Read the keys at the top level of a YAML text that begins after `before` lines of its file.

    `kind` is that of the finding where the text is no YAML, or has no keys; there are no entries then.
    """
    root, findings = mapping_of(path, text, kind, before)
    return (_entries(root.value, before) if root else []), findings


def mapping_of(path: str, text: str, kind: str, before: int = 0) -> tuple[yaml.MappingNode | None, list[Finding]]:
    """The keys of a YAML text with all that stands under them, each node with its place; ``None`` where it has none."""
    if len(text) > _LONGEST or _depth(text) > _DEEPEST:
        return None, [Finding(path, before + 1, 1, kind, "too long" if len(text) > _LONGEST else "too many brackets")]
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [_broken(path, text, kind, before, error)]
    if root is None:
        return None, []
    if not isinstance(root, yaml.MappingNode):
        return None, [Finding(path, before + 1, 1, kind, "no keys")]
    return root, []


def nested(path: str, root: yaml.MappingNode, kind: str) -> tuple[list[tuple[Entry, list[Entry]]], list[Finding]]:
    """Keys of which each holds keys of its own, or nothing; one with another value is a finding of that kind."""
    found, findings = [], []
    for key, node in root.value:
        if isinstance(node, yaml.MappingNode) or (isinstance(node, yaml.ScalarNode) and not node.value):
            held = _entries(node.value) if isinstance(node, yaml.MappingNode) else []
            found.append((_entry(key, node), held))
        else:
            place = node.start_mark
            findings.append(Finding(path, place.line + 1, place.column + 1, kind, f"{key.value}: needs keys"))
    return found, findings


def _depth(text: str) -> int:
    """How many brackets are open at once, at most."""
    depth = deepest = 0
    for sign in _BRACKET.findall(text):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return [item.value for item in node.value]
    return None


def _entries(pairs: Iterable[tuple[yaml.Node, yaml.Node]], before: int = 0) -> list[Entry]:
    return [_entry(key, node, before) for key, node in pairs if isinstance(key, yaml.ScalarNode)]


def _entry(key: yaml.Node, node: yaml.Node, before: int = 0) -> Entry:
    return Entry(str(key.value), _value(node), before + node.start_mark.line + 1, node.start_mark.column + 1)


def _broken(path: str, text: str, kind: str, before: int, error: Exception) -> Finding:
    """The place where YAML gave up; of a quotation that is not closed, where it begins."""
    detail = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if "quoted scalar" in str(getattr(error, "context", "")):
        mark, detail = getattr(error, "context_mark", None), "a quotation mark is not closed"
    else:
        mark = getattr(error, "problem_mark", None)
    if mark:
        return Finding(path, before + mark.line + 1, mark.column + 1, kind, detail)
    above = text[: getattr(error, "position", 0) or 0].split("\n")
    return Finding(path, before + len(above), len(above[-1]) + 1, kind, detail)
