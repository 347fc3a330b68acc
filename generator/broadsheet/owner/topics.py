"""`topics.yml`: what the owner says of the topics of the collection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from broadsheet.errors import Finding
from broadsheet.model.topic import TopicRules
from broadsheet.owner.list_file import read_list

NAME = "topics.yml"
_FORMS = {
    "rename": "a name and the new one on each line (Peking: Beijing)",
    "merge": "a name and a list of others that count for it (THAAD: [Terminal High Altitude Area Defense])",
    "drop": "a list of names",
    "pin": "a list of names",
}


def read_topics(root: Path) -> tuple[TopicRules, list[Finding]]:
    """
    Read the owner's rules for topics, if there are any.

    Whatever is wrong is a finding with line and column; the rest counts.
    """
    listed, findings = read_list(root, NAME)
    return _rules(listed) if listed else (TopicRules(), findings)


def _rules(root: yaml.MappingNode) -> tuple[TopicRules, list[Finding]]:
    names: dict[str, str] = {}
    drop: list[str] = []
    pin: list[str] = []
    findings = []
    for key, node in root.value:
        if key.value not in _FORMS:
            findings.append(_finding(key, "unknown-key", str(key.value)))
            continue
        try:
            match key.value:
                case "rename":
                    names |= {_text(old): _text(new) for old, new in _pairs(node)}
                case "merge":
                    names |= {other: _text(name) for name, others in _pairs(node) for other in _texts(others)}
                case "drop":
                    drop += _texts(node)
                case "pin":
                    pin += _texts(node)
        except _FormError as error:
            findings.append(_finding(error.node, "topic-rule", f"{key.value}: {_FORMS[key.value]}"))
    return TopicRules(names, frozenset(drop), tuple(dict.fromkeys(pin))), findings


class _FormError(Exception):
    def __init__(self, node: yaml.Node) -> None:
        super().__init__()
        self.node = node


def _pairs(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if _empty(node):
        return
    if not isinstance(node, yaml.MappingNode):
        raise _FormError(node)
    yield from node.value


def _texts(node: yaml.Node) -> list[str]:
    """A list of texts, or a single one."""
    if _empty(node):
        return []
    if isinstance(node, yaml.SequenceNode):
        return [_text(item) for item in node.value]
    return [_text(node)]


def _text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise _FormError(node)
    return " ".join(node.value.split())


def _empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value.strip()


def _finding(node: yaml.Node, kind: str, detail: str) -> Finding:
    return Finding(NAME, node.start_mark.line + 1, node.start_mark.column + 1, kind, detail)
