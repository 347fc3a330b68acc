"""The head of an article: the lines from the top among which headline, byline and date are looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.abreast import Run
from broadsheet.layout.sentence import begins_lower, ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Kind
from broadsheet.recognise.asides import Below
from broadsheet.recognise.bylines.authorship import Common
from broadsheet.recognise.bylines.byline import byline_candidates, date_beside_byline
from broadsheet.recognise.bylines.names import is_full_name
from broadsheet.recognise.candidate import Candidate, Line
from broadsheet.recognise.dates.date import date_candidates
from broadsheet.recognise.dates.reader import has_number
from broadsheet.recognise.headlines.title import title_candidates
from broadsheet.recognise.spans import numbers_in

_HEAD = 9
"""Lines that are not empty, from the top, among which headline, byline and date are looked for."""
_SHORT = 40
"""A shorter line between headline and date is no text: a handle, a section, a place."""
_CUT = 20
_ALONE, _PROSE = 0.9, 60
"""How sure a date is that stands alone on its line; and a line that is longer is text."""
_FOOT = 10
"""Lines from the end, the last of which may be a signature."""
_TEXT_LINES, _TEXT = 200, 20_000
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = bytes(sign if chr(sign).isalpha() and sign < 128 else ord(" ") for sign in range(256))
"""For all in ASCII that is no letter a space."""
_ADDRESS = re.compile(r"[^\s(<]*(?:://|@)[^\s)>]*(?:\n[^\s(<]{1,80}\))?")
"""Addresses have the names of authors in small letters; in Markdown they go on in the next line."""
_LONGEST = 320
"""A longer line after the headline is the article's text; the head ends before it."""


def head_of(lines: Sequence[str], start: int, over: frozenset[int]) -> list[Line]:
    """
    The first lines that are not empty, up to the first long one.

    `start` is the last line of the header, `over` the page furniture.
    """
    head: list[Line] = []
    for number, line in enumerate(lines[start:], start + 1):
        if number not in over and (text := line.strip()):
            head.append(Line(number, text, line, breaks=line.endswith("  "), numbered=has_number(text)))
            if len(head) == _HEAD or (len(head) > 1 and len(text) > _LONGEST):
                break
    return head


def foot_of(lines: Sequence[str], below: Below, over: frozenset[int]) -> list[Line]:
    """The last lines that are not empty; those left out that are set aside."""
    notices = numbers_in(aside.span for aside in below.found(over))
    foot: list[Line] = []
    for number in range(len(lines), 0, -1):
        if number not in over and number not in notices and (text := lines[number - 1].strip()):
            foot.append(Line(number, text, lines[number - 1]))
            if len(foot) == _FOOT:
                break
    return foot[::-1]


def common_words(source_lines: Sequence[str], head: list[Line]) -> Common:
    """The words that the text, without addresses, has in lower case, which are no names; found when first asked for."""

    known: list[frozenset[str]] = []

    def found() -> frozenset[str]:
        if known:
            return known[0]
        start = head[1].number if len(head) > 1 else 0
        text = "\n".join(source_lines[start : start + _TEXT_LINES])[:_TEXT]
        if "://" in text or "@" in text:
            text = _ADDRESS.sub(" ", text)
        known.append(frozenset([word for word in _words_of(text) if word[0].islower() and len(word) > 1]))
        return known[0]

    return found


def _words_of(text: str) -> set[str]:
    """The runs of letters; of a text in ASCII as bytes, in half of the time."""
    if text.isascii():
        return set(text.encode().translate(_LETTERS).decode().split())
    return set(_WORD.findall(text))


def head_candidates(
    lines: list[Line], shape: Shape, running_head: str, common: Common, titled: str, order: str | None
) -> Run[list[Candidate]]:
    """
    Title first; byline and date after it, with no more than two other lines between.

    `titled`: the title that a header gives; where the text does not repeat it, the byline may be the first line.
    """
    titles = title_candidates(lines, shape, running_head)
    if titled:
        titles = [title for title in titles if _same(str(title.value), titled)]
    best = max(titles, key=lambda c: c.weight, default=None)
    numbers = range(best.first, best.last + 1) if best else range(0)
    others = [line for line in lines if line.number not in numbers]
    yield
    found = [*date_candidates(others, order), *byline_candidates(others, headed=bool(best or titled), common=common)]
    if best:  # names above and below the headline are no byline of several lines
        found = [c for c in found if c.last < best.first or c.first > best.last]
    if _is_diary(found, others):
        found = [c for c in found if c.field != "date"]
    at = {line.number: line for line in lines}
    for candidate in [c for c in found if c.field == "authors"]:
        if beside := date_beside_byline(candidate, at[candidate.first], order):
            found.append(beside)
    return [*titles, *_near(found, others)]


def _is_diary(found: list[Candidate], lines: list[Line]) -> bool:
    """Whether several days head the sections of a text: each alone, with text before it."""
    days = [c for c in found if c.field == "date" and c.kind == Kind.DATELINE and c.weight >= _ALONE]
    if len(days) < 2:
        return False
    texts = [line.number for line in lines if len(line.text) > _PROSE]
    after = [sum(number < day.first for number in texts) for day in days]
    return after[0] > 0 and after == sorted(set(after))


def _same(title: str, other: str) -> bool:
    return [*filter(str.isalnum, title.casefold())] == [*filter(str.isalnum, other.casefold())]


def _near(found: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Those that no more than two longer lines of another sort part from the top, and those that begin with "By"."""
    found = [c for c in found if not _is_inside(c, lines)]
    held, gap = {c.first for c in found}, 0
    near = set()
    for line in lines:
        gap = 0 if line.number in held else gap + (len(line.text) >= _SHORT or ends_sentence(line.text))
        if gap > 2:
            break
        near.add(line.number)
    return [c for c in found if c.first in near or (c.rule == "byline-by" and _names_a_person(c))]


def _is_inside(candidate: Candidate, lines: list[Line]) -> bool:
    """Whether a line stands in the middle of a sentence that was cut about it, as at a link."""
    at = next((n for n, line in enumerate(lines) if line.number == candidate.first), 0)
    if not 0 < at < len(lines) - 1:
        return False
    return begins_lower(lines[at + 1].text) and not ends_sentence(lines[at - 1].text) and len(lines[at - 1].text) > _CUT


def _names_a_person(candidate: Candidate) -> bool:
    return isinstance(candidate.value, tuple) and any(map(is_full_name, candidate.value))
