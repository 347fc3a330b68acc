"""Captions, prompts and the frame of an electronic book: known by their form, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from broadsheet.layout.sentence import ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Kind
from broadsheet.recognise.asides import captions, labels, prompts
from broadsheet.recognise.asides.aside import Aside
from broadsheet.recognise.asides.gaps import gaps
from broadsheet.recognise.asides.piece import LONGEST, bare, paragraphs, singly, whole
from broadsheet.recognise.asides.words import ANY
from broadsheet.recognise.header.ebook import Ebook
from broadsheet.recognise.spans import numbers_in

_MOST_LINES = 6
_LEAST_LEFT = 2
"""Lines that must be left: a headline, and a text."""
_ANYWHERE = frozenset(("advertisement", "button", "release", "contact", "comment"))
"""Rules that hold for the first line, too."""
_OVER_LINES = frozenset(("other-article", "caption-with-credit", "contact"))
"""Rules of which a text may go on over lines that were not broken to a width."""


_Button = tuple[int, str]
"""The number of a line, and the label that it is."""
_FIRST = {word: prompts.FIRST.get(word, "") + labels.FIRST.get(word, "") for word in prompts.FIRST | labels.FIRST}
_HINTS = (*captions.HINTS, *labels.HINTS)
_ASCII = bytes(range(128))
_SHARED = ("oto", "onta", "quiries", "schrift", "[")
"""What several hints have in common: most texts have none of it."""
_ASCII_HINTS: dict[bytes, list[str]] = {}
for _hint in filter(str.isascii, _HINTS):
    _ASCII_HINTS.setdefault(next((part for part in _SHARED if part in _hint), _hint).encode(), []).append(_hint)
_OTHER_HINTS = tuple((hint, {sign for sign in hint if not sign.isascii()}) for hint in _HINTS if not hint.isascii())
"""Each with its signs beyond ASCII, of which a text has few."""


@dataclass(frozen=True, slots=True)
class Found:
    """The asides of a source that are known by their form alone."""

    asides: tuple[Aside, ...] = ()
    lines: frozenset[int] = frozenset()
    """The numbers of their lines."""
    over: frozenset[int] = frozenset()
    """Those among them, and the empty ones beside them, over which the text goes on."""
    parting: frozenset[int] = frozenset()
    """Those that part paragraphs of the text."""
    headings: frozenset[int] = frozenset()
    """Those among them that may head a list of other articles."""
    head: int = 0
    """The last line of what frames the text above; 0 where nothing does."""


def among(lines: Sequence[str], ebook: Ebook, shape: Shape, over: Set[int]) -> Found:
    """
    Find captions and prompts, wherever they stand, and the frame of an electronic book.

    `ebook`: what frames the text, if anything; `over`: lines that are spoken for.  Left alone: the first line, if it
    is neither an advertisement nor a button; lines of running text; a source that would have no other text.
    """
    frame = ebook.lines(len(lines)) - over
    suspects = set(_suspects(lines)) - over - frame
    if not suspects and not frame:
        return Found()
    spans = list(paragraphs(lines, over | frame))
    found = list(_among(lines, spans, shape, suspects))
    if found and len(numbers_in(spans) - numbers_in(aside.span for aside in found)) < _LEAST_LEFT:
        found = []
    found = sorted((*found, *_framed(lines, frame)), key=lambda aside: aside.first)
    numbers = numbers_in(aside.span for aside in found) | frame
    if not numbers:
        return Found(head=ebook.head)
    headings = frozenset(aside.first for aside in found if aside.rule == "other-article")
    gone_over, parting = gaps(numbers, lines, wrapped=bool(shape.width))
    return Found(tuple(found), numbers, gone_over, parting, headings, ebook.head)


def _suspects(lines: Sequence[str]) -> Iterator[int]:
    """The lines that may be a caption or a prompt, by a word or sign that each of those has; cheap, for every line."""
    small = prompts.lowered("\n".join(lines))
    plain = small.encode("ascii", "ignore")
    hints = [hint for sought, alike in _ASCII_HINTS.items() if sought in plain for hint in alike]
    unspaced: tuple[str, ...] = ()
    if not small.isascii():
        beyond = set(small.encode("utf-8", "replace").translate(None, _ASCII).decode())
        hints += [hint for hint, signs in _OTHER_HINTS if signs <= beyond and hint in small]
        unspaced = prompts.UNSPACED
    for number, line in enumerate(small.split("\n"), 1):
        if not line:
            continue
        start = line.lstrip(prompts.BEFORE)
        word, _, rest = start.partition(" ")
        follow = _FIRST.get(word.rstrip(prompts.SIGNS))
        begins = (follow and (ANY in follow or (rest.lstrip() or "\n")[0] in follow)) or (
            unspaced and start.startswith(unspaced)
        )
        if begins or (hints and any(map(line.__contains__, hints))):
            yield number


def _framed(lines: Sequence[str], frame: Set[int]) -> Iterator[Aside]:
    """The paragraphs of the frame of an electronic book."""
    if frame:
        for first, last in paragraphs(lines, set(range(1, len(lines) + 1)) - frame):
            yield Aside(Kind.NOTICE, "ebook", first, last)


def _among(lines: Sequence[str], spans: Sequence[tuple[int, int]], shape: Shape, suspects: Set[int]) -> Iterator[Aside]:
    buttons: list[_Button] = []
    for first, last in spans:
        asides: list[Aside] = []
        single: list[_Button] = []
        if first in suspects or (last > first and not suspects.isdisjoint(range(first, last + 1))):
            asides, single = _of_paragraph(lines, first, last, shape, suspects)
        if asides:
            yield from (aside for aside in asides if aside.first > spans[0][0] or aside.rule in _ANYWHERE)
        if single:
            buttons += single
        elif buttons and not (asides and asides[-1].last == last):  # another prompt does not end a bar
            yield from _bar(buttons)
            buttons = []
    yield from _bar(buttons)


def _bar(buttons: Sequence[_Button]) -> Iterator[Aside]:
    """Single buttons that stand together, if they are a social bar."""
    if prompts.are_bar([label for _, label in buttons]):
        yield from (Aside(Kind.PROMPT, "social-bar", number, number) for number, _ in buttons)


def _of_paragraph(
    lines: Sequence[str], first: int, last: int, shape: Shape, suspects: Set[int]
) -> tuple[list[Aside], list[_Button]]:
    """The asides in one paragraph, and its lines that are single buttons, if it has nothing else."""
    if last == first:
        rule, label = _of_line(lines[first - 1].strip())
        return ([Aside(*rule, first, last)] if rule else []), ([(first, label)] if label else [])
    if found := _whole_of(lines, first, last, shape):
        return [found], []
    asides: list[Aside] = []
    single: list[_Button] = []
    for number in singly(lines, first, last, shape, suspects):
        rule, label = _of_line(lines[number - 1])
        if rule:
            asides.append(Aside(*rule, number, number))
        elif label:
            single.append((number, label))
    if len(asides) + len(single) == last - first + 1:
        return asides, single
    return [aside for aside in asides if aside.rule != "button"], []


def _of_line(line: str) -> tuple[tuple[Kind, str] | None, str]:
    """By which rule a line is set aside, and if by none, the label of the button that it may be."""
    return _of_short(line) if len(line) <= LONGEST else _told(line)


@lru_cache(maxsize=1024)  # the same few words stand in a text, or in many, again and again
def _of_short(line: str) -> tuple[tuple[Kind, str] | None, str]:
    return _told(line)


def _told(line: str) -> tuple[tuple[Kind, str] | None, str]:
    if line.lstrip()[:1] == "[" and captions.is_lost_image(line):
        return (Kind.CAPTION, "lost-image"), ""
    text = bare(line)
    rule = _rule_of(text)
    return rule, prompts.folded(text) if rule is None and prompts.is_single_button(text) else ""


def _whole_of(lines: Sequence[str], first: int, last: int, shape: Shape) -> Aside | None:
    """
    The aside that a paragraph of several lines is as a whole.

    Lines that were broken to a width may be of any sort; of others, only what has no end of a sentence at its breaks.
    """
    if last - first >= _MOST_LINES or sum(len(line) for line in lines[first - 1 : last]) > LONGEST + 40:
        return None
    rule = _rule_of(whole(lines, first, last))
    if rule is None:
        return None
    found = Aside(*rule, first, last)
    breaks = [(lines[n - 1], lines[n]) for n in range(first, last)]
    if shape.width and all(shape.is_forced(*pair) for pair in breaks):
        return found
    open_ends = not any(ends_sentence(line) for line, _ in breaks)
    return found if found.rule in _OVER_LINES and open_ends else None


def _rule_of(text: str) -> tuple[Kind, str] | None:
    if len(text) > LONGEST:
        return None
    return next(((kind, rule) for kind, rules in _RULES for rule, holds in rules if holds(text)), None)


_RULES: tuple[tuple[Kind, tuple[tuple[str, Callable[[str], bool]], ...]], ...] = (
    (Kind.PROMPT, prompts.RULES),
    (Kind.CAPTION, captions.RULES),
    (Kind.NOTICE, labels.RULES),
)
