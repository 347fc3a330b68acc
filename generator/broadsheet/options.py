"""Every option of Broadsheet, in one typed object; the defaults here are the ones of the manual."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import NoneType
from typing import Any

from babel import Locale
from babel.localedata import locale_identifiers

from broadsheet.errors import OptionError

RECORD_FIELDS = (
    "text", "id", "title", "authors", "date", "language", "place", "agencies", "publication", "description", "topics",
    "series", "part",
)  # fmt: skip
"""What the option `fields` may name."""
FRONT_BLOCKS = ("topics", "latest", "on-this-day")
"""What the option `front` may name."""
PERMALINK_FIELDS = ("year", "month", "day", "slug", "folder", "stem")
"""What the option `permalink` may hold between braces."""
_PATTERN = re.compile(r"(?:[\w~-]|\.(?!\.)|/(?!/)|\{\w+\})+")
"""Safe signs and fields; no empty folder, no ``..``."""
DATA_FORMS = ("jsonl", "csv", "parquet", "bibtex", "ris", "csl-json")
"""What the option `data` may name."""
_CHOICES = {
    "slugs": ("ascii", "unicode"),
    "moved": ("keep", "redirect"),
    "withdrawn": ("page", "nothing"),
    "feed_text": ("summary", "full"),
    "feeds": ("atom", "rss", "json"),
    "data": DATA_FORMS,
}
"""By option, the words that it takes, or of which it takes a list."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag: the language, then script, region and the like."""
_WANTED = {
    str: "a text",
    tuple: "a list of texts",
    dict: "keys with a text each",
    NoneType: 'a text, between quotes where YAML would read it otherwise ("no")',
    bool: "true or false",
    int: "a whole number",
    float: "a number",
}
"""By the type of an option's default, what it takes."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the owner may set under ``plugins: broadsheet:`` in ``mkdocs.yml``."""

    articles: tuple[str, ...] = ("**/*.txt",)
    """Glob patterns, relative to the content folder, of the files that are articles."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Under which keys the records of containers hold their text and what is known of it, by field."""
    exclude: tuple[str, ...] = ("robots.txt", "humans.txt", "ads.txt", "llms.txt", "security.txt", "**/README.txt")
    """Glob patterns of text files that are not articles; MkDocs treats them as any other file."""
    language: str | None = None
    """Language (BCP 47) of articles that do not show their own; ``None`` leaves it unsaid."""
    site_language: str | None = None
    """Language (BCP 47) of what the site and its listings say around the articles; ``None`` takes that of the theme."""
    boilerplate: bool = True
    """Whether what stands in many articles of one source is set aside."""
    search: bool = True
    """Whether the site can be searched."""
    latest: int = 13
    """How many of the newest articles the front page shows."""
    pinned: tuple[str, ...] = ()
    """The articles that it begins with, by file or URL."""
    front: tuple[str, ...] = FRONT_BLOCKS
    """The blocks below its first articles, in order."""
    topics: int = 8
    """How many topics that were found in its text an article has at most; 0 for none."""
    related: int = 5
    """How many related articles an article leads to at most; 0 for none."""
    originals: bool = False
    """Whether the text file of each article is published beside its page, as it is."""
    review: str | None = None
    """The review sheet, relative to ``mkdocs.yml``: what is corrected in it wins over everything else."""
    permalink: str = "{year}/{month}/{slug}.html"
    """The pattern of new URLs; one that ends in `/` gives each article a folder of its own."""
    slugs: str = "ascii"
    """``ascii``: titles are transliterated in URLs; ``unicode``: they keep their script."""
    moved: str = "keep"
    """``keep``: an article keeps its URL whatever becomes of its title and date; ``redirect``: it moves, and a page at
    the old URL leads to it."""
    withdrawn: str = "page"
    """What stands at the URL of an article that is gone: a ``page`` that says so, or ``nothing``."""
    permalinks: str = "permalinks.csv"
    """The ledger of all URLs, relative to ``mkdocs.yml``."""
    feeds: tuple[str, ...] = ("atom", "rss", "json")
    """The formats of feeds: ``atom``, ``rss``, ``json``; none for no feeds."""
    feeds_of: int = 100
    """How many authors and topics have feeds of their own, those with the most articles first; 0 for none."""
    feed_text: str = "summary"
    """What feeds hold of an article: its ``summary``, or the ``full`` text."""
    markdown: int = 5000
    """Up to how many articles of a site each has its Markdown beside its page; 0 for never."""
    data: tuple[str, ...] = ()
    """In which forms the collection is published as data, below ``data/``."""
    max_megabytes: float = 8.0
    """A larger file is reported and left out: it is a book or a dump, not an article."""

    def __post_init__(self) -> None:
        for name in self.fields:
            if name not in RECORD_FIELDS:
                raise OptionError(f"option fields names {name!r}", f"known fields: {', '.join(RECORD_FIELDS)}")
        for name, tag in (("language", self.language), ("site_language", self.site_language)):
            if tag is not None and not _TAG.fullmatch(tag):
                raise OptionError(f"option {name} is {tag!r}", f"give its tag (BCP 47): {_tag_of(tag)}")
        if self.latest < 1:
            raise OptionError(f"option latest is {self.latest}", "give a whole number from 1")
        for name in ("topics", "related", "feeds_of", "markdown"):
            if (number := getattr(self, name)) < 0:
                raise OptionError(f"option {name} is {number}", "give a whole number from 0")
        for block in self.front:
            if block not in FRONT_BLOCKS:
                raise OptionError(f"option front names {block!r}", f"known blocks: {', '.join(FRONT_BLOCKS)}")
        for name, words in _CHOICES.items():
            given = getattr(self, name)
            for word in given if isinstance(given, tuple) else (given,):
                if word not in words:
                    raise OptionError(f"option {name} is {word!r}", f"give {' or '.join(words)}")
        if remedy := _wrong_in(self.permalink):
            raise OptionError(f"option permalink is {self.permalink!r}", remedy)
        if not self.permalinks.strip():
            raise OptionError("option permalinks is empty", "name a file, such as permalinks.csv")
        if not 0 < self.max_megabytes < math.inf:
            raise OptionError(f"option max_megabytes is {self.max_megabytes}", "give a number above 0")


