"""The style sheets as the site gets them: joined, without comments, and in the owner's colours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rcssmin import cssmin
from rjsmin import jsmin

from broadsheet.errors import BroadsheetError

FOLDER = "assets/stylesheets"
FONTS = "fonts.css"
FRAME = ("type.css", "masthead.css", "search-open.css")
"""What each page needs; it is joined with the fonts, if the owner wants those, into one file."""
SHEETS = {
    "article.css": ("article.css", "cite.css"),
    "listing.css": ("listing.css",),
    "search.css": ("search.css",),
}
"""One of the first two is added, by the kind of the page, the third when the search opens; and what each is made of."""
SCRIPTS = ("assets/javascripts/reader.js", "assets/javascripts/search.js", "assets/javascripts/today.js")
"""What each page loads, and the front page besides."""
PAPER = ("#fdfdfb", "#151617")
"""The colour of the paper by day and by night, as ``type.css`` has it."""
INK, ACCENT = "#18191b", "#8c1c13"
"""Two others by day."""
_NAMES = ("paper", "tint", "ink", "muted", "rule", "accent")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_BARE_MINIMUM = 4.5
"""The contrast that WCAG 2.2 AA asks of text."""


def squeezed(*sheets: str) -> str:
    """Style sheets as one, without comments and needless space."""
    return str(cssmin("\n".join(sheets)))


def short(script: str) -> str:
    """A script without comments and needless space."""
    return str(jsmin(script))


def colours_of(given: object) -> dict[str, tuple[str, str]]:
    """
    The owner's colours, each for day and night.

    Raises `BroadsheetError` for an unknown name, or what is no colour.

    >>> colours_of({"accent": ["#005a9c", "#8cc8ff"]})
    {'accent': ('#005a9c', '#8cc8ff')}
    """
    if not isinstance(given, Mapping):
        raise BroadsheetError(
            f"theme: colours is {given!r}", "give names with a colour each, such as accent: '#005a9c'"
        )
    chosen: dict[str, tuple[str, str]] = {}
    for name, value in given.items():
        pair = [value, value] if isinstance(value, str) else value
        if name not in _NAMES:
            raise BroadsheetError(f"theme: colours names {name!r}", f"known names: {', '.join(_NAMES)}")
        if not _is_pair(pair):
            remedy = "give it as '#005a9c', or two of them for day and night, between quotes"
            raise BroadsheetError(f"theme: colours: {name} is {value!r}", remedy)
        chosen[name] = (pair[0], pair[1])
    return chosen


def _is_pair(value: Any) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(part, str) and _HEX.fullmatch(part) for part in value)
    )


def coloured(colours: Mapping[str, tuple[str, str]]) -> str:
    """
    The rules for these colours.

    >>> coloured({"accent": ("#005a9c", "#8cc8ff")})
    ':root{--accent:#005a9c}@supports (color:light-dark(#000,#fff)){:root{--accent:light-dark(#005a9c,#8cc8ff)}}'
    """
    if not colours:
        return ""
    day = ";".join(f"--{name}:{light}" for name, (light, _) in colours.items())
    both = ";".join(f"--{name}:light-dark({light},{dark})" for name, (light, dark) in colours.items())
    return f":root{{{day}}}@supports (color:light-dark(#000,#fff)){{:root{{{both}}}}}"


def faint(colours: Mapping[str, tuple[str, str]]) -> list[str]:
    """
    Which colours of text do not stand out from the paper, each with its contrast.

    >>> faint({"accent": ("#999999", "#8cc8ff")})
    ['accent by day: 2.8 to 1']
    """
    paper = colours.get("paper", PAPER)
    found = []
    for name in ("ink", "muted", "accent"):
        for time, text, ground in zip(("day", "night"), colours.get(name, ()), paper, strict=False):
            if (reached := contrast(text, ground)) < _BARE_MINIMUM:
                found.append(f"{name} by {time}: {reached:.1f} to 1")
    return found


def contrast(one: str, other: str) -> float:
    """
    The contrast of two colours, as WCAG 2.2 computes it.

    >>> contrast("#fff", "#000000")
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == len("#000000") else "".join(sign * 2 for sign in colour[1:])
    parts: Sequence[float] = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
