"""What each printed page is made from, as a checksum: a page of the same key need not be printed again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.cache import code_version
from broadsheet.model import Page, Writing
from broadsheet.publish.handouts import Handouts
from broadsheet.publish.inputs import inputs_of
from broadsheet.publish.view import Viewer

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


_said = json.JSONEncoder(default=repr, check_circular=False).encode
"""Values as a text, by C; `repr` of tuples with names is Python."""


class Keys:
    """The keys of the pages of one site."""

    def __init__(self, site: bytes, viewer: Viewer, handouts: Handouts) -> None:
        """`site` is a checksum of what all pages have in common."""
        self._viewer, self._handouts = viewer, handouts
        self._common = hashlib.blake2b(site, digest_size=20)
        self._common.update(_bytes(repr(handouts.of_site)))

    def of(self, page: Page, writing: Writing | None) -> str:
        """
        The key of a page, by all that it shows, with the writing of a listing.

        An article brings a key of its own; without one, it has none here either.  Nor has a signpost, which is made
        from what stands somewhere else.
        """
        if page.signpost or (writing is None and not page.key):
            return ""
        found = self._common.copy()
        text = page.key if writing is None else _bytes(writing.body)
        front = None if writing is None else writing.front
        seen = (page.path, front, self._viewer.beyond(page.path, writing), self._handouts.own(page.path))
        for part in (text, _said(seen).encode()):
            found.update(len(part).to_bytes(8, "big"))
            found.update(part)
        return found.hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def key_of_site(
    config: MkDocsConfig, nav: Navigation, files: Files, viewer: Viewer, ours: Container[str]
) -> bytes | None:
    """
    A checksum of what all pages of a site have in common: code, settings, theme, frame, and the owner's own pages.

    ``None`` where that cannot be said, since others may have a part in the pages.
    """
    inputs = inputs_of(config)
    if inputs is None:
        return None
    found = hashlib.blake2b(code_version(), digest_size=20)
    content = Path(config.docs_dir)
    for name in inputs:
        if Path(name) != content and name not in config.watch:
            for part in _contents(Path(name)):
                found.update(part)
    pages = sorted((f.src_uri, f.dest_uri, f.inclusion.value) for f in files.documentation_pages())
    own = [place for place in pages if place[0] not in ours]
    seen = (config.site_url, viewer.frame, own, [(str(page.title), page.url) for page in nav.pages])
    found.update(_bytes(repr(seen)))
    return found.digest()


def _contents(path: Path) -> Iterable[bytes]:
    files = sorted(file for file in path.rglob("*") if "__pycache__" not in file.parts) if path.is_dir() else [path]
    for file in files:
        if file.is_file():
            yield f"\0{file.as_posix()}\0".encode("utf-8", "surrogateescape")
            yield file.read_bytes()