def from_mapping(given: Mapping[str, Any]) -> Options:
    """
    Make options from what a configuration file gives; a key that is absent or ``None`` keeps its default.

    Raises `OptionError` for a name or a value that is not of the option's form.
    """
    known = {field.name: getattr(Options(), field.name) for field in fields(Options)}
    chosen: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            raise OptionError(f"unknown option {name!r}", f"known options: {', '.join(known)}")
        if value is not None:
            chosen[name] = _fitted(name, value, known[name])
    return Options(**chosen)


def _fitted(name: str, value: Any, default: Any) -> Any:
    """Fit one value to the type of its default."""
    match default:
        case dict() if isinstance(value, dict) and all(isinstance(v, str) for pair in value.items() for v in pair):
            return dict(value)
        case tuple() if isinstance(value, str):
            return (value,)
        case tuple() if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
            return tuple(value)
        case None | str() if isinstance(value, str):
            return value
        case bool() if isinstance(value, bool):
            return value
        case int() if isinstance(value, int) and not isinstance(value, bool) and not isinstance(default, bool):
            return value
        case float() if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    raise OptionError(f"option {name} is {value!r}", f"give {_WANTED[type(default)]}")


def _wrong_in(pattern: str) -> str | None:
    """
    What to mend in a pattern of permalinks.

    >>> _wrong_in("{year}/{title}.html")
    'there is no field {title}; known fields: {year}, {month}, {day}, {slug}, {folder}, {stem}'
    >>> _wrong_in("{year}/{slug}")
    'let it end in .html, or in / to give each article a folder of its own'
    """
    named = re.findall(r"\{(\w+)\}", pattern)
    if unknown := next((name for name in named if name not in PERMALINK_FIELDS), None):
        known = ", ".join(f"{{{field}}}" for field in PERMALINK_FIELDS)
        return f"there is no field {{{unknown}}}; known fields: {known}"
    if not {"slug", "stem"} & set(named):
        return "put {slug} or {stem} into it, or all articles would have one URL"
    if not pattern.endswith((".html", "/")):
        return "let it end in .html, or in / to give each article a folder of its own"
    if not _PATTERN.fullmatch(pattern) or re.search(r"(?:^|/)[./]|\.(?:/|$)", pattern):
        return "write it with letters, digits, - _ ~ . and / between names, and fields between braces; no / before it"
    last = pattern.removesuffix("/").rpartition("/")[2]
    return None if "{" in last else "put a field into its last part"


def _tag_of(name: str) -> str:
    """
    The tag of a language that is given by its name, in English or in itself, or with an underscore; else an example.

    >>> _tag_of("English"), _tag_of("deutsch"), _tag_of("pt_BR")
    ('"en"', '"de"', '"pt-BR"')
    """
    if _TAG.fullmatch(tag := name.strip().replace("_", "-")):
        return f'"{tag}"'
    english = Locale("en").languages
    for code in sorted(locale_identifiers(), key=len):
        if "_" not in code and name.strip().casefold() in (
            str(english.get(code)).casefold(),
            str(Locale(code).language_name).casefold(),
        ):
            return f'"{code}"'
    return 'such as "en" or "pt-BR"'
