"""Blocks to the Markdown of a page's body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from broadsheet.model import Block, Kind
from broadsheet.write.asides import asides
from broadsheet.write.bare import is_bare
from broadsheet.write.escape import escape_start
from broadsheet.write.inline import html_text, to_markdown
from broadsheet.write.notes import Marks, note_html

_CLOSING = re.compile(r"#+$")
_HARD_BREAK = "  \n"
_BULLETS = frozenset("-*+•‣▪◦●·")


def body_markdown(blocks: Sequence[Block], aside: Sequence[Block]) -> str:
    """Write an article's text, and at its foot what was set aside."""
    if not aside and (text := _bare(blocks)) is not None:
        return text
    marks = Marks.of(blocks)
    parts: list[str] = []
    for kind, run in groupby(_levelled(map(marks.held, blocks)), key=lambda block: block.kind):
        group = list(run)
        if kind == Kind.NOTE:
            parts.append(notes(group))
        else:
            parts += _lists(group) if kind == Kind.LIST else [_WRITERS[kind](block) for block in group]
    parts += asides(aside)
    return marks.written("\n\n".join(part for part in parts if part))


def _bare(blocks: Sequence[Block]) -> str | None:
    """The whole text, if it is paragraphs in which there is nothing to escape."""
    if any(block.kind != Kind.PARAGRAPH or "\n" in block.text for block in blocks):
        return None
    text = "\n\n".join([text for block in blocks if (text := block.text.strip())])
    return text if is_bare(text) else None


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """
    Let headings follow the page's own, which is of level 1: the first is of level 2, and no level is left out.

    Which heading stands below which is as in the source.
    """
    above: list[int] = []
    for block in blocks:
        if block.kind != Kind.HEADING:
            yield block
            continue
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        yield block._replace(level=min(len(above) + 1, 6))


def paragraph(block: Block) -> str:
    """One line, or lines that are kept."""
    return _lines(block.text.split("\n"))


def _lines(lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return escape_start(to_markdown(lines[0].strip()))
    dollars = sum(line.count("$") for line in lines) > 1
    return _HARD_BREAK.join(escape_start(to_markdown(line.strip(), dollars=dollars)) for line in lines if line.strip())


def heading(block: Block) -> str:
    r"""A heading in the form of ATX; a `#` at its end would be taken for the closing one."""
    text = _CLOSING.sub(lambda marks: r"\#" * len(marks[0]), to_markdown(block.text))
    return f"{'#' * block.level} {text}"


def quotation(block: Block) -> str:
    """Each line behind a `>`."""
    return "\n".join(f"> {line}" for line in paragraph(block).split("\n"))


def verse(block: Block) -> str:
    """Lines that are kept; what is indented more than the rest is so by no-break spaces."""
    lines = [line for line in block.text.split("\n") if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    insets = ("\u00a0" * (len(line) - len(line.lstrip()) - margin) for line in lines)
    return _HARD_BREAK.join(map("".join, zip(insets, _lines(lines).split(_HARD_BREAK), strict=True)))


def preformatted(block: Block) -> str:
    """HTML, since indented or fenced text is still read by the preprocessors of some extensions."""
    lines = block.text.expandtabs(4).split("\n")
    margin = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    language = f' class="language-{escape(block.marker)}"' if block.marker else ""
    kept = (html_text(line[margin:]) if line.strip() else "" for line in lines)  # else Markdown has its say on spaces
    return f"<pre{language}>\n" + "\n".join(kept) + "\n</pre>"


def separator(block: Block) -> str:
    """A rule; which signs it was made of is layout."""
    return "* * *"


def notes(blocks: Sequence[Block]) -> str:
    """HTML, since only some engines have notes; the mark of each leads back to the text."""
    return "\n".join(['<section class="notes">', *map(note_html, blocks), "</section>"])


_WRITERS: dict[Kind, Callable[[Block], str]] = {
    Kind.PARAGRAPH: paragraph,
    Kind.HEADING: heading,
    Kind.QUOTATION: quotation,
    Kind.VERSE: verse,
    Kind.PREFORMATTED: preformatted,
    Kind.SEPARATOR: separator,
}


def _lists(items: Sequence[Block]) -> Iterator[str]:
    """A Markdown list for each list; two that follow one another are parted by a comment."""
    previous = ""
    for run in _runs(items):
        written = _list(run)
        if previous:
            yield "<!-- -->"
        yield written
        previous = written


def _runs(items: Sequence[Block]) -> list[list[Block]]:
    """Part items where a list of another sort begins."""
    runs: list[list[Block]] = []
    for item in items:
        top = [block for block in runs[-1] if block.level == 0] if runs else []
        if not runs or (item.level == 0 and top and not _same_list(top[-1], item)):
            runs.append([])
        runs[-1].append(item)
    return runs


def _same_list(before: Block, after: Block) -> bool:
    a, b = before.number, after.number
    return before.marker == after.marker if a is None or b is None else b == a + 1


def _list(items: Sequence[Block]) -> str:
    """Markdown knows bullets, and numbers with a full stop from 1; other lists keep their markers as text."""
    if not _is_plain(items):
        return _lines([item.printed for item in items])
    lines = []
    for item in items:
        sign = "-" if item.marker in _BULLETS else item.marker
        lines.append(f"{'    ' * item.level}{sign:<3} {escape_start(to_markdown(item.text))}")
    return "\n".join(lines)


def _is_plain(items: Sequence[Block]) -> bool:
    counts: dict[int, int] = {}
    signs: dict[int, bool] = {}
    for item in items:
        counts = {level: n for level, n in counts.items() if level <= item.level}
        bullet = item.marker in _BULLETS
        if item.level in counts and signs[item.level] != bullet:
            return False
        signs[item.level] = bullet
        counts[item.level] = counts.get(item.level, 0) + 1
        if not bullet and item.marker != f"{counts[item.level]}.":
            return False
    return True
