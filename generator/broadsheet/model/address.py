"""Addresses: where MkDocs publishes a file of the content folder."""

from __future__ import annotations

from posixpath import join, split, splitext
from unicodedata import normalize

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


def page_of(url: str) -> str:
    """
    The page that has a permanent URL; its place does not depend on the setting of a site.

    >>> page_of("2017/07/a.html"), page_of("2017/07/a/")
    ('2017/07/a.md', '2017/07/a/index.md')
    """
    return f"{url}index.md" if url.endswith("/") else f"{url.removesuffix('.html')}.md"


def url_of(page: str) -> str:
    """
    The permanent URL of a page.

    >>> url_of("2017/07/a.md"), url_of("2017/07/a/index.md"), url_of("2017/07/re-index.md")
    ('2017/07/a.html', '2017/07/a/', '2017/07/re-index.html')
    """
    folder, name = split(page)
    return f"{folder}/" if folder and name == "index.md" else f"{page.removesuffix('.md')}.html"


def place(url: str) -> str:
    """
    What two URLs must not share: some file systems do not tell `A` from `a`, and the form of addresses may change.

    >>> place("2017/07/A.html") == place("2017/07/a/") == "2017/07/a"
    True
    """
    return normalize("NFC", url.removesuffix("/").removesuffix(".html").casefold())


def place_of(page: str) -> str:
    """
    The place that a page takes, whichever of the two forms addresses have.

    >>> place_of("2017/About.md") == place_of("2017/about/README.md") == place("2017/about.html")
    True
    """
    return place(address(page, directories=False).removesuffix("/index.html"))


def way_to(path: str, page: str) -> str:
    """
    The way to a file of the site from a page; both paths are relative to its top.

    >>> way_to("1987/05/a.md", "archive/index.md"), way_to("1987/05/a.md", "1987/05/index.md")
    ('../1987/05/a.md', 'a.md')
    """
    if path.partition("/")[0] != page.partition("/")[0]:  # most are
        return f"{'../' * page.count('/')}{path}"
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])
