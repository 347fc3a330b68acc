"""The figures of a comparison in the manual: the table as text, and bars as SVG."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"
_TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- end -->)", re.DOTALL)
_HEIGHT, _LEFT, _WIDTH = 26, 190, 420


def write(lines: Sequence[str], seconds: Mapping[str, float]) -> None:
    page = DOCS / "speed.md"
    table = "\n```text\n" + "\n".join(lines) + "\n```\n\n![Seconds of each program, as bars](images/speed.svg)\n\n"
    page.write_text(_TABLE.sub(lambda _: table, page.read_text(encoding="utf-8")), encoding="utf-8")
    (DOCS / "images" / "speed.svg").write_text(bars(seconds), encoding="utf-8")


def bars(seconds: Mapping[str, float]) -> str:
    """A bar for each name, the shortest first."""
    most, rows = max(seconds.values()), []
    for at, (name, value) in enumerate(sorted(seconds.items(), key=lambda pair: pair[1])):
        top, width = at * _HEIGHT + 6, max(1.0, value / most * _WIDTH)
        colour = "#8a1c1c" if "broadsheet" in name else "#777"
        rows.append(f'<text x="{_LEFT - 8}" y="{top + 13}" text-anchor="end">{escape(name)}</text>')
        rows.append(f'<rect x="{_LEFT}" y="{top}" width="{width:.1f}" height="17" fill="{colour}"/>')
        rows.append(f'<text x="{_LEFT + width + 6:.1f}" y="{top + 13}">{value:.1f} s</text>')
    height, style = len(seconds) * _HEIGHT + 8, "font:13px sans-serif;background:#fff"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 70} {height}" style="{style}">'
    return "\n".join([head, "<title>Seconds to build the same articles</title>", *rows, "</svg>", ""])
