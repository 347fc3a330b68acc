"""The owner's list of authors: which names are one person, which are two, and what is said of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadsheet.errors import BroadsheetError, Finding
from broadsheet.read.decode import decode
from broadsheet.read.folder import matches
from broadsheet.recognise.keyed import Entry, read_nested


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


def read_authors(file: Path) -> tuple[tuple[SaidAuthor, ...], tuple[Finding, ...]]:
    """
    Read the list, a file of YAML: each key is a name, and below it stand `also`, `articles`, `note` and `portrait`.

    Whatever is wrong is a finding with line and column, and the rest counts.  Raises `BroadsheetError` where the file
    is not there.
    """
    shown = file.name
    try:
        decoded = decode(file.read_bytes())
    except OSError as error:
        raise BroadsheetError(f"{file} cannot be read ({error.strerror})", "mend the option `authors`") from error
    if decoded is None:
        return (), (Finding(shown, 0, 0, "broken-yaml", "not text"),)
    entries, findings = read_nested(shown, decoded.text, "broken-yaml")
    said = []
    for entry, held in entries:
        values: dict[str, Any] = {}
        for key in held:
            if (wanted := _FIELDS.get(key.key)) is None:
                findings.append(Finding(shown, key.line, 0, "unknown-key", key.key))
            elif (value := wanted(key.value)) is None:
                detail = f"{key.key}: {'a text' if wanted is _text else 'a list of texts'}"
                findings.append(Finding(shown, key.line, key.column, "header-value", detail))
            else:
                values[key.key] = value
        said.append(SaidAuthor(entry.key, **values))
        findings += _claimed_twice(shown, entry, said)
    return tuple(said), tuple(findings)


def _claimed_twice(shown: str, entry: Entry, said: list[SaidAuthor]) -> list[Finding]:
    """A form that two authors have, where nothing tells in which articles it is whose."""
    *before, last = said
    others = {form for author in before if not author.articles for form in (author.name, *author.also)}
    twice = [form for form in (last.name, *last.also) if form in others and not last.articles]
    return [Finding(shown, entry.line, 0, "header-value", f"{form}: stands at two authors") for form in twice]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else None


_FIELDS: dict[str, Callable[[object], Any]] = {"also": _texts, "articles": _texts, "note": _text, "portrait": _text}
