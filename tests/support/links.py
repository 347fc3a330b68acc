"""A link checker: every link of every page of a built site, by its files or through a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

_LINKS = {"a": "href", "link": "href", "area": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}


@dataclass
class Seen(HTMLParser):
    """What a page links to, and what in it can be linked to."""

    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    refresh: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links and anchors."""
        given = dict(attrs)
        if link := given.get(_LINKS.get(tag, "")):
            self.links.append(link)
        self.anchors |= {value for value in (given.get("id"), given.get("name")) if value}
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "refresh":
            self.links.append((given.get("content") or "").partition("url=")[2])


def broken_links(top: str, paths: list[str], fetch: Callable[[str], bytes | None], base: str = "") -> list[str]:
    """
    The links of some pages of a site that lead nowhere, as ``page: link``.

    `top` is the address of the site, `fetch` gives what stands at an address.  Links to other hosts are not followed;
    whole addresses that begin with `base`, the site's own, count as links into it.
    """
    read: dict[str, Seen | None] = {}

    def at(address: str) -> Seen | None:
        if address not in read:
            data = fetch(address)
            seen = Seen() if data is not None else None
            if seen and data is not None and data[:2000].lstrip()[:9].lower() in (b"<!doctype", b"<!DOCTYPE"):
                seen.feed(data.decode("utf-8"))
            read[address] = seen
        return read[address]

    def wrong() -> Iterator[str]:
        for path in paths:
            page = urljoin(top, path)
            found = at(page)
            if found is None:
                yield f"{path}: is not there"
            for link in found.links if found else ():
                whole = f"{top}{link.removeprefix(base)}" if base and link.startswith(base) else link
                address, anchor = urldefrag(urljoin(page, whole))
                if not address.startswith(top):
                    if urlsplit(address).netloc == urlsplit(top).netloc and urlsplit(address).scheme in (
                        "http",
                        "file",
                    ):
                        yield f"{path}: {link} leads out of the site"
                    continue
                target = at(address)
                if target is None or (anchor and target.anchors and unquote(anchor) not in target.anchors):
                    yield f"{path}: {link}"

    return list(wrong())


def from_disk(address: str) -> bytes | None:
    """What a browser reads of a file's address; a folder is no page."""
    file = Path(unquote(urlsplit(address).path))
    return file.read_bytes() if file.is_file() else None


def from_host(address: str) -> bytes | None:
    """What a server of this machine answers."""
    assert urlsplit(address).hostname == "127.0.0.1"
    try:
        with urlopen(address, timeout=30) as answer:
            return bytes(answer.read())
    except HTTPError:
        return None
