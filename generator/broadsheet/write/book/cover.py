"""The cover of a book, where its owner gives none: the name of the site, the title, the years."""

from __future__ import annotations

from html import escape
from textwrap import wrap

_WIDTH, _HEIGHT = 1200, 1800
_COVER = """\
<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">
<rect width="{width}" height="{height}" fill="#f7f3ea"/>
<g fill="#1c1a17" font-family="serif" text-anchor="middle">
<rect x="100" y="150" width="1000" height="10"/><rect x="100" y="172" width="1000" height="3"/>
{lines}
<rect x="100" y="1625" width="1000" height="3"/><rect x="100" y="1640" width="1000" height="10"/>
</g>
</svg>
"""


def cover(name: str, title: str, years: str) -> bytes:
    """A cover as SVG, the letters as large as the words allow."""
    lines = [*_set(name, 330, 110), *_set(title if title != name else "", 820, 84), *_set(years, 1560, 64)]
    return _COVER.format(width=_WIDTH, height=_HEIGHT, lines="\n".join(lines)).encode("utf-8")


def _set(text: str, top: int, size: int) -> list[str]:
    """Lines of a text, smaller where it is long."""
    most = 5
    while len(lines := wrap(text, max(1, int(_WIDTH * 1.7 / size)))) > most and size > 30:
        size -= 6
    return [
        f'<text x="{_WIDTH // 2}" y="{top + number * size * 5 // 4}" font-size="{size}">{escape(line)}</text>'
        for number, line in enumerate(lines[: 2 * most])
    ]
