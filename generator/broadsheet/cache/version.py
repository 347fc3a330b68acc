"""The version of the code: another one may work out something else from the same text."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = (
    "anyascii", "babel", "charset-normalizer", "ftfy", "jinja2", "markdown", "mkdocs", "mkdocs-material", "numpy",
    "pystemmer", "python-frontmatter", "pyyaml", "stopwordsiso",
)  # fmt: skip
"""Those whose answers stand in articles, pages and the index of the search."""


@cache
def code_version() -> bytes:
    """A checksum of the package's files, of Python's version and of those of the libraries."""
    found = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix != ".pyc" and file.is_file():
            found.update(f"\0{file.relative_to(PACKAGE).as_posix()}\0".encode())
            found.update(file.read_bytes())
    for name in _LIBRARIES:
        found.update(f"\0{name} {_version(name)}".encode())
    return found.digest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
