"""The files of a site of which our pages are printed elsewhere: MkDocs can find them, and does not go through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mkdocs.structure.files import File, Files

from broadsheet.model import Page


class Unprinted(Files):
    """
    All files; those of our pages are made when they are asked for, and stand in no list.

    So a site of 100,000 articles costs MkDocs no more than its owner's own pages do.
    """

    def __init__(self, files: Iterable[File], ours: Mapping[str, Page], make: Callable[[Page], File]) -> None:
        super().__init__(files)
        self._ours, self._make = dict(ours), make
        self._made: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file of a path, ours included."""
        if path in self._made:
            return self._made[path]
        if path in self._ours:
            self._made[path] = file = self._make(self._ours[path])
            return file
        return super().get_file_from_path(path)

    @property
    def unprinted(self) -> Mapping[str, Page]:
        """Our pages that are in no list."""
        return self._ours

    def take(self, file: File) -> None:
        """Put a page of ours into the lists: the owner's navigation names it."""
        if self._ours.pop(file.src_uri, None):
            self.append(file)
