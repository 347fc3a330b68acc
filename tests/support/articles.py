"""Articles made by hand, for tests of what is known of all together."""

from __future__ import annotations

import hashlib

from broadsheet.model import Article, Matter, Metadata, PartialDate


def article(path: str, title: str = "Flood", date: str | None = "1988-06", text: str = "") -> Article:
    """An article that has only what permalinks depend on; its text is its path, if none is given."""
    return Article(
        path=path,
        sha256=hashlib.sha256((text or path).encode()).hexdigest(),
        encoding="utf-8",
        metadata=Metadata(title, date=PartialDate.from_iso(date) if date else None),
        matter=Matter(),
        words=0,
        summary="",
        findings=(),
        shown=path,
        contained=False,
    )
