r"""
Text for Markdown, so that it comes out as it went in.

Written for Python-Markdown with the extensions that MkDocs and Material know, and for CommonMark.  A backslash goes
before the characters that both unescape; an entity stands for those that only some extension reads (``~``, ``^``,
``==``, ``:emoji:``), since a backslash before them would print where it is off, and for ``[``, since ``\\[`` opens a
formula.
"""

from __future__ import annotations

import re

_INLINE = re.compile(
    r"""
    [\\`*_{}~^<\[&:.=+$]                        # by its first sign, so that text without one is passed over at once
    (?:
      (?<= [\\`*_{}~^<] )
    | (?<= \[ ) (?! (?: \d+ | … | (?!TOC) \w [\w ,.'’-]* \w ) \] (?! [(\[:{] ) )   # not a word or two of an editor's
    | (?<= & ) (?= \# | \w+; )                # “&#” opens one even where none follows
    | (?<= : ) (?= [\w+-]+: | // )             # :emoji:, and addresses that are not sure enough to be links
    | (?<= [wW]{3} \. )                       # the same
    | (?<= = ) =+ | (?<= \+ ) \+
    | (?<= \$ ) (?: (?<! \s \$ ) | (?= \$ ) )  # formulas
    )
    """,
    re.VERBOSE,
)
_ENTITIES = {
    "~": "&#126;",
    "^": "&#94;",
    "<": "&lt;",
    "[": "&#91;",
    "&": "&amp;",
    ":": "&#58;",
}
_LINE_START = re.compile(r"(?P<number>\d+)(?P<stop>[.)])(?=\s|$)|(?P<mark>[#>+-]|!!!)|(?P<sign>[:|=]|\?\?\?|///)")


def escape_inline(text: str, *, dollars: bool = False) -> str:
    r"""
    Escape what would be read as markup anywhere in a line.

    `dollars`: whether the block has two and more of them, so that they might hold a formula.

    >>> escape_inline("2*3*4 <Enter> AT&T &amp;")
    '2\\*3\\*4 &lt;Enter> AT&T &amp;amp;'
    """
    return _INLINE.sub(_escaped_dollar if dollars else _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    if found.startswith("=="):
        return "&#61;" * len(found)
    return found if found == "$" else _ENTITIES.get(found) or f"\\{found}"


def _escaped_dollar(match: re.Match[str]) -> str:
    return "&#36;" if match[0] == "$" else _escaped(match)


def escape_start(line: str) -> str:
    r"""
    Escape what would be read as markup at the start of a line that is already escaped inline.

    >>> escape_start("1986. A great year")
    '1986\\. A great year'
    """
    line = line.lstrip()
    match = _LINE_START.match(line)
    if match is None:
        return line
    rest = line[match.end() :]
    if match["number"]:
        return f"{match['number']}\\{match['stop']}{rest}"
    if match["mark"]:
        return f"\\{match['mark']}{rest}"
    return f"&#{ord(match['sign'][0])};{match['sign'][1:]}{rest}"
