"""The collection as data: one article a line, in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from broadsheet.inline import hrefs, may_have_markup, plain
from broadsheet.model import Block, Collection, Entry
from broadsheet.trace import Step
from broadsheet.write.article import article_page

_JSON = json.JSONEncoder(ensure_ascii=False)


def jsonl(collection: Collection) -> Iterator[bytes]:
    """Write a line, with its newline, for each article, by path."""
    for one in records(collection):
        yield (_JSON.encode(one) + "\n").encode("utf-8")


def records(collection: Collection) -> Iterator[dict[str, Any]]:
    """The record of each article, by path."""
    for entry in sorted(collection.entries, key=lambda entry: entry.article.path):
        yield record(entry)


def record(entry: Entry) -> dict[str, Any]:
    """The record of one article, with keys in a fixed order."""
    article, known = entry.article, entry.article.metadata
    return {
        "path": article.path,
        "url": entry.url,
        "title": known.title,
        "headline": known.headline,
        "authors": list(known.authors),
        "date": str(known.date) if known.date else None,
        "place": known.place,
        "agencies": list(known.agencies),
        "publication": known.publication,
        "language": known.language,
        "description": article.summary,
        "topics": list(entry.topics),
        "front": [_piece(block) for block in article.front],
        "body": [_piece(block) for block in article.body],
        "aside": [_piece(block) for block in article.aside],
        "changed": [
            {"rule": step.rule, "before": step.before, "after": step.after}
            for step in article.steps
            if alters_letters(step)
        ],
        "words": article.words,
        "encoding": article.encoding,
        "sha256": article.sha256,
        "page_sha256": sha256(article_page(entry).text.encode("utf-8")).hexdigest(),
    }


def _piece(block: Block) -> dict[str, Any]:
    marker = {"marker": block.marker} if block.marker else {}
    return {"kind": str(block.kind), **_text(block), **marker}


def _text(block: Block) -> dict[str, Any]:
    if not may_have_markup(block.text):
        return {"text": block.text, "links": []}
    nodes = block.nodes
    return {"text": plain(nodes), "links": hrefs(nodes)}


def alters_letters(step: Step) -> bool:
    """Whether a step changed letters or digits, not only their layout and marks."""
    before, after = step.before.split(), step.after.split()
    if before == after or "".join(before) == "".join(after):  # as nearly always
        return False
    return sorted(filter(str.isalnum, step.before)) != sorted(filter(str.isalnum, step.after))
