"""Headers that state the metadata: YAML between `---`, lines such as `Title: …`, heads of Org, reST and e-books."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from broadsheet.errors import Finding
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.header.ebook import Ebook
from broadsheet.recognise.header.fields import authors_of, stated_by
from broadsheet.recognise.header.keyed import Entry, read_yaml
from broadsheet.recognise.header.keys import field_of
from broadsheet.recognise.header.markup import field_list, org_head

_KEY = re.compile(r"(?P<key>[^\W\d][\w -]{0,30}):(?:[ \t]+(?P<value>.*))?")
_NAME_BEHIND = re.compile(r"\S+@\S+\s+\(([^()]+)\)")
"""As Usenet gave the name of a sender, behind the address."""
_MOST = 60
"""A header has fewer lines than this."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a source."""

    first: int
    last: int
    candidates: tuple[Candidate, ...]
    findings: tuple[Finding, ...] = ()
    outlined: bool = False
    """Whether it is Org's, so that stars at the margin head the sections of the text."""

    @property
    def lines(self) -> frozenset[int]:
        """The numbers of its lines."""
        return frozenset(range(self.first, self.last + 1))


def read_header(path: str, lines: Sequence[str], ebook: Ebook, order: str | None = None) -> Header | None:
    """
    Read the header of a source, if it has a deliberate one; `order` is that of its dates.

    `ebook`: what frames the text, if anything.

    Left alone: a line between two dashed rules that is not of the form ``key: value``, a text that begins with
    ``Washington: …``.
    """
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    return (
        _yaml(path, lines, start, order)
        or _ebook(path, ebook, order)
        or _markup(path, lines, start, order)
        or _fields(path, lines, start, order)
    )


def _yaml(path: str, lines: Sequence[str], start: int, order: str | None) -> Header | None:
    if lines[start].rstrip() != "---":
        return None
    end = next((n for n in range(start + 1, min(start + _MOST, len(lines))) if lines[n].rstrip() in ("---", "...")), 0)
    inside = lines[start + 1 : end]
    keyed = [line for line in inside if line.strip() and not line.startswith((" ", "\t", "-", "#"))]
    known = sum(1 for line in keyed if (m := _KEY.match(line)) and field_of(m["key"]))
    if not known or known * 2 < len(keyed):
        return None
    entries, findings = read_yaml(path, "\n".join(inside), "broken-header", start + 1)
    if findings:
        return Header(start + 1, end + 1, (), tuple(findings))
    return _header(path, start, end, entries, "header-yaml", order)


def _markup(path: str, lines: Sequence[str], start: int, order: str | None) -> Header | None:
    """The head of a text in Org or in reStructuredText."""
    if not lines[start : start + 2]:
        return None
    outlined = lines[start].startswith("#+")
    found, end = org_head(lines, start) if outlined else field_list(lines, start)
    return replace(_header(path, start, end - 1, found, "header-fields", order), outlined=outlined) if found else None


def _fields(path: str, lines: Sequence[str], start: int, order: str | None) -> Header | None:
    """Lines of the form ``Key: value`` at the top, a title or author among them, ended by an empty line."""
    end = start
    found: list[Entry] = []
    while end < min(start + _MOST, len(lines)) and lines[end].strip():
        if lines[end].startswith((" ", "\t")) and found:
            found[-1] = replace(found[-1], value=f"{found[-1].value} {lines[end].strip()}")
        elif ":" in lines[end] and (match := _KEY.fullmatch(lines[end].rstrip())):
            found.append(Entry(match["key"], (match["value"] or "").strip(), end + 1, max(match.start("value"), 0) + 1))
        else:
            return None
        end += 1
    if any(entry.key.casefold() == "subject" for entry in found):
        found = list(map(_sent_by, found))
    known = {field for entry in found if entry.value and (field := field_of(entry.key))}
    if "title" not in known or len(found) < 2 or len(known) < 2:
        return None
    return _header(path, start, end - 1, found, "header-fields", order)


def _sent_by(entry: Entry) -> Entry:
    """The sender of a letter by mail is its author, if more than an address is given."""
    if entry.key.casefold() != "from":
        return entry
    name = _NAME_BEHIND.sub(r"\1", entry.value)
    return replace(entry, key="author", value=name) if authors_of(name) else entry


def _ebook(path: str, ebook: Ebook, order: str | None) -> Header | None:
    """What the head of an electronic book states; when it was released is no date of the text."""
    if not ebook.entries:
        return None
    candidates, _ = stated_by(path, ebook.entries, "header-ebook", order)
    first, last = ebook.stated
    return Header(first, last, tuple(candidate._replace(first=first, last=last, where="") for candidate in candidates))


def _header(path: str, start: int, end: int, entries: Sequence[Entry], rule: str, order: str | None) -> Header:
    candidates, findings = stated_by(path, entries, rule, order)
    inside = (candidate._replace(first=start + 1, last=end + 1, where="") for candidate in candidates)
    return Header(start + 1, end + 1, tuple(inside), findings)
