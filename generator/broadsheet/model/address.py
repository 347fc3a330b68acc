"""Addresses: where MkDocs publishes a file of the content folder."""

from __future__ import annotations

from posixpath import join, split, splitext

_STATIC = (".html", ".htm")


def address(path: str, *, directories: bool) -> str:
    """
    The file of the site that a page becomes; `directories`: whether each page is the index of a folder of its own.

    >>> address("2017/07/a.md", directories=False), address("2017/07/a.md", directories=True)
    ('2017/07/a.html', '2017/07/a/index.html')
    >>> address("2017/README.md", directories=True), address("about.html", directories=True)
    ('2017/index.html', 'about.html')
    """
    if path.endswith(_STATIC):
        return path
    folder, name = split(splitext(path)[0])
    if name in ("index", "README"):
        return join(folder, "index.html")
    return join(folder, name, "index.html") if directories else join(folder, f"{name}.html")
