"""The ledger: which permanent URL each article has, and which ones were published before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class State(StrEnum):
    """What stands at a URL."""

    CURRENT = "current"
    """The article."""
    MOVED = "moved"
    """A page that leads to the URL which the article has now."""
    WITHDRAWN = "withdrawn"
    """Nothing any more; no other article gets the URL, and the article has it again if it comes back."""


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One line of the ledger: a URL that was published."""

    url: str
    """Relative to the site: ``2017/07/a.html``, or ``2017/07/a/``."""
    path: str = ""
    """Of its article, relative to the content folder; of one that was withdrawn, the last; of one that moved, none."""
    sha256: str = ""
    """Of its article, when the line was written."""
    state: State = State.CURRENT
    to: str = ""
    """Of one that moved: the URL that it leads to, which has not moved itself."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All URLs of a site that were ever published."""

    lines: tuple[Line, ...] = ()
    """Sorted by URL; no two have the same one."""
    elsewhere: frozenset[str] = frozenset()
    """URLs of articles that are not looked at now; they are no less taken."""

    def part(self, inside: str, below: str) -> Ledger:
        """
        The lines of the articles whose paths begin with `inside`, as they are called from the folder `below`.

        What moved within the part is led on; all other URLs are `elsewhere`.
        """
        own = {line.url for line in self.lines if line.path.startswith(inside)}
        lines = [
            replace(line, path=line.path.removeprefix(below))
            for line in self.lines
            if line.url in own or line.to in own
        ]
        return Ledger(tuple(lines), frozenset(line.url for line in self.lines) - {line.url for line in lines})
