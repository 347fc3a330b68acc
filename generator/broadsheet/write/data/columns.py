"""What the columns of the collection are, in the words of Frictionless' Table Schema."""

from __future__ import annotations

from typing import Any

_TEXTS = {"type": "array", "arrayItem": {"type": "string"}}
_PIECES = {"type": "array", "arrayItem": {"type": "object"}}

COLUMNS: dict[str, dict[str, Any]] = {
    "path": {"type": "string", "description": "The source, relative to the content folder."},
    "url": {"type": "string", "description": "The page, relative to the site."},
    "title": {"type": "string", "description": "The headline."},
    "headline": {"type": "string", "description": "As printed, where the title has it in another case."},
    "authors": {**_TEXTS, "description": "As the byline names them."},
    "date": {"type": "string", "description": "As precise as it is known, in EDTF (ISO 8601-2)."},
    "place": {"type": "string", "description": "Where it was written."},
    "agencies": {**_TEXTS, "description": "Which sent it."},
    "publication": {"type": "string", "description": "The paper that it stood in."},
    "language": {"type": "string", "description": "A tag of BCP 47."},
    "description": {"type": "string", "description": "The standfirst, or the first sentence.", "missingValues": []},
    "topics": {**_TEXTS, "description": "What it is about."},
    "front": {**_PIECES, "description": "Headline, byline and the like, as printed."},
    "body": {**_PIECES, "description": "The text."},
    "aside": {**_PIECES, "description": "What was printed with it and is not the text."},
    "changed": {**_PIECES, "description": "Changes that altered letters."},
    "words": {"type": "integer", "description": "Of the text."},
    "encoding": {"type": "string", "description": "In which the source was read."},
    "sha256": {"type": "string", "description": "Of the source."},
    "page_sha256": {"type": "string", "description": "Of its page in Markdown."},
}
"""By the key of a record; a list stands in a cell as JSON."""


def schema() -> dict[str, Any]:
    """The Table Schema of JSONL, CSV and Parquet."""
    fields = [{"name": name, **column} for name, column in COLUMNS.items()]
    return {"fields": fields, "primaryKey": ["path"], "missingValues": [""]}
