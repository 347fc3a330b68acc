"""The owner's list of authors: which names are one person, which are two, and what is said of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadsheet.errors import Finding
from broadsheet.owner.list_file import read_list
from broadsheet.read.folder import matches
from broadsheet.recognise.header.keyed import Entry, nested

NAME = "authors.yml"
_WRONG = "author-rule"
"""The id of the finding for what is not of its form."""


@dataclass(frozen=True, slots=True)
class SaidAuthor:
    """One author, as the owner says."""

    name: str
    also: tuple[str, ...] = ()
    """Other forms of the name."""
    articles: tuple[str, ...] = ()
    """Patterns of the articles in which these names are this author; empty for all."""
    note: str = ""
    portrait: str = ""

    def wrote(self, path: str) -> bool:
        """Whether the names in an article may be this author's."""
        return not self.articles or matches(path, self.articles)


def read_authors(root: Path) -> tuple[tuple[SaidAuthor, ...], list[Finding]]:
    """
    Read the owner's list, if there is one: each key is a name, with `also`, `articles`, `note` and `portrait` below it.

    Whatever is wrong is a finding with line and column, and the rest counts.
    """
    listed, findings = read_list(root, NAME)
    if not listed:
        return (), findings
    entries, findings = nested(NAME, listed, _WRONG)
    said = []
    for entry, held in entries:
        values: dict[str, Any] = {}
        for key in held:
            if (wanted := _FIELDS.get(key.key)) is None:
                findings.append(Finding(NAME, key.line, 0, "unknown-key", key.key))
            elif (value := wanted(key.value)) is None:
                detail = f"{key.key}: {'a text' if wanted is _text else 'a list of texts'}"
                findings.append(Finding(NAME, key.line, key.column, _WRONG, detail))
            else:
                values[key.key] = value
            if key.key == "portrait" and _missing(root, values.get(key.key, "")):
                detail = f"portrait: no file {values.pop(key.key)}"
                findings.append(Finding(NAME, key.line, key.column, _WRONG, detail))
        said.append(SaidAuthor(entry.key, **values))
        findings += _claimed_twice(entry, said)
    return tuple(said), findings


def _missing(root: Path, portrait: str) -> bool:
    """Whether a portrait names a file of the content folder that is not there; one of another site is left alone."""
    return bool(portrait) and "://" not in portrait and not (root / portrait).is_file()


def _claimed_twice(entry: Entry, said: list[SaidAuthor]) -> list[Finding]:
    """A form that two authors have, where nothing tells in which articles it is whose."""
    *before, last = said
    others = {form for author in before if not author.articles for form in (author.name, *author.also)}
    twice = [form for form in (last.name, *last.also) if form in others and not last.articles]
    return [Finding(NAME, entry.line, 0, _WRONG, f"{form}: stands at two authors") for form in twice]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else None


_FIELDS: dict[str, Callable[[object], Any]] = {"also": _texts, "articles": _texts, "note": _text, "portrait": _text}
