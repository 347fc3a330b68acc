"""What stands below the text: from the end upwards, until the first paragraph that is the article's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from broadsheet.layout.sentence import begins_lower, ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Kind
from broadsheet.recognise.asides import notices
from broadsheet.recognise.asides.aside import Aside
from broadsheet.recognise.asides.author_note import is_author_note, is_heading
from broadsheet.recognise.asides.lists import ends_in_title, list_at_end
from broadsheet.recognise.asides.piece import bare
from broadsheet.recognise.bylines.names import AGENCIES
from broadsheet.recognise.lexicon.plain_words import may_begin
from broadsheet.recognise.spans import Span, last_filled, numbers_in, without

_SIGNERS = AGENCIES | {"reuter", "more"}
"""What an agency ends its reports with; "more" where another take follows."""
_SIGNED = re.compile(rf"[\W_]*(?:{'|'.join(map(re.escape, sorted(_SIGNERS)))})[\W_]*", re.IGNORECASE)
_MOST = 7
_ABOVE = 3
"""Above the last note on an author the heading of all is looked for among so many paragraphs."""
_NOTES = 2
"""More paragraphs about authors than this are the article's."""

RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("rights", notices.is_rights),
    ("origin", notices.is_origin),
    ("request", notices.is_request),
    ("address", notices.is_address),
)
"""Each says of the text of a paragraph at the end whether it is a notice."""


class Below:
    """What stands below the text of an article; it is asked for the signature, and again when the authors are known."""

    def __init__(self, lines: Sequence[str], shape: Shape) -> None:
        self.lines = lines
        self.shape = shape
        self._known: _Known | None = None

    def found(
        self, taken: frozenset[int], authors: tuple[str, ...] = (), headings: frozenset[int] = frozenset()
    ) -> list[Aside]:
        """
        Find the notices, notes on the authors and lists of other articles that stand below the text; in order.

        `taken`: the lines that are spoken for; `headings`: those of them that may head a list of other articles.
        """
        known = self._known
        if known is None or not known.holds(taken, authors, headings):
            found, place = _below(without(self.lines, taken), self.shape, authors, headings)
            self._known = known = _Known(taken, authors, headings, found, place)
        return known.asides


class _Known(NamedTuple):
    """What was found, and of what it was said."""

    taken: frozenset[int]
    authors: tuple[str, ...]
    headings: frozenset[int]
    asides: list[Aside]
    place: int
    """The first line that was looked at; it does not matter what is taken above."""

    def holds(self, taken: frozenset[int], authors: tuple[str, ...], headings: frozenset[int]) -> bool:
        """Whether the same is found where other lines are taken."""
        same = authors == self.authors and headings == self.headings
        return same and all(number < self.place for number in taken ^ self.taken)


def _below(lines: Sequence[str], shape: Shape, authors: Sequence[str], headings: Set[int]) -> tuple[list[Aside], int]:
    """The asides below a text, in order, and from which line on it was looked at."""
    found, place = _notices(lines, shape, authors)
    rest = without(lines, numbers_in(aside.span for aside in found)) if found else lines
    if not ends_in_title(rest):  # as most texts, which a sentence ends
        return found, place
    if titles := [Aside(Kind.PROMPT, "list", *span) for span in list_at_end(rest, headings)]:
        rest = without(rest, numbers_in(aside.span for aside in titles))
        found += [*titles, *_notices(rest, shape, authors)[0]]
    return sorted(found, key=lambda aside: aside.first), 0


