"""Lists of names that go on in the next line."""

from __future__ import annotations

from broadsheet.layout.sentence import ends_sentence
from broadsheet.recognise.bylines.name_parts import split_names
from broadsheet.recognise.bylines.names import is_name
from broadsheet.recognise.candidate import Line
from broadsheet.recognise.dates.date import read_date

_LONGEST = 360


def lists_joined(lines: list[Line]) -> list[Line]:
    """Lines of which one ends in the middle of a list of names, as one."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and line.number == (before.last or before.number) + 1 and _lists_on(before.text, line.text):
            both = f"{before.text} {line.text}"
            joined[-1] = before._replace(text=both, last=line.number, numbered=before.numbered or line.numbered)
        else:
            joined.append(line)
    return joined


def _lists_on(text: str, after: str) -> bool:
    listed = text[-1] in ";,&" or text.endswith((" and", " und", " et", " y")) or text.count(";") > 1
    if not listed or len(text) + len(after) > _LONGEST or ends_sentence(after) or read_date(after):
        return False
    names = split_names(text)
    return bool(names) and all(map(is_name, names)) and all(map(is_name, split_names(after)))
