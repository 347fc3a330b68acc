"""The time of reading a file grows with its length, not with the square of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from broadsheet.options import Options
from broadsheet.pipeline.article import read_article

UNITS = {
    "items between lines of text": "- a\nB\n",
    "items of two sorts": "- a\n* b\n",
    "items parted by empty lines, with typed numbers": "",
    "unfinished sentences": "It was. The man ",
    "marks on one letter": "\u0301\u0323",
    "brackets": "[",
}
SIZE = 160_000
"""Bytes. Each of these took from 20 seconds to minutes by the square of its length; it takes half a second now."""


@pytest.mark.parametrize("name", UNITS)
def test_degenerate_texts_are_read_in_time(name: str, tmp_path: Path) -> None:
    """Within ten seconds on any machine; `bench/growth.py` measures how much less it is."""
    text = UNITS[name] * (SIZE // max(1, len(UNITS[name].encode())))
    if not text:
        text = "".join(f"{number}. a\n\n" for number in range(1000, 1000 + SIZE // 8))
    if name == "unfinished sentences":
        text = f"{text}5\n\nwhich is on\n\n" * 3
    if name == "brackets":
        text = f"---\ntitle: Deep\nnote: {text}\n---\nText.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    start = time.process_time()
    article = read_article(tmp_path, "a.txt", Options())
    assert time.process_time() - start < 10
    assert "lost-letters" not in {finding.id for finding in article.findings}