def _notices(lines: Sequence[str], shape: Shape, authors: Sequence[str]) -> tuple[list[Aside], int]:
    """
    The paragraphs at the end that are notices or notes on the authors.

    A notice is the sign-off of an agency ("Reuter", "(dpa)"), a line of rights, where the article stood first, a prompt
    ("Subscribe to …"), an invitation with an address in it ("To contact …"), or a paragraph that is nothing but an
    address, with the one that leads to it by a colon.  Left alone: all above the first paragraph that is none of these,
    a notice longer than 300 characters, a third note on authors, addresses to which nothing leads, and an article that
    would have no other text.  The second value: from which line on it was looked at.
    """
    signed = _sign_off(lines)
    ahead = _last_paragraphs(lines[: signed - 1] if signed else lines, shape)
    spans: list[Span] = []
    taken: list[Aside] = []
    notes = 0
    for first, last in ahead:
        spans.append((first, last))
        text = " ".join([line.strip() for line in lines[first - 1 : last]])
        rule = _rule_of(text, led_to=bool(taken) and taken[-1].rule == "address")
        kind = Kind.NOTICE
        if rule is None:
            plain = bare(text)
            about = is_author_note(plain, authors) or (notes > 0 and is_heading(plain))
            notes += about
            if not about or notes > _NOTES + 1:
                break
            kind, rule = Kind.AUTHOR_NOTE, "author-note"
        taken.append(Aside(kind, rule, first, last))
    spans += islice(ahead, max(0, len(taken) + _ABOVE - len(spans)))
    taken = _headed(lines, spans, taken)
    if taken:
        spans += islice(ahead, 1)  # to see if any is left
    if len(taken) == len(spans) or all(aside.rule == "address" for aside in taken):
        taken = []
    end: list[Aside] = [Aside(Kind.NOTICE, "sign-off", signed, signed)] if signed and spans else []
    return [*taken[::-1], *end], spans[-1][0] - 1 if len(spans) == _ABOVE and not taken else 0


def _rule_of(text: str, *, led_to: bool) -> str | None:
    """The rule by which a paragraph is a notice; `led_to`: whether the next is nothing but an address."""
    return _rule_of_short(text, led_to=led_to) if len(text) <= notices.LONGEST else None


@lru_cache(maxsize=1024)  # the last lines are looked at for a signature, and again for notices
def _rule_of_short(text: str, *, led_to: bool) -> str | None:
    plain = bare(text)
    for rule, holds in RULES:
        if holds(text) or (plain != text and holds(plain)):
            return rule
    return "leads-to-address" if led_to and text.endswith((":", "：")) else None


def _headed(lines: Sequence[str], spans: Sequence[Span], taken: list[Aside]) -> list[Aside]:
    """With one or two paragraphs more, where "About the author" stands above them."""
    for more in range(1, _ABOVE):
        above = spans[len(taken) : len(taken) + more + 1]
        if len(above) == more + 1 and above[-1][0] == above[-1][1] and is_heading(bare(lines[above[-1][0] - 1])):
            return [*taken, *(Aside(Kind.AUTHOR_NOTE, "author-note", first, last) for first, last in above)]
    return taken


def _sign_off(lines: Sequence[str]) -> int:
    """The number of the last line, if an agency signs with it; else 0. Left alone: one that goes on a sentence."""
    filled = last_filled(lines, 2)
    if len(filled) < 2:
        return 0
    line, before = lines[filled[0] - 1], lines[filled[1] - 1]
    if not (may_begin(line, _SIGNERS) and _SIGNED.fullmatch(line.strip())):
        return 0
    return filled[0] if ends_sentence(before) or line[0].isupper() or line[0].isspace() else 0


def _last_paragraphs(lines: Sequence[str], shape: Shape) -> Iterator[Span]:
    """Some paragraphs from the end, the last first; one ends, too, where a line ends a sentence and was not full."""
    found, end = 0, len(lines)
    while end and found < _MOST:
        if not lines[end - 1].strip():
            end -= 1
            continue
        start = end
        while start > 1 and (before := lines[start - 2]) and not before.isspace():
            after = lines[start - 1]
            if ends_sentence(before) and not shape.is_forced(before, after) and not begins_lower(after):
                break
            start -= 1
        yield start, end
        found, end = found + 1, start - 1
