"""Front matter: YAML in one fixed form, written and read by python-frontmatter."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

_QUOTED = json.JSONEncoder(ensure_ascii=False)
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class PageHandler(YAMLHandler):
    """Writes what YAML reads, with strings always quoted, lists on one line and keys in the order given."""

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        """Write the front matter."""
        return "\n".join(f"{key}: {_scalar(value)}" for key, value in metadata.items())


_HANDLER = PageHandler()


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a page, in its two parts."""

    front: Mapping[str, Any]
    """The values above the text."""
    body: str
    """The text; Markdown."""

    @classmethod
    def of(cls, values: Mapping[str, Any], body: str) -> Written:
        """Leave out values that are ``None`` or empty, and give the others as they are read back."""
        kept = {key: value for key, value in values.items() if value not in (None, "", (), [])}
        return cls({key: list(value) if isinstance(value, tuple) else value for key, value in kept.items()}, body)

    @property
    def text(self) -> str:
        """Both, as one file."""
        return with_front_matter(self.front, self.body)


def with_front_matter(values: Mapping[str, Any], body: str) -> str:
    """
    Write a page; values that are ``None`` or empty are left out.

    >>> print(with_front_matter({"title": "A: b", "words": 2}, "Text."), end="")
    ---
    title: "A: b"
    words: 2
    ---
    <BLANKLINE>
    Text.
    """
    kept = {key: value for key, value in values.items() if value not in (None, "", (), [])}
    post = frontmatter.Post(body, handler=_HANDLER, **kept)
    return frontmatter.dumps(post) + "\n"


def body_of(page: str) -> str:
    """
    What stands below the front matter of a page of ours.

    >>> body_of(with_front_matter({"title": "---"}, "Text."))
    'Text.\\n'
    """
    return page.split("\n---\n", 1)[1].removeprefix("\n")


def _scalar(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(_scalar(item) for item in value)}]"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", _QUOTED.encode(value))
    return json.dumps(value)
