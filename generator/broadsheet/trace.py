"""
Steps: every change of an article's text, as it was made, and their replay.

The text of an article is a sequence of fragments, each standing on one or more source lines.  A step replaces the
fragments of some neighbouring lines by one.  Space at the ends of lines and empty lines are layout, not text, and no
step speaks of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Step(NamedTuple):
    """One change: which rule made it, where, and the text before and after."""

    rule: str
    first: int
    """The first source line it concerns, counted from 1."""
    last: int
    """The last one."""
    before: str
    after: str
    over: tuple[int, ...] = ()
    """Lines between the first and the last that it does not concern: the foot and head of a page it reaches over."""


@dataclass(slots=True)
class Note:
    """Collects the steps of one article; called by a rule for each change that it makes."""

    steps: list[Step] = field(default_factory=list)

    def __call__(self, rule: str, first: int, last: int, before: str, after: str) -> None:
        """Record a change, if it is one."""
        if before != after and _differ(before, after):
            self.steps.append(Step(rule, first, last, before, after))


def _differ(before: str, after: str) -> bool:
    """Whether two texts are not the same but for layout."""
    if "\n" not in before and "\n" not in after:
        return before.strip() != after.strip()
    if ("\n" in before.strip()) != ("\n" in after.strip()):  # as where lines are joined
        return True
    return text_lines(before) != text_lines(after)


def text_lines(text: str) -> list[str]:
    r"""
    The lines of a text, without layout.

    >>> text_lines("  one\n\n two ")
    ['one', 'two']
    """
    if "\n" not in text:
        return [stripped] if (stripped := text.strip()) else []
    return [stripped for line in text.split("\n") if (stripped := line.strip())]


def replay(lines: Sequence[str], steps: Iterable[Step]) -> list[str]:
    """
    Apply steps to the lines of a source, in order; give the lines of the text that results.

    Raises `ValueError` where a step does not find the text that it is said to replace.

    >>> replay(["# Title", "", "One", "two."], [Step("heading-mark", 1, 1, "# Title", "Title"),
    ...                                         Step("unwrap", 3, 4, "One\\ntwo.", "One two.")])
    ['Title', 'One two.']
    """
    fragments = {number: (number, text_lines(line)) for number, line in enumerate(lines, 1)}
    for step in steps:
        inside = [n for n in range(step.first, step.last + 1) if n in fragments and n not in step.over]
        standing = [line for n in inside for line in fragments[n][1]]
        reach = max((fragments[n][0] for n in inside), default=0)
        if standing != text_lines(step.before) or reach > step.last:
            raise ValueError(f"{step.rule}, lines {step.first} to {step.last}: {step.before!r} does not stand there")
        for n in inside:
            del fragments[n]
        fragments[step.first] = (step.last, text_lines(step.after))
    return [line for n in sorted(fragments) for line in fragments[n][1]]
