"""Initials that a text explains: “the Terminal High Altitude Area Defense (THAAD) system”."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INITIALS = re.compile(r"\((?<=[^\W\d_] \()([^\W\d_a-z]{2,8})s?\)")
_NAME = 80
"""Characters before initials in brackets in which the name stands that they explain."""


def aliases_in(text: str) -> Iterator[tuple[str, str]]:
    """Initials in brackets after the name that they stand for."""
    for match in _INITIALS.finditer(text):
        words = re.findall(r"[^\W\d_][\w'’&-]*", text[max(0, match.start() - _NAME) : match.start()])
        for size in range(2, len(words) + 1):
            tail = words[-size:]
            if tail[0][0].isupper() and "".join(word[0] for word in tail if word[0].isupper()) == match[1]:
                yield match[1], " ".join(tail)
                break
