"""Reads the index of the search, as its script does."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any


def read(site: Path, name: str) -> tuple[dict[str, Any], bytes]:
    """A file of an index: its header and its bytes."""
    text = (site / "search" / f"{name}.js").read_text(encoding="ascii")
    match = re.fullmatch(rf'broadsheetSearch\.take\("{name}","([\w+/=]+)"\)\n', text)
    assert match is not None
    raw = zlib.decompress(base64.b64decode(match[1]))
    end = 4 + int.from_bytes(raw[:4], "little")
    return json.loads(raw[4:end]), raw[end:]


def names(site: Path, kind: str) -> list[str]:
    """The names of the files with the `words`, their `places` or the `cards`."""
    return re.findall("[0-9a-f]{12}", read(site, "manifest")[0][kind])


def cards(site: Path) -> list[list[Any]]:
    """All articles that can be found: URL, title, date, date in words, authors, language, text."""
    return [card for name in names(site, "cards") for card in read(site, f"c/{name}")[0]["cards"]]
