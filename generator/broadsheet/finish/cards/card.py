"""A card: what stands on it, and how it is called by that."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

SIZE = (1200, 630)
"""Width and height, which all that show such pictures know."""
FOLDER = "assets/cards"
_DRAWING = 1
"""Goes up when the same card is drawn otherwise."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the cards of a site have in common."""

    site: str
    """Its name."""
    paper: str
    ink: str
    accent: str
    """Colours, as ``#8c1c13``."""
    faces: tuple[Path, ...] = ()
    """Typefaces of the owner's, for letters that those of the theme do not have."""
    sums: tuple[str, ...] = ()
    """Their checksums."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card."""

    title: str
    line: str
    """Below it: authors and date."""
    runs_left: bool
    """Whether the title is written from right to left."""
    look: Look

    @property
    def place(self) -> str:
        """
        Where it stands in the site: its name is a checksum of all that is on it, so that it never is out of date.

        >>> Card("Ink", "1833", False, Look("The Sun", "#fff", "#000", "#900")).place
        'assets/cards/26557ed56a4f6b41.png'
        """
        look = self.look
        on_it = (
            _DRAWING,
            self.title,
            self.line,
            self.runs_left,
            look.site,
            look.paper,
            look.ink,
            look.accent,
            look.sums,
        )
        return f"{FOLDER}/{hashlib.sha256(repr(on_it).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.png"
