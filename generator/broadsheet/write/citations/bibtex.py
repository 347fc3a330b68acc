"""BibTeX, with the `date` of BibLaTeX; UTF-8."""

from __future__ import annotations

import re

from broadsheet.write.citations.names import Name
from broadsheet.write.citations.reference import Reference

_MARKS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_MARK = re.compile("[" + re.escape("".join(_MARKS)) + "]")


def bibtex(reference: Reference) -> str:
    """
    Write a reference.

    The title stands in two pairs of braces, so that no style changes its capitals; names of desks in one of their own,
    so that none takes them apart.
    """
    date = reference.date
    fields = {
        "author": " and ".join(map(_name, reference.authors)),
        "title": f"{{{escaped(reference.title)}}}",
        "journal": escaped(reference.container),
        "date": str(date) if date else "",
        "year": str(date.year) if date else "",
        "month": str(date.month) if date and date.month else "",
        "location": escaped(reference.place),
        "langid": reference.language,
        "url": reference.url,
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{reference.key},\n{''.join(lines)}}}\n"


def escaped(text: str) -> str:
    """
    A text without what TeX would read as a command.

    >>> escaped("Ink & paper at 5%")
    'Ink \\\\& paper at 5\\\\%'
    """
    return _MARK.sub(lambda mark: _MARKS[mark[0]], " ".join(text.split()))


def _name(name: Name) -> str:
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    parts = (name.family, name.suffix, name.given) if name.suffix else (name.family, name.given)
    return ", ".join(_whole(escaped(part)) for part in parts)


def _whole(part: str) -> str:
    """A part that holds what parts names must not be taken apart by it."""
    return f"{{{part}}}" if "," in part or " and " in f" {part} " else part
