"""Articles that were read before need not be read again."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from broadsheet.cache import code_version
from broadsheet.errors import Finding
from broadsheet.model import Article, Repeated
from broadsheet.model.repeated import key_of
from broadsheet.options import Options
from broadsheet.pipeline.asked import Asked

_LATER = ("latest", "topics", "related", "review", "permalink", "slugs", "moved", "withdrawn", "permalinks")
"""Options that no article depends on, only what is made of all of them; the sheet's rows come as what is stated."""
_LINE_END = re.compile(rb"\r\n|[\n\r\x0b\x0c\x85]|\xc2\x85|\xe2\x80[\xa8\xa9]")
_RARE = (b"\x0b", b"\x0c", b"\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9")
"""Ends of lines that `bytes` knows nothing of; to look for them alone takes a tenth of the time."""
_DEFAULTS = Options()


@dataclass(frozen=True, slots=True)
class Recalled:
    """One article, or the finding in its place, as it goes from process to process and into the store."""

    key: bytes | None
    """``None`` for what is not kept."""
    data: bytes
    fresh: bool
    """Whether it was read just now."""

    @property
    def result(self) -> Article | Finding:
        """What it is."""
        found: Article | Finding = pickle.loads(self.data)
        return found.known_by(self.key or b"") if isinstance(found, Article) else found


class Keys:
    """
    The keys of articles that are read with the same options.

    What is read of an article depends on the bytes of its text, on what is stated of it, on the lines that it shares
    with others, on the options and on the code; its key is made of all of them.
    """

    def __init__(self, options: Options, sought: tuple[str, ...]) -> None:
        self._begun = hashlib.blake2b(code_version(), digest_size=20)
        self._add(self._begun, (_reading(options), sought))

    @property
    def common(self) -> bytes:
        """A checksum of what they have in common."""
        return self._begun.digest()

    def of(self, asked: Asked) -> bytes | None:
        """The key of an article; ``None`` where its bytes are not known."""
        item, data = asked.item, asked.item.data
        if data is None:
            return None
        found = self._begun.copy()
        self._add(found, (item.path, item.container, item.line, asked.stated, sorted(_shared(data, asked.repeated))))
        found.update(data)
        return found.digest()

    def _add(self, found: hashlib.blake2b, known: tuple[object, ...]) -> None:
        found.update(repr(known).encode("utf-8", "surrogatepass"))
        found.update(b"\0")


def _reading(options: Options) -> Options:
    return replace(options, **{name: getattr(_DEFAULTS, name) for name in _LATER})


def _shared(data: bytes, repeated: Repeated) -> Iterator[tuple[bytes, float]]:
    """The lines of an article that repeat; all that repeat, where its encoding hides which are its own."""
    if not repeated.shares:
        return
    if not _is_plain(data):
        yield from repeated.shares.items()
        return
    lines = data.splitlines()
    if any(sign in data for sign in _RARE):
        lines += _LINE_END.split(data)
    for line in repeated.shares.keys() & {key_of(line) for line in lines}:
        yield line, repeated.shares[line]


def _is_plain(data: bytes) -> bool:
    if b"\0" in data or b"\x1b" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
