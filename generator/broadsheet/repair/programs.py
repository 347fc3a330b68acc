"""Program code, told by the signs that its lines begin and end with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadsheet.layout.sentence import ends_sentence
from broadsheet.layout.shape import Shape
from broadsheet.model import Block, Kind
from broadsheet.model.block import PARAGRAPH
from broadsheet.repair.chunks import block_of, numbered
from broadsheet.trace import Note

_NAME = r"[A-Za-z_$][A-Za-z0-9_.$\[\]\"'-]*"
_FORMS = (
    r"(?:\}.*|.*[\w)=>(]\s?\{)",  # opens a block, or ends one
    r"(?://|/\*|\*/|#include\b|#!/).*",  # a comment, an order to the compiler
    rf"(?:\w+\s){{0,3}}{_NAME}\s?(?:[-+*/|.]?=\s?\S.*|\+\+|--);",  # gives a value
    rf"(?:\w+\s){{0,2}}(?:{_NAME}\s?=\s?)?(?:\w+\s){{0,2}}{_NAME}\((?!e?s\)).*\);?",  # calls a function
    r"(?:return|break|continue|import|package|using|export|throw)\b[^.]*;",
    r"(?:def|class)\s\w+(?:\(.*\))?:|(?:else|try|finally|except[\s\w]*):|for\s\w+(?:,\s?\w+)*\sin\s[\w.]+(?:\(.*\))?:",
    r"(?:el)?if\s.*(?:[=!<>]=|\w\(|\snot\s).*:|from\s[\w.]+\simport\s.*|import\s[\w.]+(?:\sas\s\w+)?",
    r"[\"'][\w-]+[\"']\s?:\s\S.*[,\w\"'\]}{\[]",  # a value under its name, as in JSON
)
_BEGINNINGS, _ENDS = ("}", "/", "*", "#", '"', "'", "from", "import"), ("{", ";", ")", ":")
"""Each such line begins with one of these, or ends with one of those."""
_COMMENT = re.compile(r"(?<=[;{}),])\s*(?://|#\s).*")
"""A comment behind a line of code."""
_CODE = re.compile("|".join(f"(?:{form})" for form in _FORMS))
_LOOSE = re.compile(r"[=(){}\[\];_<>\"']")
_LINK = "]("
"""Of Markdown."""
_LEAST, _SHARE = 2, 0.4
"""Lines that are surely code, and their share of the lines in a row that may be."""
_LONGEST = 160


def programs(blocks: Sequence[Block], shape: Shape, note: Note) -> list[Block]:
    """
    Keep lines of program code as they are, with their spaces.

    Two lines at least begin and end as code does, and many of those beside them.  Left alone: a single line, sentences,
    and HTML, which may be that of an article.
    """
    return [
        part
        for block in blocks
        for part in (_parted(block) if "\n" in block.text and _may_have_code(block.text) else (block,))
    ]


def _may_have_code(text: str) -> bool:
    """Whether a text has a sign that code has: a test that costs little, since it asks for single characters first."""
    return (
        "{" in text
        or "}" in text
        or (";" in text and ";\n" in text)
        or (")" in text and (")\n" in text or "):" in text))
        or (":" in text and ('":' in text or "else:" in text))
        or "import " in text
    )


def _parted(block: Block) -> Iterator[Block]:
    if block.kind != PARAGRAPH:
        yield block
        return
    lines, at = numbered(block), 0
    for first, end in _runs([line for _, line in lines]):
        if at < first:
            yield block_of(lines[at:first])
        yield block_of(lines[first:end], Kind.PREFORMATTED)
        at = end
    if at == 0:
        yield block
    elif at < len(lines):
        yield block_of(lines[at:])


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where code begins and ends."""
    sure = list(map(_is_code, lines))
    if sum(sure) < _LEAST:  # as in most paragraphs with a sign of code
        return
    maybe = list(map(_may_be_code, lines))
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and maybe[at]:
            at += 1
        count = sum(sure[first:at])
        if count >= _LEAST and count >= _SHARE * (at - first):
            yield first, at
        at = max(at, first + 1)


def _is_code(line: str) -> bool:
    if len(line) > _LONGEST or _LINK in line:
        return False
    bare = line.strip()
    if "//" in bare or "#" in bare:
        bare = _COMMENT.sub("", bare)
    return (bare[-1:] in _ENDS or bare.startswith(_BEGINNINGS)) and _CODE.fullmatch(bare) is not None


def _may_be_code(line: str) -> bool:
    """Whether code may go on in a line: with one of its signs, and with no end of a sentence."""
    loose = len(line) <= _LONGEST and _LOOSE.search(line) is not None and _LINK not in line
    return (loose and not ends_sentence(line)) or _is_code(line)
