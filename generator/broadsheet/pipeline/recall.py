"""Articles that were read before need not be read again."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from broadsheet.cache import Store, code_version
from broadsheet.errors import Finding, UnreadableError
from broadsheet.model import Article, Item, Repeated
from broadsheet.model.repeated import key_of
from broadsheet.options import Options
from broadsheet.read.source import bytes_of
from broadsheet.recognise.header.stated import Stated

_LATER = ("latest", "topics", "related", "review", "permalink", "slugs", "moved", "withdrawn", "permalinks")
"""Options that no article depends on, only what is made of all of them; the sheet's rows come as what is stated."""
_LINE_END = re.compile(rb"\r\n|[\n\r\x0b\x0c\x85]|\xc2\x85|\xe2\x80[\xa8\xa9]")
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
        return replace(found, key=self.key or b"") if isinstance(found, Article) else found


def recalled(
    store: Store | None,
    root: Path,
    item: Item,
    options: Options,
    stated: Stated,
    repeated: Repeated,
    sought: tuple[str, ...],
    read: Callable[[Item], Article | Finding],
) -> Recalled:
    """
    Give what the store has of an article, or read it.

    What is read depends on the bytes of its text, on what is stated of it, on the lines that it shares with others, on
    the options and on the code; the key is made of all of them.
    """
    whole = item if item.data is not None else replace(item, data=_bytes_of(root, item.path, options))
    if store is None or whole.data is None:
        return Recalled(None, pickle.dumps(read(item), 5), fresh=True)
    key = _key(whole, whole.data, options, stated, repeated, sought)
    if kept := store.get(key):
        return Recalled(key, kept, fresh=False)
    return Recalled(key, pickle.dumps(read(whole), 5), fresh=True)


def _bytes_of(root: Path, path: str, options: Options) -> bytes | None:
    """The bytes of a file; ``None`` where reading it has to say what is wrong with it."""
    try:
        return bytes_of(root, path, options)
    except UnreadableError:
        return None


def _key(
    item: Item, data: bytes, options: Options, stated: Stated, repeated: Repeated, sought: tuple[str, ...]
) -> bytes:
    found = hashlib.blake2b(code_version(), digest_size=20)
    known = (_reading(options), item.path, item.container, item.line, stated, sought, sorted(_shared(data, repeated)))
    found.update(repr(known).encode("utf-8", "surrogatepass"))
    found.update(b"\0")
    found.update(data)
    return found.digest()


def _reading(options: Options) -> Options:
    return replace(options, **{name: getattr(_DEFAULTS, name) for name in _LATER})


def _shared(data: bytes, repeated: Repeated) -> Iterator[tuple[bytes, float]]:
    """The lines of an article that repeat; all that repeat, where its encoding hides which are its own."""
    if not repeated.shares:
        return
    if not _is_plain(data):
        yield from repeated.shares.items()
        return
    for line in {key_of(line) for line in (*data.splitlines(), *_LINE_END.split(data))}:
        if line in repeated.shares:
            yield line, repeated.shares[line]


def _is_plain(data: bytes) -> bool:
    if b"\0" in data or b"\x1b" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
