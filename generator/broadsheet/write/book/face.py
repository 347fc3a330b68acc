"""The look of a book: its style sheet, and the typeface of the theme."""

from __future__ import annotations

import re
from importlib.resources import files

_FILE = re.compile(
    r"(?P<name>[\w-]+?)-(?P<subset>latin(?:-ext)?)-(?P<weight>\d+|opsz|wght)-(?P<style>normal|italic)\.woff2"
)
_RANGES = {
    "latin": "U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2212",
    "latin-ext": "U+0100-0130, U+0132-0151, U+0154-02FF, U+1E00-1E9F, U+20A0-20AB, U+20AD-20C4",
}
_STYLE = """\
body { font-family: "Book", serif; line-height: 1.45; margin: 0 5%; }
h1 { font-size: 1.6em; line-height: 1.2; margin: 2em 0 0.5em; text-align: start; }
h2, h3, h4, h5, h6 { font-size: 1.1em; margin: 1.5em 0 0.5em; }
p { margin: 0; text-indent: 1.2em; }
h1 + p, h2 + p, h3 + p, .byline + p, hr + p, blockquote p, aside p, li p { text-indent: 0; }
.standfirst { font-style: italic; text-indent: 0; margin-bottom: 0.5em; }
.byline { text-indent: 0; font-size: 0.9em; margin-bottom: 1.5em; }
.source { text-indent: 0; font-size: 0.75em; margin-top: 2em; }
blockquote { margin: 1em 5%; }
aside { margin-top: 1.5em; padding-top: 0.5em; border-top: 1px solid; font-size: 0.85em; }
pre { font-size: 0.75em; white-space: pre-wrap; }
.cover { margin: 0; padding: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100%; }
"""


def fonts() -> dict[str, bytes]:
    """The font files of the theme, by name."""
    folder = files("broadsheet_theme") / "assets" / "fonts"
    return {
        file.name: file.read_bytes() for file in sorted(folder.iterdir(), key=lambda f: f.name) if _known(file.name)
    }


def _known(name: str) -> re.Match[str] | None:
    return _FILE.fullmatch(name)


def style(names: list[str]) -> str:
    """
    The style sheet, with a rule for each font file.

    >>> print(style(["serif-latin-400-italic.woff2"]).splitlines()[0])
    @font-face { font-family: "Book"; font-style: italic; font-weight: 400;
    """
    return "".join(f"{_rule(match)}\n" for match in map(_known, names) if match) + _STYLE


def _rule(match: re.Match[str]) -> str:
    weight = match["weight"] if match["weight"].isdigit() else "200 900"
    return (
        f'@font-face {{ font-family: "Book"; font-style: {match["style"]}; font-weight: {weight};\n'
        f'  src: url(fonts/{match[0]}) format("woff2"); unicode-range: {_RANGES[match["subset"]]}; }}'
    )
