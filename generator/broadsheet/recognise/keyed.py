"""Keys and values in YAML, each with its place."""

from __future__ import annotations

import re
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
    if len(text) > _LONGEST or _depth(text) > _DEEPEST:
        return [], [Finding(path, before + 1, 1, kind, "too long" if len(text) > _LONGEST else "too many brackets")]
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return [], [_broken(path, text, kind, before, error)]
    if root is None:
        return [], []
    if not isinstance(root, yaml.MappingNode):
        return [], [Finding(path, before + 1, 1, kind, "no keys")]
    entries = [
        Entry(str(key.value), _value(node), before + node.start_mark.line + 1, node.start_mark.column + 1)
        for key, node in root.value
        if isinstance(key, yaml.ScalarNode)
    ]
    return entries, []


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
