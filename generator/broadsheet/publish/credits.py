"""The line below a headline: authors, place and date, agencies, publication, reading time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from babel.lists import format_list

from broadsheet.publish.frame import Frame
from broadsheet.words import Words, words_of
from broadsheet.words.locales import locale_of
from broadsheet.write.dates import long_date

_WORDS_A_MINUTE = 230


def credit_line(
    meta: Mapping[str, Any],
    date: str,
    language: str,
    root: str,
    words: Words,
    frame: Frame,
    pages: Mapping[str, str],
) -> str:
    """
    The line as HTML, in the article's language; what it takes to read it, in the site's.

    `pages` are those of the authors, by their names, and `root` is the way to the top of the site.
    """
    parts = [*_credits(meta, date, language, root, pages), *_reading_time(meta, words, frame)]
    return "\n".join(f'<span class="part">{part}</span>' for part in parts)


def _credits(meta: Mapping[str, Any], date: str, language: str, root: str, pages: Mapping[str, str]) -> Iterator[str]:
    comma = "، " if language[:2].lower() in ("ar", "fa", "ur") else ", "
    authors = texts(meta.get("authors"))
    if authors:
        names = format_list([_author(name, root, pages) for name in authors], locale=locale_of(language))
        said = words_of(language)
        ours = said.language == language or language.lower().startswith("en")
        yield f'<span class="head__authors">{said("byline", names=names) if ours else names}</span>'
    where = [f"<span>{escape(str(meta['place']))}</span>"] if meta.get("place") else []
    if date:
        where.append(f'<time datetime="{escape(date)}">{escape(long_date(meta["date"], language))}</time>')
    if where:
        yield comma.join(where)
    if agencies := [escape(name) for name in texts(meta.get("agencies")) if name not in authors]:
        yield comma.join(agencies)
    if meta.get("publication"):
        yield f"<cite>{escape(str(meta['publication']))}</cite>"


def _author(name: str, root: str, pages: Mapping[str, str]) -> str:
    url = pages.get(name)
    return f'<a href="{root}{escape(url)}" rel="author">{escape(name)}</a>' if url else escape(name)


def _reading_time(meta: Mapping[str, Any], words: Words, frame: Frame) -> Iterator[str]:
    if meta.get("words"):
        minutes = words("reading_time", n=max(1, round(int(meta["words"]) / _WORDS_A_MINUTE)))
        yield f'<bdi lang="{frame.language}" dir="{frame.direction}">{minutes}</bdi>'


def texts(value: Any) -> list[str]:
    """What front matter holds of one text or several."""
    return [value] if isinstance(value, str) else [str(item) for item in value or ()]
