"""A shelf: entries one after the other, on as many pages of constant weight as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from broadsheet.model import Page
from broadsheet.words import Words
from broadsheet.write.front_matter import Written
from broadsheet.write.listings.links import Links, link

PAGE = 50
"""Entries of one page."""

_T = TypeVar("_T")


def listing(path: str, title: str, kind: str, parts: Iterable[str] | Callable[[], Iterable[str]], **more: Any) -> Page:
    """A page that lists something; its parts may be made when they are needed."""

    def write() -> Written:
        made = parts() if callable(parts) else parts
        return Written.of({"title": title, "listing": kind, **more}, "\n\n".join(filter(None, made)))

    return Page(path, write)


def shelf(
    folder: str,
    title: str,
    kind: str,
    entries: Sequence[_T],
    links: Links,
    *,
    section: Callable[[_T], str] = lambda entry: "",
    write: Callable[[_T, str], str] | None = None,
    above: Sequence[str] = (),
    bar: Callable[[str], str] = lambda path: "",
    **more: Any,
) -> Iterator[Page]:
    """
    List entries in the order given, fifty to a page.

    `section` gives the heading that an entry stands under, `write` its line on the page of a path (without it, entries
    are articles), `bar` what stands above the entries of every page; what is `above` stands on the first page only, and
    `more` in the front matter of all.
    That one is ``index.md`` in `folder`, the others are ``page-2.md`` and so on; each leads to those beside it.
    """
    written: Callable[[Any, str], str] = write or links.line
    pages = -(-len(entries) // PAGE)
    for number in range(1, pages + 1):
        path = _path(folder, number)
        held = entries[(number - 1) * PAGE : number * PAGE]
        head, foot = above if number == 1 else (), _beside(folder, number, pages, links.words) if pages > 1 else ""
        parts = partial(_parts, path, held, section, written, (*head, bar(path)), foot)
        place = {"page": number, "pages": pages} if pages > 1 else {}
        yield listing(path, title, kind, parts, count=len(entries), **place, **more)


def _parts(
    path: str,
    held: Sequence[_T],
    section: Callable[[_T], str],
    write: Callable[[_T, str], str],
    above: Sequence[str],
    foot: str,
) -> Iterator[str]:
    """What stands on one page of a shelf."""
    yield from above
    for name, group in groupby(held, key=section):
        if name:
            yield f"## {name}"
        yield "\n".join(f"-   {write(entry, path)}" for entry in group)
    yield foot


def page_of(folder: str, place: int) -> str:
    """
    The page of a shelf on which an entry stands, by its place among all, counted from 0.

    >>> page_of("1987/05", 49), page_of("1987/05", 50)
    ('1987/05/index.md', '1987/05/page-2.md')
    """
    return _path(folder, place // PAGE + 1)


def _path(folder: str, number: int) -> str:
    return f"{folder}/index.md" if number == 1 else f"{folder}/page-{number}.md"


def _beside(folder: str, number: int, pages: int, words: Words) -> str:
    """The way to the pages before and after."""
    path = _path(folder, number)
    parts = [
        link(_path(folder, number - 1), words("previous_page"), path) if number > 1 else "",
        words("page_of", page=number, pages=pages),
        link(_path(folder, number + 1), words("next_page"), path) if number < pages else "",
    ]
    return " · ".join(part for part in parts if part)
