"""Where the links of a page of ours lead to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from mkdocs.structure.files import InclusionLevel
from mkdocs.utils import get_relative_url

from broadsheet.publish.unprinted import Unprinted

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w~-][\w.~-]*/)*(?!README\.)[\w~-][\w.~-]*)\.md", re.ASCII)
"""A way to a page that an address has as it is."""
_UP = len("../")


class Targets:
    """The pages that one page leads to."""

    def __init__(self, file: File, files: Files, *, directories: bool) -> None:
        """`directories`: whether an index has the address of its folder."""
        self._file, self._files = file, files
        self._folders = file.src_uri.split("/")[:-1]
        self._ours = files.unprinted if isinstance(files, Unprinted) and not directories else {}
        self.asked = False
        """Whether a link has led to a page."""
        self.anchors: dict[File, dict[str, str]] = {}
        """The places in pages that links led to."""

    def address(self, href: str) -> str | None:
        """
        The address of the page that a relative link leads to.

        Whatever MkDocs would say something about is left to it.
        """
        self.asked = self.asked or ".md" in href
        return self._of_ours(href) or self._of_any(href)

    def _of_ours(self, href: str) -> str | None:
        """The same for the links of listings: the shortest way to a page of ours, of which there are many."""
        found = _PLAIN.fullmatch(href)
        if found is None:
            return None
        ups, rest = len(found[1]) // _UP, found[2]
        folders = self._folders[: len(self._folders) - ups] if ups else self._folders
        if ups and (ups > len(self._folders) or rest.startswith(f"{self._folders[-ups]}/")):
            return None
        path = f"{'/'.join(folders)}/{rest}.md" if folders else f"{rest}.md"
        return f"{href[:-3]}.html" if path in self._ours else None

    def _of_any(self, href: str) -> str | None:
        scheme, netloc, path, query, anchor = urlsplit(href)
        if scheme or netloc or not path.endswith(".md") or path.startswith("/"):
            return None
        target = self._files.get_file_from_path(self._joined(unquote(path)))
        if target is None or target.inclusion.value <= InclusionLevel.DRAFT.value:
            return None
        if anchor:
            self.anchors.setdefault(target, {}).setdefault(anchor, href)
        return urlunsplit(("", "", get_relative_url(target.url, self._file.url), query, anchor))

    def _joined(self, path: str) -> str:
        """A path as it is seen from the top of the site."""
        folders = self._folders[:]
        for part in path.split("/"):
            if part == "..":
                if not folders:
                    return path
                folders.pop()
            elif part not in (".", ""):
                folders.append(part)
        return "/".join(folders)
