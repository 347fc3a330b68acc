"""
Bare text: paragraphs in which no sign means anything, neither to Markdown, to an extension of it, nor to HTML.

Most articles are that, and nothing else.  Bare text is its own Markdown, with nothing to escape, and its own HTML but
for the tags around its paragraphs.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SIGNS = (*"\\`*_{}~^<>[&$=+/", "ww.", "WW.", "wW.", "Ww.")
"""What may mean something, wherever it stands; to look for each of them is faster than for all at once."""
_EMOJI = re.compile(r":[\w+-]+:")
_BEGINS = re.compile(r"\n\n(?:[#+=:|!?/-]|\d+[.)]|\s)")
"""What means something at the beginning of a paragraph, or is no text."""


@lru_cache(2)  # who writes a page asks, and then who reads it
def is_bare(text: str) -> bool:
    r"""
    Whether a text, its paragraphs parted by an empty line, is bare.

    >>> is_bare("It rained.\n\nThe press (and all else) stood still."), is_bare("1986. A year"), is_bare("AT&T")
    (True, False, False)
    """
    return (
        not any(map(text.__contains__, _SIGNS))
        and text.count("\n") == 2 * text.count("\n\n")
        and not _BEGINS.search(f"\n\n{text}")
        and not _EMOJI.search(text)
    )
